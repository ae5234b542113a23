// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../../../components/App.svelte';
import { clockTime } from '../../../components/format';
import type { PopupTab } from '../../../components/popup-state';
import type { Report } from '../../../findings/report';
import type { LedgerState } from '../../../ledger/ledger-view.svelte';
import type { SiteRecognition } from '../../../recognition/site';
import { LiveView } from './live-view.svelte';
import {
  allRoutes,
  AT,
  bigReport,
  companies,
  emptyReport,
  findings,
  items,
  listed,
  makeCompany,
  makeContact,
  makeEvidence,
  makeFinding,
  makeHost,
  makeItem,
  makePractice,
  makeReport,
  makeVisit,
  ownPolicy,
  policy,
  unlisted,
} from './report-fixture';

interface Setting {
  ledger?: LedgerState;
  report?: Report;
  tab?: Partial<PopupTab>;
  recognition?: SiteRecognition;
  look?: () => Promise<void>;
  copy?: (text: string) => Promise<void>;
  later?: (draw: () => void) => void;
}

function open({ ledger, report = makeReport(), tab, recognition = listed, look, copy, later }: Setting = {}) {
  const view = new LiveView(ledger ?? { state: 'visit', visit: report.visit });
  let now = report;
  const shown = render(App, {
    view,
    tab: { id: 1, url: 'https://www.bobdylan.com/tour', incognito: false, ...tab },
    policy,
    version: '0.1.0',
    routes: allRoutes,
    ...(later === undefined ? {} : { later }),
    judge: { report: () => now, recognise: () => recognition },
    actions: { look: look ?? (() => Promise.resolve()), copy: copy ?? (() => Promise.resolve()) },
  });
  const change = (next: Report): void => {
    now = next;
    view.current = { state: 'visit', visit: next.visit };
    flushSync();
  };
  return { ...shown, view, change };
}

const words = (): string => document.body.textContent.replace(/\s+/g, ' ');

async function unfoldAll(): Promise<void> {
  // Three deep: section, group, "As printed in 2011".
  for (let depth = 0; depth < 3; depth += 1) {
    for (const summary of document.querySelectorAll('summary')) await fireEvent.click(summary);
  }
}

async function unfold(name: string): Promise<void> {
  const all = [...document.querySelectorAll('summary')];
  const summary = all.find((node) => node.textContent.replace(/\s+/g, ' ').trim().startsWith(name));
  if (summary === undefined) throw new Error(`nothing to unfold begins with "${name}"`);
  await fireEvent.click(summary);
}

describe('the states', () => {
  const empty: LedgerState = { state: 'empty' };
  const time = clockTime(AT);
  it.each<[string, Setting, readonly string[]]>([
    ['loading', { ledger: { state: 'loading' } }, ['Reading what this tab has shown.']],
    ['private window', { tab: { incognito: true } }, ['Private window', 'keeps nothing and shows nothing']],
    [
      'browser page',
      { ledger: empty, tab: { url: 'chrome://settings' } },
      ['This page cannot be read', 'its own pages'],
    ],
    ['store', { ledger: empty, tab: { url: 'https://addons.mozilla.org/' } }, ['extension store']],
    ['file', { ledger: empty, tab: { url: 'file:///a.html' } }, ['a file on your device']],
    ['PDF', { ledger: empty, tab: { url: 'https://a.example/b.pdf' } }, ['PDF viewer']],
    [
      'not covered',
      { ledger: empty, tab: { url: 'https://www.example.org/' }, recognition: unlisted },
      [
        'www.example.org is not on our list of Sony Music sites.',
        'different from having looked',
        'Look at this page anyway',
      ],
    ],
    [
      'no address',
      { ledger: empty, tab: { url: null }, recognition: unlisted },
      ['This page is not on our list', 'Look at this page anyway'],
    ],
    [
      'lookalike',
      {
        ledger: empty,
        tab: { url: 'https://ministryofsound.com/' },
        recognition: { ...unlisted, status: 'lookalike', operator: 'Ministry of Sound Limited' },
      },
      [
        'Not Sony Music',
        'ministryofsound.com may look like a Sony Music site. It is run by Ministry of Sound Limited.',
      ],
    ],
    [
      'other Sony company',
      {
        ledger: empty,
        tab: { url: 'https://www.sonymusic.co.jp/' },
        recognition: { ...unlisted, status: 'other-sony', operator: 'Sony Music Entertainment (Japan) Inc.' },
      },
      ['Another Sony company', 'belongs to Sony Music Entertainment (Japan) Inc., not to Sony Music Entertainment'],
    ],
    ['not watched yet', { ledger: empty }, ['Not watched yet', 'Reload the page', 'Look now']],
    [
      'looked, nothing',
      { report: makeReport({ recognition: unlisted }) },
      [
        'Nothing here points to Sony Music',
        'We looked because you asked',
        `5 other companies contacted on this page since ${time}.`,
      ],
    ],
    [
      'looked, weak signs',
      { report: makeReport({ recognition: { ...unlisted, status: 'hinted' } }) },
      ['Not enough to say whose page this is'],
    ],
    [
      'nothing yet',
      { report: emptyReport() },
      ['Nothing seen yet', `Since ${time} we have seen no other company contacted and nothing kept in your browser.`],
    ],
    [
      'own policy',
      {
        report: makeReport({ recognition: ownPolicy, findings: findings.map((one) => ({ ...one, background: true })) }),
      },
      [
        'This site has a policy of its own',
        'They are background, not this site’s promise.',
        'Background: No sentence found',
        'Open this site’s own policy',
      ],
    ],
    [
      'normal',
      {},
      [
        `5 other companies contacted on this page since ${time}. 2 practices have no sentence in the policy of 31 Dec 2011.`,
        'For 1 of them nothing loaded: it failed, or your browser or another tool blocked it.',
        'Session recording No sentence found Microsoft Clarity',
        'Of these 5, named in the policy of 31 Dec 2011 by the names of that time: Meta.',
        'Kept in your browser',
        'Adobe ended Flash Player on 31 December 2020.',
        'Ask Sony Music not to sell or share your data',
        'Not affiliated with Sony Music.',
        'Version 0.1.0',
      ],
    ],
    [
      'counting since',
      { report: makeReport({ visit: makeVisit({ late: true, since: AT + 60_000 }) }) },
      [
        `Counting since ${clockTime(AT + 60_000)}`,
        'What it did earlier may be missing. Reload the page to see all of it.',
      ],
    ],
    [
      'error',
      { ledger: { state: 'error', message: 'The record of this tab could not be read.' } },
      ['We could not read our own record', 'What went wrong: The record of this tab could not be read.'],
    ],
  ])('%s', (_name, setting, expected) => {
    open(setting);
    for (const sentence of expected) expect(words()).toContain(sentence);
  });

  it('a private window shows nothing of the page, not even its name', () => {
    open({ tab: { incognito: true } });
    expect(words()).not.toMatch(/bobdylan|Clarity|Session recording/);
  });

  it('says nothing of a policy where none speaks for the page', async () => {
    open({ report: makeReport({ recognition: unlisted }) });
    await unfoldAll();
    expect(document.querySelector('blockquote')).toBeNull();
    expect(words()).not.toMatch(/No sentence found|The policy of 31 Dec 2011 says|named in the policy|replaced today/);
    expect(words()).toContain('www.clarity.ms');
  });

  it('does not count sentences where the policy is background', () => {
    open({ report: makeReport({ recognition: ownPolicy }) });
    expect(words()).not.toContain('have no sentence');
  });

  it('does not promise that a reload shows more of a page that is not listed', () => {
    open({
      report: makeReport({
        recognition: { ...listed, status: 'by-marks', site: null },
        visit: makeVisit({ late: true }),
      }),
    });
    expect(words()).toContain('We began when you asked.');
    expect(words()).not.toContain('Reload');
  });
});

describe('looking', () => {
  const setting: Setting = {
    ledger: { state: 'empty' },
    tab: { url: 'https://www.example.org/' },
    recognition: unlisted,
  };

  it('is asked for by the person, and then shows what was seen', async () => {
    const look = vi.fn(() => Promise.resolve());
    const { change } = open({ ...setting, look });
    expect(look).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Look at this page anyway' }));
    expect(look).toHaveBeenCalledOnce();
    change(makeReport({ recognition: unlisted }));
    expect(words()).toContain('Nothing here points to Sony Music');
  });

  it('that the browser refuses ends in "cannot be read"', async () => {
    open({ ...setting, look: () => Promise.reject(new Error('Cannot access contents of the page')) });
    await fireEvent.click(screen.getByRole('button', { name: 'Look at this page anyway' }));
    await vi.waitFor(() => expect(words()).toContain('The browser did not let Liner Notes look at this page.'));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('quotes', () => {
  it('always stand with section, date and a link to the archived page', async () => {
    open();
    await unfoldAll();
    const quotes = [...document.querySelectorAll('blockquote')];
    expect(quotes).toHaveLength(6);
    for (const quote of quotes) {
      const figure = quote.closest('figure');
      expect(quote.getAttribute('cite')).toBe(policy.archiveUrl);
      expect(figure?.textContent).toMatch(/Section “.+”, archived 31 December 2011/);
      expect(figure?.textContent).toContain('In our words:');
      expect(figure?.querySelector('figcaption a')?.getAttribute('href')).toBe(policy.archiveUrl);
    }
  });

  it('are verbatim, and our summary stands outside of them', async () => {
    open();
    await unfold('Flash cookies');
    const quote = document.querySelector('blockquote');
    expect(quote?.textContent).toBe(
      'We and some of our third party partners use Flash cookies to store some of your preferences or personal information.',
    );
  });
});

describe('links', () => {
  it('to the web open in a new tab and tell nobody where from', async () => {
    open();
    await unfoldAll();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
      expect(link.textContent).toContain('(opens in a new tab)');
    }
  });

  it('within the popup lead to a part that is there', () => {
    open();
    const nav = screen.getByRole('navigation', { name: 'On this page' });
    for (const link of within(nav).getAllByRole('link')) {
      expect(document.querySelector(link.getAttribute('href') ?? 'none')).not.toBeNull();
    }
  });
});

describe('names made by a page', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>{{count}}$t(product)';

  it('are shown as text, everywhere', async () => {
    const company = makeCompany({ name: hostile, owner: hostile });
    open({
      report: makeReport({
        recognition: { ...listed, label: hostile, reasons: [{ code: 'mark', mark: 'x', detail: hostile }] },
        companies: [makeContact(company, [makeHost(hostile)])],
        items: [
          { item: makeItem({ store: 'local', name: hostile, host: hostile }), knowledge: null, setByOther: false },
        ],
        findings: [
          makeFinding({
            practice: makePractice({ id: 'widget', name: 'Widget' }),
            label: 'not-found',
            evidence: [
              makeEvidence({ what: 'link', subject: hostile, detail: `${hostile} ${hostile}`, host: hostile }),
            ],
            companies: [{ company, namedByPolicy: false }],
          }),
        ],
        visit: makeVisit({
          flashObjects: [{ at: AT, form: 'embed', address: null, parameters: [hostile] }],
          flashCookies: [
            {
              at: AT,
              host: hostile,
              key: hostile,
              name: hostile,
              size: 9,
              amf: 0,
              entries: [{ name: hostile, type: 'string', shape: 'text', hash: null }],
              damaged: hostile,
            },
          ],
          limits: [{ at: AT, observer: hostile, reason: 'too-many', count: 3 }],
        }),
      }),
    });
    await unfoldAll();
    expect(document.body.querySelectorAll('img, script')).toHaveLength(0);
    expect(words().split('<img src=x onerror=alert(1)>').length).toBeGreaterThan(10);
  });
});

describe('while it is open', () => {
  it('does not move what is there: new rows join their own kind at the end', () => {
    const { change } = open();
    const names = (id: string) => [...document.querySelectorAll(`#${id} h3`)].map((node) => node.textContent.trim());
    const practices = names('practices');
    const groups = names('companies').map((name) => name.replace(/ \d+$/, ''));
    const late = makeFinding({
      practice: makePractice({ id: 'consent-manager', name: 'Consent manager' }),
      label: 'not-found',
    });
    const video = makeContact(makeCompany({ name: 'Video', category: 'video' }), [
      makeHost('v.example', { count: 999 }),
    ]);
    change(makeReport({ findings: [late, ...findings.toReversed()], companies: [video, ...companies.toReversed()] }));
    expect(names('practices')).toEqual([...practices.slice(0, 2), 'Consent manager', ...practices.slice(2)]);
    expect(names('companies').map((name) => name.replace(/ \d+$/, ''))).toEqual([
      ...groups.slice(0, -1),
      'Video',
      groups.at(-1),
    ]);
  });

  it('keeps open what was opened', async () => {
    const { change } = open();
    await unfold('Web analytics');
    const before = document.querySelectorAll('blockquote').length;
    change(makeReport({ visit: makeVisit({ updatedAt: AT + 9000 }) }));
    expect(document.querySelectorAll('blockquote')).toHaveLength(before);
  });

  it('has the first words drawn before the rest', () => {
    let draw: (() => void) | undefined;
    open({ later: (rest) => (draw = rest) });
    expect(words()).toContain('5 other companies contacted');
    expect(document.querySelector('#practices')).toBeNull();
    draw?.();
    flushSync();
    expect(document.querySelector('#act')).not.toBeNull();
  });

  it('makes the inside of a fold when it is opened, not before', async () => {
    open({ report: bigReport(300) });
    expect(document.querySelectorAll('.company, .item')).toHaveLength(0);
    expect(document.querySelectorAll('*').length).toBeLessThan(500);
    await unfold('Advertising');
    expect(document.querySelectorAll('.company').length).toBeGreaterThan(10);
  });

  describe('the live region', () => {
    afterEach(() => vi.useRealTimers());
    it('tells the counts when they have settled', () => {
      vi.useFakeTimers();
      const { change } = open();
      const region = document.querySelector('[aria-live="polite"]');
      vi.advanceTimersByTime(3000);
      expect(region?.textContent).toBe('');
      change(makeReport({ companies: companies.slice(0, 3) }));
      vi.advanceTimersByTime(1900);
      expect(region?.textContent).toBe('');
      vi.advanceTimersByTime(200);
      flushSync();
      expect(region?.textContent).toBe('3 other companies contacted. 6 practices seen.');
    });
  });
});

describe('copying', () => {
  it('gives the text and says so politely', async () => {
    const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    open({ copy });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy what was seen' }));
    expect(copy.mock.calls[0]?.[0]).toContain('Page: https://www.bobdylan.com/tour');
    await vi.waitFor(() => expect(screen.getByText('Copied. Read it through before you send it.')).toBeTruthy());
    expect(screen.getByText('Copied. Read it through before you send it.').getAttribute('role')).toBe('status');
  });

  it('that is not allowed shows the text to be selected', async () => {
    open({ copy: () => Promise.reject(new Error('no')) });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy what was seen' }));
    await vi.waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' }).value).toContain(
        'Session recording',
      ),
    );
  });
});

describe('what was kept', () => {
  it('is told by store, with what we do not know said plainly', async () => {
    open();
    await unfold('Cookies');
    expect(words()).toContain(
      '_ga Tells one browser from the next, to count visitors. set by another company: Google Analytics · lasts 13 months',
    );
    expect(words()).toContain('PHPSESSID Unknown to us. We have no entry for this name.');
    await unfold('Flash cookies 1');
    expect(words()).toContain('userId string, looks like a UUID');
    expect(words()).toContain('We show names, never values.');
    expect(words()).not.toContain('f00ba4');
  });

  it('shows a long list in parts', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...(items[2] ?? items[0])!,
      item: makeItem({ store: 'local', name: `key-${index}` }),
    }));
    open({ report: makeReport({ items: many }) });
    await unfold('localStorage');
    expect(document.querySelectorAll('.item')).toHaveLength(25);
    await fireEvent.click(screen.getByRole('button', { name: 'Show 25 more' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    expect(document.querySelectorAll('.item')).toHaveLength(60);
  });
});

describe('companies', () => {
  it('say what did not load, what is not encrypted, and their own opt-out', async () => {
    open();
    await unfoldAll();
    expect(words()).toContain('Meta Pixel 2 requests');
    expect(words()).toContain('3 of 14 did not load');
    expect(words()).toContain('without encryption');
    expect(words()).toContain(
      '“Did not load”: it failed, or your browser or another tool blocked it. We cannot see which.',
    );
    expect(screen.getAllByRole('link', { name: /Google Analytics opt-out add-on/ }).length).toBe(1);
    expect(words()).toContain('We do not know who runs this address.');
  });

  it('none means that nothing else was contacted while we watched', () => {
    open({ report: makeReport({ companies: [] }) });
    expect(words()).toContain('No other company was contacted while we watched.');
  });
});

describe('what is not seen here', () => {
  it('names practices, limits and what was left out', async () => {
    open({
      report: makeReport({
        visit: makeVisit({
          limits: [{ at: AT, observer: 'forms', reason: 'too-many', count: 4 }],
          leftOut: { hosts: 3 },
        }),
      }),
    });
    await unfold('What we do not see here');
    expect(words()).toContain('Fingerprinting');
    expect(words()).toContain('forms: too many to count');
    expect(words()).toContain('hosts: 3 more were not kept');
  });
});
