// @vitest-environment happy-dom
/** What was kept in the browser, and what can a person do about all of it? */
import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { go, open, unfold, unfoldAll, words, wordsOf } from './popup-fixture.ts';
import { emptyReport, items, makeReport, policy, unlisted } from './report-fixture.ts';
import { makeItem, makeVisit } from '../../../tools/builders/visits.ts';

describe('what was kept', () => {
  it('is told by store, with what we do not know said plainly', async () => {
    open({ at: '#kept' });
    expect([...document.querySelectorAll('summary h2')].map(wordsOf)).toEqual([
      'Cookies 2',
      'Notes that stay (localStorage) 1',
      'Notes for this tab (sessionStorage) 1',
      'Databases (IndexedDB) 1',
      'Flash cookies 1',
      'About Flash',
    ]);
    await unfold('Cookies');
    expect(words()).toContain(
      '_ga Tells one browser from the next, to count visitors. set by another company: Google · lasts 13 months',
    );
    expect(words()).toContain('PHPSESSID Unknown to us. We have no entry for this name.');
    await unfold('Flash cookies 1');
    expect(words()).toContain('userId string, looks like a UUID');
    expect(words()).toContain('We show names, never values.');
    expect(words()).not.toContain('f00ba4');
  });

  it('tells what a Flash cookie is for where its name is known', async () => {
    const { visit } = makeReport();
    const known = visit.flashCookies.map(() => ({
      name: 'ts_coppa_so',
      match: 'exact' as const,
      stores: ['flash' as const],
      domains: [],
      setter: 'Topspin',
      purpose: 'Holds a date of birth, to remember that a child was turned away.',
      category: 'security' as const,
      lifetime: 'until deleted',
      identifier: false,
    }));
    open({ report: makeReport({ flashKnowledge: known }), at: '#kept' });
    await unfold('Flash cookies 1');
    expect(words()).toContain(
      'Holds a date of birth, to remember that a child was turned away. set by Topspin · on www.bobdylan.com',
    );
  });

  it('names those who use a name, where nothing tells whose it is', async () => {
    const [first] = items;
    const undecided = first && { ...first, knowledge: null, setByOther: false, setterOwner: null };
    open({
      report: makeReport({ items: undecided ? [{ ...undecided, candidates: ['Segment', 'Customer.io'] }] : [] }),
      at: '#kept',
    });
    await unfold('Cookies');
    expect(words()).toContain('Segment and Customer.io among them. We cannot tell whose this is.');
    expect(words()).not.toMatch(/set by|Unknown to us/);
  });

  it('tells what became of Flash', async () => {
    open({ at: '#kept' });
    await unfold('About Flash');
    expect(words()).toContain('Adobe ended Flash Player on 31 December 2020.');
    expect(words()).toContain('The policy of 31 Dec 2011 sends you to Adobe’s settings page');
    expect(words()).toContain('Flash content on this page: 1 www.bobdylan.com/player.swf shown by the Ruffle player');
  });

  it('nothing is said as nothing seen, and no word of Flash', () => {
    open({ report: emptyReport(), at: '#kept' });
    expect(words()).toContain('We saw nothing kept in your browser.');
    expect(words()).not.toMatch(/Flash|never values/);
  });

  it('nothing seen is said only of the places that could be looked at', () => {
    const empty = emptyReport();
    const limits = ['web-storage (local)', 'databases (cache)'].map((observer) => ({
      observer,
      reason: 'not-permitted' as const,
      at: empty.visit.since,
      count: 0,
    }));
    open({ report: { ...empty, visit: { ...empty.visit, limits } }, at: '#kept' });
    expect(words()).toContain(
      'The browser did not let us look here: Notes that stay (localStorage) and Saved files (Cache storage).',
    );
    expect(words()).toContain('Elsewhere we saw nothing kept in your browser.');
    expect(words()).not.toContain('We saw nothing kept');
    document.body.replaceChildren();
    open({ report: { ...empty, visit: { ...empty.visit, limits } } });
    expect(words()).toContain('nothing kept in your browser, as far as we could look. The browser did not let us look');
  });

  it('shows a long list in parts', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      knowledge: null,
      setByOther: false,
      setterOwner: null,
      item: makeItem({ store: 'local', name: `key-${index}` }),
    }));
    open({ report: makeReport({ items: many }), at: '#kept' });
    await unfold('Notes that stay (localStorage)');
    expect(document.querySelectorAll('.item')).toHaveLength(25);
    await fireEvent.click(screen.getByRole('button', { name: 'Show 25 more' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    expect(document.querySelectorAll('.item')).toHaveLength(60);
  });

  it('the same name in the same place is shown once', async () => {
    const [first] = items;
    if (first === undefined) throw new Error('no item');
    open({ report: makeReport({ items: [first, first], visit: makeVisit() }), at: '#kept' });
    await unfold('Cookies 1');
    expect(document.querySelectorAll('.item')).toHaveLength(1);
  });
});

describe('ways to answer back', () => {
  it('begin with Sony Music’s own, in the open; the others are folded by who is asked', () => {
    open({ at: '#act' });
    expect([...document.querySelectorAll('main h2')].map(wordsOf)).toEqual([
      'Sony Music itself',
      'Opt-outs of the advertising trade 1',
      'Settings of your browser 1',
      'The companies seen here 1',
      'Authorities and complaints 1',
      'Printed in 2011, replaced today 1',
    ]);
    expect([...document.querySelectorAll('[data-route]')].map((row) => row.getAttribute('data-route'))).toEqual([
      'sony-feedback',
      'sony-ccpa',
      'sony-post',
    ]);
  });

  it.each([
    [null, 'sony-feedback'],
    ['US-CA', 'sony-feedback'],
  ])('begin with what the button of the first screen names, its needs in the open (region %s)', (region, id) => {
    open({ region });
    const named = document.querySelector('a[href="#act"]')?.getAttribute('data-route');
    go('#act');
    const first = document.querySelector('[data-route]');
    expect(first?.getAttribute('data-route')).toBe(id);
    expect(named).toBe(id);
    expect(wordsOf(first)).toContain('You need:');
  });

  it('say in the open that nobody has tried them, and nothing twice', () => {
    open({ at: '#act' });
    for (const row of document.querySelectorAll('[data-route]')) {
      const open = wordsOf(row).replace(wordsOf(row.querySelector('details')), '');
      expect(open).toContain('Not yet checked on the live web');
    }
  });

  it('offer the copy right below what was named', () => {
    open({ at: '#act' });
    const copy = screen.getByRole('button', { name: 'Copy what was seen' });
    const rows = [...document.querySelectorAll('[data-route]')];
    const before = rows.filter((row) => (row.compareDocumentPosition(copy) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    expect(before).toHaveLength(1);
  });

  it('lead to our own switch where it does something', async () => {
    open({ at: '#act' });
    await unfoldAll();
    expect(document.querySelector('[data-route="gpc"] a')?.getAttribute('href')).toBe('/options.html#gpc');
    document.body.replaceChildren();
    open({ report: makeReport({ recognition: unlisted }), at: '#act' });
    await unfoldAll();
    expect(document.querySelector('[data-route="gpc"] a')?.getAttribute('href')).toContain('globalprivacycontrol.org');
  });

  it('tell what they need, why they are offered, when they were checked, and what was printed', async () => {
    open({ at: '#act' });
    await unfoldAll();
    for (const sentence of [
      'For: California',
      'You need: your nameyour e-mail address',
      'Offered because of Meta',
      'Fits: Web analytics',
      'Fits: Session recording',
      'Checked 20 November 2026',
      'Not yet checked on the live web',
      'As printed in the policy of 31 Dec 2011: http://www.sonymusic.com/about/feedback.php',
      'Sony Music’s feedback form of 2011.',
      'We do not know if it works today.',
      'settings_manager.html Adobe’s page to see and delete Flash cookies. It does not work today. Use instead: Send the Global',
    ]) {
      expect(words()).toContain(sentence);
    }
  });

  it('none is said plainly', () => {
    open({ report: makeReport({ routes: [] }), at: '#act' });
    expect(words()).toContain('No route that we know fits this page.');
  });
});

describe('copying', () => {
  it('gives the text and says so politely', async () => {
    const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    open({ copy, at: '#act' });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy what was seen' }));
    expect(copy.mock.calls[0]?.[0]).toContain('Page: https://www.bobdylan.com/tour');
    expect(copy.mock.calls[0]?.[0]).toContain(policy.archiveUrl);
    await vi.waitFor(() => expect(screen.getByText('Copied. Read it through before you send it.')).toBeTruthy());
    expect(screen.getByText('Copied. Read it through before you send it.').getAttribute('role')).toBe('status');
  });

  it('gives what is seen when it is asked for, not what was seen before', async () => {
    const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    const { change } = open({ copy, at: '#act' });
    change(emptyReport());
    await fireEvent.click(screen.getByRole('button', { name: 'Copy what was seen' }));
    expect(copy.mock.calls[0]?.[0]).toContain('PRACTICES SEEN (0)');
  });

  it('that is not allowed shows the text to be selected', async () => {
    open({ copy: () => Promise.reject(new Error('no')), at: '#act' });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy what was seen' }));
    await vi.waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' }).value).toContain(
        'Session recording',
      ),
    );
  });
});

describe('copying a finding', () => {
  it('is offered inside each practice, gives that one alone, and says so', async () => {
    const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    open({ copy, at: '#practice/web-analytics' });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy this finding' }));
    const [text] = copy.mock.calls[0] ?? [];
    for (const words of ['Page: https://www.bobdylan.com/tour\n', 'Web analytics · Stated', policy.archiveUrl])
      expect(text).toContain(words);
    expect(text).not.toContain('Session recording');
    await vi.waitFor(() => expect(screen.getByRole('status', { name: '' }).textContent).toContain('Copied.'));
  });

  it('a reply is of the finding that was copied, and gone at the next', async () => {
    open({ at: '#practice/web-analytics' });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy this finding' }));
    await vi.waitFor(() => expect(words()).toContain('Copied.'));
    go('#practice/session-recording');
    expect(words()).not.toContain('Copied.');
  });
});
