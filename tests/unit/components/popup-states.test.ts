// @vitest-environment happy-dom
/** Which screen does each state show, and what does it never say? */
import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { shortTime } from '../../../words/format.ts';
import type { LedgerState } from '../../../ledger/ledger-state.ts';
import { addressesOf, go, open, unfoldAll, words, type Setting } from './popup-fixture.ts';
import { emptyReport, findings, listed, makeReport, ownPolicy, unlisted } from './report-fixture.ts';
import { AT, makeVisit } from '../../../tools/builders/visits.ts';

const empty: LedgerState = { state: 'empty' };
const time = shortTime(AT);

describe('the states', () => {
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
      'lookalike that was read years ago',
      {
        ledger: empty,
        tab: { url: 'https://www.westlife.com/' },
        recognition: {
          ...unlisted,
          status: 'lookalike',
          operator: 'Universal Music Operations Limited',
          asOf: 2019,
        },
      },
      ['Not Sony Music', 'In 2019 it was run by Universal Music Operations Limited. We do not know who runs it today.'],
    ],
    [
      'other Sony company',
      {
        ledger: empty,
        tab: { url: 'https://www.sonymusic.co.jp/' },
        recognition: { ...unlisted, status: 'sister', operator: 'Sony Music Entertainment (Japan) Inc.' },
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
        'This page contacted 5 other companies, among them Microsoft and Google.',
        `Since ${time}. 1 of them did not load.`,
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
        'Not compared with a policy',
        'Open this site’s own policy',
      ],
    ],
    [
      'unknown policy',
      { report: makeReport({ recognition: { ...listed, policy: 'none', policyUrl: null } }) },
      ['We do not know which policy speaks for this site', 'They are background, not this site’s promise.'],
    ],
    [
      'normal',
      {},
      [
        'This page contacted 5 other companies, among them Microsoft and Google. For 2 of the 6 things it does we found no sentence in Sony Music’s policy of 2011.',
        'Archived 31 Dec 2011, almost 15 years ago. Today’s may differ: open it',
        `Since ${time}. 1 of them did not load.`,
        'No sentence found in the 2011 policy Session recording Microsoft Clarity',
      ],
    ],
    [
      'counting since',
      { report: makeReport({ visit: makeVisit({ late: true, since: AT + 60_000 }) }) },
      [
        `Counting since ${shortTime(AT + 60_000)}`,
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

  it('without a report say whose product this is not, and offer no way deeper but to the settings', () => {
    open({ ledger: empty, recognition: unlisted });
    expect(words()).toContain('Not affiliated with Sony Music.');
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/options.html']);
  });

  it.each(addressesOf(makeReport()))('a private window shows nothing of the page, not even its name, at %s', (at) => {
    open({ tab: { incognito: true }, at });
    expect(words()).toContain('Private window');
    expect(words()).not.toMatch(/bobdylan|Clarity|Session recording|Google|Sony Music Entertainment|Columbia/);
    expect(document.title).toBe('Liner Notes');
  });

  it('says nothing of a policy where none speaks for the page, in any view', async () => {
    const report = makeReport({ recognition: unlisted });
    open({ report });
    let seen = '';
    for (const address of addressesOf(report)) {
      go(address);
      await unfoldAll();
      // What is said of Flash tells what became of a page of Adobe's, on any page that has Flash.
      if (address !== '#kept') seen += words();
      expect(document.querySelectorAll('blockquote, .chip, .named')).toHaveLength(0);
    }
    expect(seen).not.toMatch(
      /No sentence found|The policy of 31 Dec 2011 says|[Nn]amed in the policy|replaced today|no sentence in|archived on/,
    );
    expect(seen).toContain('www.clarity.ms');
  });

  it('does not count sentences where the policy is background', () => {
    open({ report: makeReport({ recognition: ownPolicy }) });
    expect(words()).toContain('This page contacted 5 other companies');
    expect(words()).not.toContain('no sentence in');
  });

  it('does not promise that a reload shows more of a page that is not listed', () => {
    open({
      report: makeReport({
        recognition: { ...listed, status: 'by-marks', site: null },
        visit: makeVisit({ late: true }),
      }),
    });
    expect(words()).toContain('We began later than the page.');
    expect(words()).not.toContain('Reload');
  });
});

describe('looking', () => {
  const setting: Setting = { ledger: empty, tab: { url: 'https://www.example.org/' }, recognition: unlisted };

  it('is asked for by the person, and then shows what was seen', async () => {
    const look = vi.fn(() => Promise.resolve());
    const { change } = open({ ...setting, look });
    expect(look).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Look at this page anyway' }));
    expect(look).toHaveBeenCalledOnce();
    const address = { scheme: 'https', host: 'www.example.org', path: '/' } as const;
    change(makeReport({ recognition: unlisted, visit: makeVisit({ address }) }));
    expect(words()).toContain('Nothing here points to Sony Music');
  });

  it('that the browser refuses ends in "cannot be read"', async () => {
    open({ ...setting, look: () => Promise.reject(new Error('Cannot access contents of the page')) });
    await fireEvent.click(screen.getByRole('button', { name: 'Look at this page anyway' }));
    await vi.waitFor(() => expect(words()).toContain('The browser did not let Liner Notes look at this page.'));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
