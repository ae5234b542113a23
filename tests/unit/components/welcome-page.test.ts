// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { CHROMIUM_PERMISSIONS } from '../../../words/permission-words.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { english } from '../english.ts';
import WelcomePage from '../../../components/welcome/WelcomePage.svelte';

interface Setting {
  browser?: 'chromium' | 'firefox';
  keys?: string | null;
  hosts?: { allowed: boolean; answer: boolean | Error } | null;
}

function open({ browser = 'chromium', keys = 'Alt+Shift+L', hosts = null }: Setting = {}) {
  let tell: (allowed: boolean) => void = () => undefined;
  const ask = vi.fn(() => {
    if (hosts?.answer instanceof Error) return Promise.reject(hosts.answer);
    return Promise.resolve(hosts?.answer ?? false);
  });
  const props = {
    browser,
    keys,
    permissions: CHROMIUM_PERMISSIONS,
    sites: 81,
    allSites: false,
    examples: ['https://www.sonymusic.com/', 'https://www.columbiarecords.com/'],
    hosts:
      hosts === null
        ? null
        : {
            allowed: hosts.allowed,
            ask,
            follow: (told: (allowed: boolean) => void) => {
              tell = told;
              return () => undefined;
            },
          },
    version: '0.1.0',
  };
  render(WelcomePage, { props, context: languageContext(english) });
  return { ask, tell: (allowed: boolean) => tell(allowed) };
}

const words = (): string => document.body.textContent.replace(/\s+/g, ' ');

describe('the page', () => {
  it('says what it is for, what it sees and what it never does', () => {
    open();
    expect(screen.getAllByRole('heading', { level: 1 }).map((node) => node.textContent)).toEqual([
      'Welcome to Liner Notes',
    ]);
    for (const sentence of [
      'It sends nothing anywhere. It makes no request of its own.',
      'On all other pages: nothing, until you press the button and choose to look, or allow all sites in the settings.',
      '81 Sony Music sites',
      'Not affiliated with Sony Music.',
    ]) {
      expect(words()).toContain(sentence);
    }
  });

  it.each([
    ['chromium', false],
    ['firefox', true],
  ] as const)('in %s: tells of the one question that can be asked for us: %s', (browser, tells) => {
    open({ browser });
    expect(words().includes('asks the name service that you use')).toBe(tells);
  });

  it('says that what is typed is held in the page, where that is allowed', () => {
    open();
    expect(words()).toContain('holds your text until you leave the page');
    expect(words()).not.toContain('keeps nothing of what you type');
  });

  it('draws the popup without saying anything of a page', () => {
    open();
    const figure = screen.getByRole('figure');
    for (const label of ['Stated', 'In general words', 'No sentence found', 'Cannot tell']) {
      expect(figure.textContent).toContain(label);
    }
    expect(figure.textContent).not.toMatch(/\d/);
  });

  it('leads to sites to try it on, in new tabs, and to the settings', () => {
    open();
    const links = screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.getAttribute('target')]);
    expect(links).toEqual([
      ['https://www.sonymusic.com/', '_blank'],
      ['https://www.columbiarecords.com/', '_blank'],
      ['/options.html', null],
    ]);
  });
});

describe('pinning the button', () => {
  it.each([
    ['chromium' as const, 'press the pin beside it'],
    ['firefox' as const, 'choose “Pin to Toolbar”'],
  ])('is told in the words of %s', (browser, sentence) => {
    open({ browser });
    expect(words()).toContain(sentence);
  });

  it.each([
    ['Alt+Shift+L', true],
    [null, false],
  ])('names the keys that the browser has given (%s)', (keys, told) => {
    open({ keys });
    expect(words().includes('Or press Alt+Shift+L on any page')).toBe(told);
  });
});

describe('the sites of the list, in Firefox', () => {
  const button = () => screen.queryByRole('button', { name: 'Allow on Sony Music sites' });

  it('are not asked for in Chromium, where the installation has allowed them', () => {
    open();
    expect(button()).toBeNull();
  });

  it('that are allowed already need no button', () => {
    open({ browser: 'firefox', hosts: { allowed: true, answer: true } });
    expect(button()).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('Allowed. You can change this at any time');
  });

  it('are asked for by one press', async () => {
    const { ask } = open({ browser: 'firefox', hosts: { allowed: false, answer: true } });
    expect(screen.getByRole('status').textContent).toBe('Not allowed yet.');
    await fireEvent.click(button()!);
    expect(ask).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('Allowed.'));
    expect(button()).toBeNull();
  });

  it.each([[false], [new Error('closed')]])('may be refused (%s), which is said calmly', async (answer) => {
    open({ browser: 'firefox', hosts: { allowed: false, answer } });
    await fireEvent.click(button()!);
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('Not allowed. You can come back here'),
    );
    expect(button()).not.toBeNull();
  });

  it('follow what is changed in the browser’s own settings', () => {
    const { tell } = open({ browser: 'firefox', hosts: { allowed: false, answer: true } });
    tell(true);
    flushSync();
    expect(button()).toBeNull();
  });
});
