// @vitest-environment happy-dom
/** Does each view say which view it was seen in, what that one cannot see, and offer the other where it would help? */
import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { english } from '../english.ts';
import { companiesWithUnseenFrames, companyId, onlyWhere } from '../../../findings/company-groups.ts';
import { hostFacts } from '../../../words/company-words.ts';
import { chainOf } from '../../../words/evidence-words.ts';
import { clockTime } from '../../../words/format.ts';
import { viewName } from '../../../words/full-view-words.ts';
import { groupCookies } from '../../../findings/cookie-groups.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import type { KnownStoredItem } from '../../../findings/recognised.ts';
import type { Visit } from '../../../ledger/visit.ts';
import type { HostRecord, NetworkTally } from '../../../ledger/visit-entries.ts';
import { open, unfoldAll, words, wordsOf } from './popup-fixture.ts';
import { companies, findings, makeReport, unlisted } from './report-fixture.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { makeCompany, makeContact, makeEvidence } from '../../../tools/builders/reports.ts';

const page: Partial<Visit> = { fullView: null };
const full: Partial<Visit> = { fullView: { at: AT, view: 'full', state: 'from-start' } };
const late: Partial<Visit> = { fullView: { at: AT, view: 'full', state: 'late' } };
const silent: Partial<Visit> = { fullView: { at: AT, view: 'full', state: 'silent' } };
const reportIn = (visit: Partial<Visit>) => makeReport({ visit: makeVisit(visit) });
const tags = (): string[] => [...document.querySelectorAll('[data-seen-by]')].map(wordsOf);

const NONE = { count: 0, failed: 0, insecure: 0 };
function network(over: Partial<NetworkTally>): NetworkTally {
  return {
    observed: NONE,
    page: NONE,
    frame: NONE,
    background: NONE,
    blocked: 0,
    uploads: 0,
    uploadsFrom: 0,
    uploadsUntil: 0,
    by: [],
    ...over,
  };
}
const tally = (count: number, failed = 0) => ({ count, failed, insecure: 0 });

describe('the view about what is not seen says which view it is, and no other does', () => {
  it.each<[string, Partial<Visit>, string]>([
    ['page view', page, 'Page view'],
    ['full view', full, 'Full view'],
    ['full view that began late', late, `Full view since ${clockTime(AT).slice(0, 5)}`],
    ['full view that could not begin', silent, 'Page view'],
  ])('%s', (_what, visit, name) => {
    for (const at of ['#', '#practices', '#companies', '#kept', '#act', '#site', '#about']) {
      const { unmount } = open({ report: reportIn(visit), at });
      expect(tags(), at).toEqual(at === '#about' ? [name] : []);
      unmount();
    }
  });

  it('a screen without a record has none', () => {
    open({ ledger: { state: 'empty' }, recognition: unlisted });
    expect(tags()).toEqual([]);
  });

  it('the copied text tells the time of the zone that it is told in', () => {
    expect(viewName(english, makeVisit(late), 'UTC')).toBe('Full view since 12:04');
  });
});

const button = (): HTMLElement => screen.getByRole('button', { name: 'Turn on full view' });

describe('what is not seen', () => {
  it('page view: frames, redirects, what was blocked, the background', () => {
    open({ report: makeReport(), at: '#about' });
    for (const unseen of [
      'In page view we cannot see:',
      'what happens inside other companies’ frames',
      'redirects, by which one company hands you on to another',
      'whether what did not load failed, or was blocked',
      'what the site’s service worker and the page’s own workers ask for',
      'what other companies keep inside their frames, besides cookies',
      'whether what you type is sent before you submit it',
      'Who wrote what is kept cannot be seen on this page: its scripts are not watched.',
    ])
      expect(words()).toContain(unseen);
  });

  it('full view: what happens later, in other browsers, and who writes inside frames', () => {
    open({ report: reportIn(late), at: '#about' });
    expect(words()).toContain('In full view we cannot see:');
    expect(words()).toContain('what a company does with data after it was sent');
    expect(words()).toContain('which script wrote something inside another company’s frame');
    expect(words()).toContain(`Full view began at ${clockTime(AT)}. What happened before was seen in page view.`);
    expect(words()).toContain('what other companies keep inside their frames, besides cookies');
    expect(words()).not.toContain('redirects, by which');
  });

  it('full view that has ended: page view, with what it cannot see, and from when until when it was more', () => {
    const ended: Partial<Visit> = { fullView: { at: AT, view: 'full', state: 'late', until: AT + 60_000 } };
    open({ report: reportIn(ended), at: '#about' });
    expect(tags()).toEqual(['Page view']);
    expect(words()).toContain('In page view we cannot see:');
    expect(words()).toContain('redirects, by which');
    expect(words()).toContain(`Full view was on from ${clockTime(AT)} until ${clockTime(AT + 60_000)}`);
    expect(button().isConnected).toBe(true);
  });

  it('full view that has begun again: since when, and the time without it', () => {
    const again: Partial<Visit> = {
      fullView: { at: AT + 90_000, view: 'full', state: 'late', offSince: AT + 60_000 },
    };
    open({ report: reportIn(again), at: '#about' });
    expect(words()).toContain('In full view we cannot see:');
    expect(words()).toContain(
      `Full view was off from ${clockTime(AT + 60_000)} until ${clockTime(AT + 90_000)}. What happened then was seen in page view.`,
    );
    expect(words()).not.toContain('What happened before was seen in page view');
  });

  it.each([
    ['from-start', `Who writes what is kept is watched since ${clockTime(AT)}, from the start of the page.`],
    ['late', 'What was written before has no writer here.'],
    ['silent', 'it could not be watched without risk to the page'],
  ] as const)('scripts watched: %s', (state, said) => {
    open({ report: reportIn({ ...full, scriptWatch: { at: AT, view: 'script-watch', state } }), at: '#about' });
    expect(words()).toContain(said);
  });
});

describe('full view is asked for', () => {
  it('by a press, at once, with what the browser will ask', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    open({ report: makeReport(), at: '#about', ask });
    expect(words()).toContain('Your browser will ask in broad words');
    expect(words()).toContain('sends nothing out of your browser');
    expect(ask).not.toHaveBeenCalled();
    button().click();
    // In the same turn: later, no browser takes it for an answer to the press.
    expect(ask).toHaveBeenCalledOnce();
    await vi.waitFor(() =>
      expect(words()).toContain('Full view from now on. Load the page again to see it from its start.'),
    );
    expect(screen.queryByRole('button', { name: 'Turn on full view' })).toBeNull();
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('status'));
  });

  it.each([
    ['refused', () => Promise.resolve(false)],
    ['not possible', () => Promise.reject(new Error('no gesture'))],
  ])('%s is a calm state, and the focus is on what is said, one step before the button', async (_what, ask) => {
    open({ report: makeReport(), at: '#about', ask });
    button().focus();
    await fireEvent.click(button());
    await vi.waitFor(() => expect(words()).toContain('Not allowed. Nothing has changed'));
    await vi.waitFor(() => expect(wordsOf(document.activeElement)).toContain('Not allowed.'));
    const follows = document.activeElement?.compareDocumentPosition(button()) ?? 0;
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  });

  it('on a page that is not on the list, after the way to look', () => {
    open({ ledger: { state: 'empty' }, recognition: unlisted });
    expect(words()).toContain('also knows Sony Music sites that are not on our list');
    expect(screen.getAllByRole('button').map(wordsOf)).toEqual(['Look at this page anyway', 'Turn on full view']);
  });

  it('not where all sites are allowed; a page seen before then has to be loaded again', () => {
    const { unmount } = open({ report: makeReport(), at: '#about', allSites: true });
    expect(screen.queryByRole('button', { name: 'Turn on full view' })).toBeNull();
    expect(words()).toContain('All sites are allowed. Load the page again');
    unmount();
    open({ ledger: { state: 'empty' }, recognition: unlisted, allSites: true });
    expect(screen.queryByRole('button', { name: 'Turn on full view' })).toBeNull();
  });

  it('as the permission is given and taken back elsewhere, while the popup is open', () => {
    const { setAllSites } = open({ report: makeReport(), at: '#about' });
    setAllSites(true);
    expect(screen.queryByRole('button', { name: 'Turn on full view' })).toBeNull();
    expect(words()).toContain('All sites are allowed. Load the page again');
    setAllSites(false);
    expect(button().isConnected).toBe(true);
  });

  it('again after it was given here and taken back elsewhere', async () => {
    const { setAllSites } = open({ report: makeReport(), at: '#about', ask: () => Promise.resolve(true) });
    await fireEvent.click(button());
    await vi.waitFor(() => expect(words()).toContain('Full view from now on.'));
    setAllSites(true);
    expect(words()).toContain('Full view from now on.');
    setAllSites(false);
    expect(button().isConnected).toBe(true);
  });

  it('by one quiet line where companies have frames, and only in page view', () => {
    const player = makeContact(makeCompany({ name: 'Player' }), [makeHost('player.example')]);
    const address = { scheme: 'https', host: 'player.example', path: '/' } as const;
    const framed: Partial<Visit> = { frames: [{ at: AT, address, title: '' }] };
    const report = makeReport({ companies: [player], visit: makeVisit(framed) });
    expect(companiesWithUnseenFrames(report)).toEqual(['Player']);
    open({ report, at: '#companies' });
    expect(words()).toContain('Page view does not show what happens inside the frames of Player.');
    expect(companiesWithUnseenFrames({ ...report, visit: makeVisit({ ...framed, ...full }) })).toEqual([]);
  });
});

describe('what the browser told of a host', () => {
  const facts = (over: Partial<HostRecord>) =>
    hostFacts(english, makeHost('x.example', over), 'www.bobdylan.com').slice(2);

  it.each<[string, Partial<HostRecord>, readonly string[]]>([
    ['page view', { failed: 1 }, ['1 of 3 did not load']],
    [
      'blocked',
      { failed: 2, network: network({ page: tally(3, 2), blocked: 2 }) },
      ['2 of 3 blocked by your browser or another tool'],
    ],
    [
      'all blocked',
      { failed: 3, network: network({ page: tally(3, 3), blocked: 3 }) },
      ['blocked by your browser or another tool'],
    ],
    [
      'blocked and failed',
      { failed: 3, count: 9, network: network({ page: tally(9, 3), blocked: 1 }) },
      ['2 of 9 did not load', '1 of 9 blocked by your browser or another tool'],
    ],
    [
      'in a frame',
      { network: network({ frame: tally(3), by: ['www.youtube.com'] }) },
      ['3 in the frame of www.youtube.com'],
    ],
    [
      'in two frames',
      { network: network({ frame: tally(3), by: ['a.example', 'b.example'] }) },
      ['3 in the frames of a.example and b.example'],
    ],
    ['in a frame that nobody names', { network: network({ frame: tally(1) }) }, ['1 in a frame of another company']],
    [
      'in the background and in a frame',
      { network: network({ frame: tally(1), background: tally(2), by: ['www.bobdylan.com', 'a.example'] }) },
      ['1 in the frame of a.example', '2 in the background of this site'],
    ],
    ['with data', { network: network({ page: tally(3), uploads: 2 }) }, ['2 carried data (uploads)']],
  ])('%s', (_what, over, expected) => {
    expect(facts(over)).toEqual(expected);
  });

  it('a company is marked as one of frames or of the background only where nothing else contacted it', () => {
    const where = (...all: readonly (NetworkTally | undefined)[]) =>
      onlyWhere({ hosts: all.map((one) => makeHost('x', one === undefined ? {} : { network: one })) });
    expect(where(undefined)).toBeNull();
    expect(where(network({ frame: tally(1) }))).toBe('frame');
    expect(where(network({ background: tally(1) }))).toBe('background');
    expect(where(network({ frame: tally(1) }), network({ background: tally(1) }))).toBe('elsewhere');
    expect(where(network({ frame: tally(1), observed: tally(1) }))).toBeNull();
    expect(where(network({ frame: tally(1) }), undefined)).toBeNull();
    expect(where(network({}))).toBeNull();
  });

  it('the list shows those of the background apart', () => {
    const behind = makeContact(makeCompany({ name: 'Pusher' }), [
      makeHost('push.example', { network: network({ background: tally(3) }) }),
    ]);
    const framed = makeContact(makeCompany({ name: 'Framed' }), [
      makeHost('framed.example', { network: network({ frame: tally(3) }) }),
    ]);
    open({
      report: makeReport({ companies: [behind, framed, ...companies], visit: makeVisit(full) }),
      at: '#companies',
    });
    expect(words()).toContain('Only in the background of this site 1');
    expect(words()).toContain('Framed 3 requests only in frames');
  });
});

describe('kept things', () => {
  const cookie = (name: string, domain: string): KnownStoredItem => ({
    item: makeItem({
      store: 'cookie',
      name,
      host: domain,
      cookie: { domain, expiresAt: null, httpOnly: true, secure: true, sameSite: 'strict', partition: null },
    }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
  });
  const items = [cookie('own', 'bobdylan.com'), cookie('foreign', 'tracker.example')];
  const writes: Visit['writes'] = [
    {
      at: AT,
      lastAt: AT,
      store: 'cookie',
      host: 'www.bobdylan.com',
      name: 'own',
      api: 'document.cookie',
      writer: 'cdn.tracker.example',
      path: '/t.js',
      source: 'page',
      count: 1,
    },
  ];

  it('cookies of other companies’ addresses stand apart, with their limits and writers', async () => {
    open({ report: makeReport({ items, visit: makeVisit({ ...full, writes }) }), at: '#kept' });
    await unfoldAll();
    expect(words()).toMatch(/At the site’s own address 1 own .* At other companies’ addresses 1 foreign/);
    expect(words()).toContain('never sent from other sites (SameSite=Strict) · scripts cannot read it (HttpOnly)');
    expect(words()).toContain('Written by a script of cdn.tracker.example (t.js)');
  });

  it('other hosts of the same owner are the site’s own', () => {
    const label = makeContact(makeCompany({ name: 'Sony Music', relation: 'same-owner' }), [makeHost('a.smehost.net')]);
    const report = makeReport({ companies: [label] });
    const { own, other } = groupCookies([...items, cookie('label', 'smehost.net')], report);
    expect(own.map(({ item }) => item.name)).toEqual(['own', 'label']);
    expect(other.map(({ item }) => item.name)).toEqual(['foreign']);
  });

  it('a company keeps what its scripts wrote', () => {
    const met = makeContact(makeCompany({ name: 'Tracker' }), [makeHost('cdn.tracker.example')]);
    const report = makeReport({ companies: [met], items, visit: makeVisit({ ...full, writes }) });
    open({ report, at: viewAddress({ is: 'company', id: companyId(met) }) });
    expect([...document.querySelectorAll('[data-item]')].map((item) => item.getAttribute('data-item'))).toEqual([
      'own',
    ]);
  });
});

describe('a chain of redirects', () => {
  const seen = makeEvidence({ kind: 'redirect', way: ['a.example', 'b.example', 'c.example'] });

  it('is read host by host; no other evidence is a chain', () => {
    expect(chainOf(seen)).toEqual(['a.example', 'b.example', 'c.example']);
    expect(chainOf(makeEvidence({ kind: 'request', host: 'a.example → b.example' }))).toEqual([]);
  });

  it('has words where readers of screens have no arrows', () => {
    const [first] = findings;
    if (first === undefined) throw new Error('no finding');
    const report = makeReport({ findings: [{ ...first, evidence: [seen] }] });
    open({ report, at: viewAddress({ is: 'practice', id: first.practice.id }) });
    const chain = document.querySelector('.chain')?.cloneNode(true) as Element;
    for (const arrow of chain.querySelectorAll('[aria-hidden]')) arrow.remove();
    expect(wordsOf(chain)).toBe('a.example then b.example then c.example');
  });
});
