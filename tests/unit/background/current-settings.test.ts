import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepSettings } from '../../../background/current-settings.ts';
import { changeSettings } from '../../../ledger/border/settings-storage.ts';
import { DEFAULT_SETTINGS } from '../../../ledger/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('keepSettings', () => {
  it('reads nothing before the settings are asked for, and once for all who ask', async () => {
    const get = vi.spyOn(browser.storage.local, 'get');
    const settings = keepSettings();
    expect(get).not.toHaveBeenCalled();
    expect(await Promise.all([settings(), settings()])).toEqual([DEFAULT_SETTINGS, DEFAULT_SETTINGS]);
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('follows a change, also one before the first question', async () => {
    const settings = keepSettings();
    await changeSettings({ badge: false });
    expect(await settings()).toEqual({ ...DEFAULT_SETTINGS, badge: false });
    await changeSettings({ language: 'de' });
    expect(await settings()).toEqual({ ...DEFAULT_SETTINGS, badge: false, language: 'de' });
  });
});
