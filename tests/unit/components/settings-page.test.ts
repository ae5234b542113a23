// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { english, languageOf } from '../english.ts';
import { languages } from '../../../shipped/languages.ts';
import { CHROMIUM_PERMISSIONS } from '../../../words/permission-words.ts';
import SettingsPage from '../../../components/settings/SettingsPage.svelte';
import { DEFAULT_SETTINGS, type Settings } from '../../../ledger/settings.ts';
import en from '../../../locales/en.json' with { type: 'json' };
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';

const allRoutes = shippedRoutes();

/** English in which one heading is other, as another language would be. */
const other = languageOf({
  ...(en as LanguageFile),
  language: { code: 'xx', name: 'Other', direction: 'rtl' },
  words: { ...en.words, settings: { ...en.words.settings, title: 'SGNITTES', saved: 'DEVAS' } },
});

interface Setting {
  stored?: Partial<Settings>;
  allowed?: boolean;
  hasNames?: boolean;
  change?: (change: Partial<Settings>) => Promise<Settings>;
  ask?: () => Promise<boolean>;
  giveBack?: () => Promise<boolean>;
  deleteAll?: () => Promise<number>;
  countCopies?: () => Promise<number>;
  /** Waits until the words of a language are there. */
  load?: (chosen: string | null) => Promise<void>;
}

function open({ stored = {}, allowed = false, hasNames = false, ...parts }: Setting = {}) {
  let now: Settings = { ...DEFAULT_SETTINGS, ...stored };
  let tellSettings: (now: Settings) => void = () => undefined;
  let tellCopies: () => void = () => undefined;
  let tellAll: (allowed: boolean) => void = () => undefined;
  const stops = vi.fn();
  const actions = {
    change: vi.fn(
      parts.change ??
        ((wanted: Partial<Settings>) => {
          now = { ...now, ...wanted };
          return Promise.resolve(now);
        }),
    ),
    followSettings: (tell: (now: Settings) => void) => {
      tellSettings = tell;
      return stops;
    },
    followAllSites: (tell: (allowed: boolean) => void) => {
      tellAll = tell;
      return stops;
    },
    loadLanguage: vi.fn(async (chosen: string | null) => {
      await parts.load?.(chosen);
      return chosen === 'xx' ? other : english;
    }),
    ask: vi.fn(parts.ask ?? (() => Promise.resolve(true))),
    giveBack: vi.fn(parts.giveBack ?? (() => Promise.resolve(true))),
    countCopies: parts.countCopies ?? (() => Promise.resolve(2)),
    followCopies: (tell: () => void) => {
      tellCopies = tell;
      return stops;
    },
    deleteAll: vi.fn(parts.deleteAll ?? (() => Promise.resolve(3))),
  };
  const shown = render(SettingsPage, {
    stored: now,
    language: english,
    languages,
    allowed,
    routes: allRoutes,
    permissions: CHROMIUM_PERMISSIONS,
    sites: 81,
    version: '0.1.0',
    hasNames,
    actions,
  });
  return {
    ...shown,
    actions,
    stops,
    tellSettings: (one: Settings) => tellSettings(one),
    tellCopies: () => tellCopies(),
    tellAll: (is: boolean) => tellAll(is),
  };
}

const words = (): string => document.body.textContent.replace(/\s+/g, ' ');
const status = (): string => screen.getByRole('status').textContent;
const choose = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the page', () => {
  it('has one h1, and a named region for each part', () => {
    open();
    expect(screen.getAllByRole('heading', { level: 1 }).map((node) => node.textContent)).toEqual(['Settings']);
    expect(screen.getAllByRole('region')).toHaveLength(8);
    expect(document.title).toBe('Settings · Liner Notes');
  });

  it('offers to look up names where the browser can, and only there; off at first', async () => {
    const { actions, unmount } = open({ hasNames: true });
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Look up for whom the names of a site stand' });
    expect(box.checked).toBe(false);
    await fireEvent.click(box);
    expect(actions.change).toHaveBeenCalledWith({ aliases: true });
    await vi.waitFor(() => {
      expect(status()).toBe('Saved.');
    });
    unmount();
    open();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('counts the kept copies, follows them, and leads to them', async () => {
    let count = 2;
    const { tellCopies } = open({ countCopies: () => Promise.resolve(count) });
    await vi.waitFor(() => {
      expect(words()).toContain('2 copies are kept.');
    });
    count = 0;
    tellCopies();
    await vi.waitFor(() => {
      expect(words()).toContain('No copy is kept.');
    });
    expect(screen.getByRole('link', { name: 'Your kept copies' }).getAttribute('href')).toBe('/policy.html#');
  });

  it('says no number of copies where the database cannot be opened', async () => {
    open({ countCopies: () => Promise.reject(new Error('no database')) });
    await Promise.resolve();
    expect(words()).toContain('Kept copies of policies');
    expect(words()).not.toMatch(/cop(?:y is|ies are) kept\./);
  });

  it('names the one thing that somebody is asked for us, while it is on', () => {
    const { unmount } = open({ hasNames: true, stored: { aliases: true } });
    expect(words()).toContain('Firefox asks the name service that you use');
    expect(words()).not.toContain('No company is contacted.');
    unmount();
    // Where the browser has no name service, a stored wish does nothing.
    open({ hasNames: false, stored: { aliases: true } });
    expect(words()).toContain('No company is contacted.');
  });

  it('shows what is stored', () => {
    open({ stored: { badge: false, region: 'US-CA', language: 'en' } });
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    expect(screen.getByLabelText<HTMLSelectElement>('Country or state').value).toBe('US-CA');
    expect(screen.getByLabelText<HTMLSelectElement>('Language of Liner Notes').value).toBe('en');
  });

  it('follows what another page changes, and stops when it is closed', () => {
    const { tellSettings, tellAll, stops, unmount } = open();
    tellSettings({ ...DEFAULT_SETTINGS, badge: false });
    tellAll(true);
    return vi.waitFor(() => {
      flushSync();
      expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
      expect(words()).toContain('All sites are allowed: full view.');
      unmount();
      expect(stops).toHaveBeenCalledTimes(3);
    });
  });
});

describe('a choice', () => {
  it.each<[string, () => Promise<unknown>, Partial<Settings>]>([
    ['badge', () => fireEvent.click(screen.getByRole('checkbox')), { badge: false }],
    ['region', () => choose('Country or state', 'DE'), { region: 'DE' }],
    ['no region', () => choose('Country or state', ''), { region: null }],
    ['language', () => choose('Language of Liner Notes', 'en'), { language: 'en' }],
    ['the browser’s language', () => choose('Language of Liner Notes', ''), { language: null }],
  ])('of %s is saved at once, and said', async (_what, act, change) => {
    const { actions } = open({ stored: { region: 'FR' } });
    await act();
    expect(actions.change).toHaveBeenCalledExactlyOnceWith(change);
    await vi.waitFor(() => expect(status()).toBe('Saved.'));
  });

  it('that cannot be saved goes back to what is stored, and the reason is told', async () => {
    open({ stored: { region: 'FR' }, change: () => Promise.reject(new Error('storage is full')) });
    await fireEvent.click(screen.getByRole('checkbox'));
    await vi.waitFor(() => expect(status()).toContain('the old choice stays. The browser says: storage is full'));
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
    await choose('Country or state', 'DE');
    await vi.waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Country or state').value).toBe('FR'));
    await choose('Language of Liner Notes', 'en');
    await vi.waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Language of Liner Notes').value).toBe(''));
  });

  it('of another language applies to the whole page, and leaves the person where they were', async () => {
    const { actions } = open({ change: () => Promise.resolve({ ...DEFAULT_SETTINGS, language: 'xx' }) });
    screen.getByLabelText('Language of Liner Notes').focus();
    await choose('Language of Liner Notes', 'en');
    await vi.waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('SGNITTES'));
    expect(actions.loadLanguage).toHaveBeenCalledWith('xx');
    const { lang, dir } = document.documentElement;
    expect({ lang, dir }).toEqual({ lang: 'xx', dir: 'rtl' });
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('language'));
    await vi.waitFor(() => expect(status()).toBe('DEVAS'));
    expect(document.title).toBe('SGNITTES · Liner Notes');
  });
});

describe('two choices', () => {
  it('the language that was chosen last stays, whichever file comes first', async () => {
    let come: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      come = resolve;
    });
    const { tellSettings } = open({ load: (chosen) => (chosen === 'xx' ? slow : Promise.resolve()) });
    tellSettings({ ...DEFAULT_SETTINGS, language: 'xx' });
    tellSettings({ ...DEFAULT_SETTINGS, language: 'en', badge: false });
    await vi.waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false));
    come();
    await slow;
    await Promise.resolve();
    flushSync();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
    expect(screen.getByLabelText<HTMLSelectElement>('Language of Liner Notes').value).toBe('en');
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  it('a language whose words do not come is stored all the same', async () => {
    const change = (wanted: Partial<Settings>) => Promise.resolve({ ...DEFAULT_SETTINGS, ...wanted });
    open({ change, load: () => Promise.reject(new Error('no such file')) });
    await choose('Language of Liner Notes', 'en');
    await vi.waitFor(() => expect(status()).toBe('Saved.'));
    expect(screen.getByLabelText<HTMLSelectElement>('Language of Liner Notes').value).toBe('en');
  });
});

describe('regions', () => {
  it('are those of the routes and the European ones, each once, with a name', () => {
    open();
    const select = screen.getByLabelText<HTMLSelectElement>('Country or state');
    const options = [...select.options];
    const codes = options.map(({ value }) => value);
    expect(new Set(codes).size).toBe(codes.length);
    const known = new Set(allRoutes.map(({ region }) => region).filter((region) => region !== '*' && region !== 'EU'));
    expect([...known].filter((region) => !codes.includes(region))).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(['', 'US', 'US-CA', 'GB', 'IE', 'IS', 'JP']));
    expect(codes).not.toContain('EU');
    // A name, not a code, for every one.
    expect(options.filter(({ text }) => /^[A-Z]{2}(-[A-Z]{2})?$/.test(text.trim()))).toEqual([]);
    const groups = [...select.querySelectorAll('optgroup')];
    expect(groups.map(({ label }) => label)).toEqual(['United States', 'Canada', 'Europe', 'Other countries']);
    const europe = [...(groups[2]?.querySelectorAll('option') ?? [])].map(({ text }) => text);
    expect(europe).toEqual([...europe].sort((a, b) => a.localeCompare(b, 'en')));
    expect(europe).toContain('Switzerland');
    expect([...(groups[0]?.querySelectorAll('option') ?? [])]).toHaveLength(21);
    expect([...(groups[1]?.querySelectorAll('option') ?? [])].map(({ text }) => text)).toEqual([
      'Canada, any province',
      'Alberta',
      'British Columbia',
      'Quebec',
    ]);
  });

  it.each(['US-CA', 'DE', 'US', 'CA', 'ZA', 'US-NY'])('stored before as %s goes on being chosen', (region) => {
    open({ stored: { region } });
    expect(screen.getByLabelText<HTMLSelectElement>('Country or state').value).toBe(region);
  });
});

describe('all sites', () => {
  it('is asked for by a press, with the reason beside it', async () => {
    const { actions } = open();
    expect(words()).toContain('All sites are not allowed: page view.');
    expect(words()).toContain('A page without the marks leaves no record.');
    expect(words()).toContain('what other companies do inside their frames, redirects');
    expect(words()).toContain('Each request on any site wakes Liner Notes for a moment.');
    expect(actions.ask).not.toHaveBeenCalled();
    await press('Allow on all sites');
    expect(actions.ask).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(status()).toContain('Allowed: full view from now on.'));
    expect(screen.getByRole('button', { name: 'Take the permission back' })).toBeTruthy();
  });

  it.each([
    ['refused', () => Promise.resolve(false)],
    ['not possible', () => Promise.reject(new Error('no gesture'))],
  ])('%s is a calm state', async (_what, ask) => {
    open({ ask });
    await press('Allow on all sites');
    await vi.waitFor(() => expect(status()).toBe('Not allowed. Nothing has changed, and all else works as before.'));
    expect(screen.getByRole('button', { name: 'Allow on all sites' })).toBeTruthy();
  });

  it.each([
    [true, 'Taken back.', 'Allow on all sites'],
    [false, 'Your browser did not take the permission back.', 'Take the permission back'],
  ])('is taken back (%s)', async (gone, said, button) => {
    open({ allowed: true, giveBack: () => Promise.resolve(gone) });
    await press('Take the permission back');
    await vi.waitFor(() => expect(status()).toContain(said));
    expect(screen.getByRole('button', { name: button })).toBeTruthy();
  });
});

describe('the privacy signal', () => {
  const box = () => screen.getByRole<HTMLInputElement>('switch');

  it('is off until it is chosen, and then saved and said', async () => {
    const { actions } = open();
    expect(box().checked).toBe(false);
    expect(words()).toContain('Liner Notes blocks nothing and changes nothing that a page does or shows.');
    await fireEvent.click(box());
    await vi.waitFor(() => expect(actions.change).toHaveBeenCalledExactlyOnceWith({ gpc: true }));
    await vi.waitFor(() => expect(status()).toContain('On.'));
    expect(words()).toContain('While the privacy signal is on');
    expect(words()).not.toContain('Liner Notes blocks nothing and changes nothing that a page does or shows.');
  });

  it('goes off again', async () => {
    const { actions } = open({ stored: { gpc: true } });
    expect(box().checked).toBe(true);
    await fireEvent.click(box());
    await vi.waitFor(() => expect(status()).toContain('Off.'));
    expect(actions.change).toHaveBeenCalledExactlyOnceWith({ gpc: false });
  });

  it('that cannot be saved goes back', async () => {
    open({ change: () => Promise.reject(new Error('storage is full')) });
    await fireEvent.click(box());
    await vi.waitFor(() => expect(status()).toContain('storage is full'));
    expect(box().checked).toBe(false);
  });
});

describe('delete everything kept', () => {
  it('takes two presses, stands on "Keep" in between, and says what was deleted', async () => {
    const { actions } = open();
    await press('Delete everything kept …');
    expect(actions.deleteAll).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Keep'));
    await press('Delete now');
    expect(actions.deleteAll).toHaveBeenCalledOnce();
    await vi.waitFor(() =>
      expect(status()).toBe(
        'Deleted: the records of 3 tabs, the kept copies, the recordings, the settings and the random number.',
      ),
    );
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('delete'));
  });

  it('keeps all when the person says so', async () => {
    const { actions } = open();
    await press('Delete everything kept …');
    await press('Keep');
    expect(actions.deleteAll).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(status()).toBe('Nothing was deleted.'));
    expect(screen.getByRole('button', { name: 'Delete everything kept …' })).toBeTruthy();
  });

  it.each([
    [0, 'No tab had a record.'],
    [1, 'the record of 1 tab,'],
  ])('counts %i tabs', async (count, said) => {
    open({ deleteAll: () => Promise.resolve(count) });
    await press('Delete everything kept …');
    await press('Delete now');
    await vi.waitFor(() => expect(status()).toContain(said));
  });

  it('tells when it failed', async () => {
    open({ deleteAll: () => Promise.reject(new Error('The background did not answer.')) });
    await press('Delete everything kept …');
    await press('Delete now');
    await vi.waitFor(() =>
      expect(status()).toBe('Not all of it could be deleted. The browser says: The background did not answer.'),
    );
  });
});

describe('Liner Notes about itself', () => {
  it('tells of typed text in the page’s memory only while all sites are allowed', () => {
    open({ allowed: false });
    expect(words()).toContain('Kept in your browser 5');
    expect(words()).not.toContain('what you type');
  });

  it('tells each permission with its reason, what is kept, and that no company is contacted', () => {
    open({ allowed: true });
    const own = within(screen.getByRole('region', { name: 'Liner Notes about itself' }));
    expect(own.getAllByRole('heading', { level: 3 }).map((node) => node.textContent.replace(/\s+/g, ' '))).toEqual([
      'Things seen',
      'Companies contacted 0',
      'Kept in your browser 6',
      'Answer back',
    ]);
    for (const name of [
      '81 Sony Music sites',
      'Storage',
      'The tab in front of you',
      'Cookies',
      'Start looking in a page',
    ]) {
      expect(own.getByText(name).nextElementSibling?.textContent.length).toBeGreaterThan(30);
    }
    expect(own.getByText(/optional · Allowed/)).toBeTruthy();
    expect(words()).toContain('No company is contacted. Liner Notes makes no request of its own');
    expect(words()).toContain('what you type in its fields');
    expect(words()).toContain('From private windows nothing is kept.');
  });
});
