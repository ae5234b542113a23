// @vitest-environment happy-dom
/** What is told of one company, and of all of them? */
import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { companyId } from '../../../findings/company-groups.ts';
import { clockTime } from '../../../words/format.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import type { ContactedCompany } from '../../../findings/report.ts';
import { links, open, title, words, wordsOf, type Setting } from './popup-fixture.ts';
import { companies, items, makeReport, ownPolicy, unlisted } from './report-fixture.ts';
import { AT, makeHost, makeItem } from '../../../tools/builders/visits.ts';
import { inPractice, makeCompany, makeContact, makeFinding, makePractice } from '../../../tools/builders/reports.ts';

const addressOf = (met: ContactedCompany): string => viewAddress({ is: 'company', id: companyId(met) });
const at = (name: string): string => {
  const met = companies.find(({ company }) => company.name === name);
  if (met === undefined) throw new Error(`no company ${name}`);
  return addressOf(met);
};
/** Opens the view of a company that alone was contacted. */
const show = (met: ContactedCompany, over: Setting = {}) =>
  open({ report: makeReport({ companies: [met] }), at: addressOf(met), ...over });
const facts = (): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('dl > div')].map((row) => [
      wordsOf(row.querySelector('dt')),
      wordsOf(row.querySelector('dd')),
    ]),
  );

describe('the list of companies', () => {
  it('says what did not load, who is named, and what nobody knows', () => {
    open({ at: '#companies' });
    for (const sentence of [
      'Of these 5, the policy of 31 Dec 2011 names: Meta (“Facebook Connect”) as a way to sign in.',
      'Snap 2 requests did not load Snap Pixel Tells Snap about visits, for advertising.',
      'Microsoft 14 requests 3 of 14 did not load Microsoft Clarity Records mouse moves',
      '“Did not load”: it failed, or your browser or another tool blocked it. We cannot see which.',
      'found.example 3 requests We do not know who runs this address.',
      'Sony Music’s own hosts 1 The site itself and other hosts of the same owner. They are not counted',
    ]) {
      expect(words()).toContain(sentence);
    }
  });

  it('none means that nothing else was contacted while we watched', () => {
    open({ report: makeReport({ companies: [] }), at: '#companies' });
    expect(title()).toBe('Companies contacted 0');
    expect(words()).toContain('No other company was contacted while we watched.');
    expect(words()).not.toMatch(/did not load|named in/i);
  });

  it.each([
    [1, 'The policy of 31 Dec 2011 does not name this company.'],
    [2, 'The policy of 31 Dec 2011 names none of these 2 companies.'],
  ])('says that none of %i is named', (count, sentence) => {
    open({ report: makeReport({ companies: companies.slice(0, count) }), at: '#companies' });
    expect(words()).toContain(sentence);
  });
});

describe('a company', () => {
  it('is told with its services, when and how often', () => {
    open({ at: at('Google') });
    expect(title()).toBe('Google');
    expect(words()).toContain('Google Analytics Web analytics · 12 requests Measures how people use the site.');
    expect(facts()).toEqual({
      'First contacted': clockTime(AT + 1000),
      'How often': '12 requests',
    });
  });

  it.each([
    ['DE', 'Germany'],
    ['US', 'the United States'],
    ['PT', 'Portugal'],
    [null, undefined],
  ])('at home in %s', (country, name) => {
    show(makeContact(makeCompany({ name: 'Firm' }), [makeHost('a.example')], { country }));
    expect(facts().Country).toBe(name);
  });

  it('that nobody knows has no owner, no purpose, and says so', () => {
    open({ at: at('found.example') });
    expect(words()).toContain('We do not know who runs this address.');
    expect(facts()).toEqual({ 'First contacted': clockTime(AT + 1000), 'How often': '3 requests' });
  });

  it('that is known and has no sentence has that of its category', () => {
    show(makeContact(makeCompany({ name: 'Firm', purpose: null }), [makeHost('a.example')]));
    expect(wordsOf(document.querySelector('p.sentence'))).toBe('Analytics: measures how people use the site.');
  });

  it('that is the site itself is not called unknown', () => {
    const own = makeCompany({
      name: 'bobdylan.com',
      category: 'unknown',
      purpose: null,
      known: false,
      relation: 'own-host',
    });
    show(makeContact(own, [makeHost('www.bobdylan.com')]));
    expect(words()).not.toContain('We do not know who runs this address.');
  });

  it.each<[string, string, string, Setting]>([
    ['Meta', 'Named in the policy of 31 Dec 2011: Meta (“Facebook Connect”) as a way to sign in.', 'Not named', {}],
    ['Snap', 'Not named in the policy of 31 Dec 2011.', ' Named in', {}],
    [
      'Snap',
      'Not named in the policy of 31 Dec 2011.',
      ' Named in',
      { report: makeReport({ recognition: ownPolicy }) },
    ],
    ['Snap', 'Snap Pixel', 'amed in the policy', { report: makeReport({ recognition: unlisted }) }],
    ['Sony Music Entertainment', 'Sony Music Entertainment', 'amed in the policy', {}],
  ])('%s: "%s"', (name, said, unsaid, setting) => {
    open({ at: at(name), ...setting });
    expect(words()).toContain(said);
    expect(words()).not.toContain(unsaid);
  });

  it('links its own opt-out and its privacy policy', () => {
    open({ at: at('Google') });
    expect(screen.getByRole('link', { name: /^Google Analytics opt-out add-on/ }).getAttribute('href')).toBe(
      'https://tools.google.com/dlpage/gaoptout',
    );
    expect(screen.getByRole('link', { name: /: Privacy policy/ }).getAttribute('href')).toBe(
      'https://policies.google.com/privacy',
    );
    expect(words()).not.toContain('We know no privacy policy');
  });

  it.each([
    ['Snap', false],
    ['Microsoft', true],
    ['found.example', true],
    ['Sony Music Entertainment', false],
  ])('%s: without any choice that we know: %s', (name, none) => {
    open({ at: at(name) });
    const said = words().includes('We know no privacy policy and no opt-out page of this company.');
    expect(said).toBe(none);
    // Sony Music, which has the company on its page, can be asked about any of them.
    const its = links().filter(
      (link) => link.target === '_blank' && link.closest('[data-act="sony-feedback"]') === null,
    );
    expect(links().some((link) => link.closest('[data-act="sony-feedback"]') !== null)).toBe(
      name !== 'Sony Music Entertainment',
    );
    expect(its.length > 0).toBe(name === 'Snap');
  });

  it('shows each host with its requests, first time, pixels, identifiers, encryption and failures', () => {
    const full = makeHost('px.example', {
      count: 1204,
      failed: 3,
      pixels: 2,
      insecure: 1,
      paths: ['/a.gif', '/b'],
      identifiers: [{ name: 'uid', hash: 'f00ba4' }],
    });
    show(makeContact(makeCompany({ name: 'Firm' }), [full, makeHost('b.example', { count: 1, failed: 1 })]));
    expect(words()).toContain(
      `px.example 1,204 requests · first ${clockTime(AT + 1000)} · 2 pixel tags · ` +
        '1 value that can tell browsers apart · without encryption · 3 of 1,204 did not load',
    );
    expect(words()).toContain('/a.gif /b');
    expect(words()).toContain(`b.example 1 request · first ${clockTime(AT + 1000)} · did not load`);
    expect(words()).not.toContain('f00ba4');
  });

  it('shows many hosts in parts', () => {
    const hosts = Array.from({ length: 11 }, (_, index) => makeHost(`h${index}.example`));
    show(makeContact(makeCompany({ name: 'Firm' }), hosts));
    expect(document.querySelectorAll('.host .name:first-child')).toHaveLength(8);
    expect(screen.getByRole('button', { name: 'Show 3 more' })).toBeTruthy();
  });
});

describe('what a company keeps', () => {
  const kept = (): readonly (string | null)[] =>
    [...document.querySelectorAll('[data-item]')].map((item) => item.getAttribute('data-item'));

  it('is what its owner set, by whichever of its names', () => {
    const [ga] = items;
    const other = {
      item: makeItem({ store: 'local', name: 'google-too' }),
      knowledge: null,
      setByOther: true,
    } as const;
    const all = [
      ...items,
      { ...other, setterOwner: 'Google' },
      { ...other, item: makeItem({ store: 'local', name: 'x' }), setterOwner: 'X' },
    ];
    open({ report: makeReport({ items: all }), at: at('Google') });
    expect(kept()).toEqual([ga?.item.name, 'google-too']);
    expect(words()).toContain('set by another company: Google · lasts 13 months');
  });

  it('is said plainly where we know of nothing', () => {
    open({ at: at('Microsoft') });
    expect(kept()).toEqual([]);
    expect(words()).toContain('What it keeps in your browser We saw nothing that we know to be its own.');
  });

  it('is not asked of the site’s own hosts', () => {
    const own = companies.at(-1);
    const item = items.map((one) => ({ ...one, setterOwner: own?.company.name ?? null }));
    open({ report: makeReport({ items: item }), at: at('Sony Music Entertainment') });
    expect(kept()).toEqual([]);
    expect(words()).not.toContain('What it keeps');
  });
});

describe('the practices that a company was seen in', () => {
  const practices = (): readonly (string | null)[] =>
    [...document.querySelectorAll('main a[href^="#practice/"]')].map((link) => link.getAttribute('href'));

  it.each([
    ['Microsoft', ['#practice/session-recording', '#practice/web-analytics']],
    ['found.example', ['#practice/sent-without-encryption']],
    ['Meta', []],
  ])('%s: %j', (name, expected) => {
    open({ at: at(name) });
    expect(practices()).toEqual(expected);
    expect(words().includes('Seen in these practices')).toBe(expected.length > 0);
  });

  it('are not those of another company that has the same key', () => {
    const company = makeCompany({ name: 'shared.example' });
    const other = makeContact(company, [makeHost('a.example')]);
    const own = makeContact({ ...company, relation: 'own-host' }, [makeHost('b.example')]);
    const finding = makeFinding({
      practice: makePractice({ id: 'widget', name: 'Widget' }),
      label: 'not-found',
      companies: [inPractice(company)],
    });
    const report = makeReport({ companies: [other, own], findings: [finding] });
    const { unmount } = open({ report, at: addressOf(other) });
    expect(practices()).toEqual(['#practice/widget']);
    expect(words()).toContain('a.example');
    unmount();
    open({ report, at: addressOf(own) });
    expect(practices()).toEqual([]);
    expect(words()).toContain('b.example');
  });
});
