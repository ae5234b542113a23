// @vitest-environment happy-dom
/** What does a person read first, before any step deeper? */
import { within, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../findings/finding.ts';
import type { Report } from '../../../findings/report.ts';
import { nearestRoute } from '../../../findings/route-groups.ts';
import type { OfferedRoute } from '../../../findings/routes.ts';
import { open, words, wordsOf, type Setting } from './popup-fixture.ts';
import {
  bigReport,
  emptyReport,
  findings,
  items,
  listed,
  makeReport,
  ownPolicy,
  routes,
  unlisted,
} from './report-fixture.ts';
import { makeCompany, makeContact, makeFinding, makePractice, makeRoute } from '../../../tools/builders/reports.ts';
import { makeHost, makeVisit } from '../../../tools/builders/visits.ts';

const practice = (id: string, weight = 2) => makePractice({ id, name: `Practice ${id}`, weight });
const silent = (count: number): readonly Finding[] => [
  ...Array.from({ length: count }, (_, index) => makeFinding({ practice: practice(`s${index}`), label: 'not-found' })),
  makeFinding({ practice: practice('stated'), label: 'stated' }),
  makeFinding({ practice: practice('unclear'), label: 'cannot-tell' }),
];
const contacts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeContact(makeCompany({ name: `C${index}` }), [makeHost(`${index}.example`)]),
  );
const lead = (): string => wordsOf(document.querySelector('[data-count]'));
const rows = (): readonly (string | null)[] =>
  [...document.querySelectorAll('main [data-practice]')].map((row) => row.getAttribute('data-practice'));

describe('the lead', () => {
  const NONE = 'Sony Music’s policy of 2011 has a sentence for each thing that we could compare.';
  const ONE = 'For 1 of the 3 things it does we found no sentence in Sony Music’s policy of 2011.';
  const MANY = 'For 12 of the 14 things it does we found no sentence in Sony Music’s policy of 2011.';
  it.each([
    [0, 0, `This page contacted no other company. ${NONE}`],
    [0, 1, `This page contacted no other company. ${ONE}`],
    [1, 0, `This page contacted 1 other company: C0. ${NONE}`],
    [1, 12, `This page contacted 1 other company: C0. ${MANY}`],
    [2, 1, `This page contacted 2 other companies: C0 and C1. ${ONE}`],
    [3, 1, `This page contacted 3 other companies, among them C0 and C1. ${ONE}`],
    [1204, 12, `This page contacted 1,204 other companies, among them C0 and C1. ${MANY}`],
  ])('of %i companies and %i practices without a sentence', (companies, without, sentence) => {
    open({ report: makeReport({ companies: contacts(companies), findings: silent(without) }) });
    expect(lead()).toBe(sentence);
  });

  it('counts one thing as one', () => {
    open({
      report: makeReport({ companies: [], findings: [makeFinding({ practice: practice('a'), label: 'not-found' })] }),
    });
    expect(lead()).toBe(
      'This page contacted no other company. For the one thing it does we found no sentence in Sony Music’s policy of 2011.',
    );
  });

  it.each<[string, readonly Finding[]]>([
    ['nothing was seen', []],
    [
      'of nothing it can be told',
      ['a', 'b'].map((id) => makeFinding({ practice: practice(id), label: 'cannot-tell' })),
    ],
  ])('says nothing of sentences where %s', (_what, seen) => {
    open({ report: makeReport({ findings: seen, companies: contacts(1) }) });
    expect(lead()).toBe('This page contacted 1 other company: C0.');
  });

  it('names the companies of what stands out, and those that we know, before bare hosts and made-up names', () => {
    const known = ['Often', 'Replays'].map((name) => makeCompany({ name }));
    const bare = makeCompany({ name: 'bare.example', known: false, category: 'unknown' });
    const long = makeCompany({ name: `${'x'.repeat(60)}.example` });
    const met = [long, bare, ...known].map((company) => makeContact(company, [makeHost(`${company.key}.example`)]));
    const replays = makeFinding({
      practice: practice('r', 1),
      label: 'not-found',
      companies: [bare, known[1]].flatMap((company) =>
        company ? [{ company, services: [company], namedByPolicy: false }] : [],
      ),
    });
    open({ report: makeReport({ companies: met, findings: [replays] }) });
    expect(lead()).toContain('among them Replays and Often.');
    open({ report: makeReport({ companies: met.slice(0, 2), findings: [] }) });
    expect(wordsOf([...document.querySelectorAll('[data-count]')].at(-1) ?? null)).toBe(
      'This page contacted 2 other companies, among them bare.example.',
    );
    open({ report: makeReport({ companies: met.slice(0, 1), findings: [] }) });
    expect(wordsOf([...document.querySelectorAll('[data-count]')].at(-1) ?? null)).toBe(
      'This page contacted 1 other company.',
    );
  });

  it('names the same companies while more are met', () => {
    const { change } = open({ report: makeReport({ companies: contacts(3), findings: [] }) });
    change(makeReport({ companies: contacts(9).toReversed(), findings: [] }));
    expect(lead()).toBe('This page contacted 9 other companies, among them C0 and C1.');
  });

  it('says which text it is, how old on the day of the visit, and leads to the one of today', () => {
    const visit = makeVisit({ since: Date.parse('2027-06-01T10:00:00Z') });
    open({ report: makeReport({ visit }) });
    expect(words()).toContain('Archived 31 Dec 2011, more than 15 years ago.');
    const link = screen.getByRole('link', { name: /^Today’s may differ: open it/ });
    expect(link.getAttribute('href')).toBe(listed.policyUrl);
  });

  it('says only that it may differ where the one of today is not known', () => {
    open({ report: makeReport({ recognition: { ...listed, policyUrl: null } }) });
    expect(words()).toContain('Archived 31 Dec 2011, almost 15 years ago. Today’s may differ.');
  });

  it.each<[string, Setting]>([
    ['the policy is background', { report: makeReport({ recognition: ownPolicy }) }],
    ['nothing is compared', { report: makeReport({ recognition: unlisted }) }],
  ])('says nothing of the text where %s', (_what, setting) => {
    open(setting);
    expect(document.querySelector('[data-archived]')).toBeNull();
    expect(lead()).not.toContain('policy');
  });

  it('on the page of the policy itself, one banner says that it is today’s and which one we compare with', () => {
    const address = { scheme: 'https', host: 'www.sonymusic.com', path: '/privacy-policy' } as const;
    open({
      report: makeReport({ visit: makeVisit({ address }) }),
      tab: { url: 'https://www.sonymusic.com/privacy-policy' },
    });
    expect(words()).toContain(
      'You are reading today’s policy We compare with the one archived on 31 Dec 2011, almost 15 years ago.',
    );
    expect(document.querySelector('[data-archived]')).toBeNull();
  });

  it('is left out where a banner says that nothing was seen, and so are the numbers', () => {
    open({ report: emptyReport() });
    expect(document.querySelector('[data-count]')).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(words().match(/no other company/g)).toHaveLength(1);
    expect(words()).not.toMatch(/\b0\b/);
  });

  it.each([
    ['all loaded', contacts(3), null],
    ['some of one did not', [makeContact(makeCompany({ name: 'A' }), [makeHost('a.example', { failed: 1 })])], null],
    [
      'nothing of two did',
      ['A', 'B'].map((name) => makeContact(makeCompany({ name }), [makeHost(`${name}.example`, { failed: 3 })])),
      '2 of them did not load.',
    ],
    [
      "the site's own failed",
      [makeContact(makeCompany({ name: 'Own', relation: 'same-owner' }), [makeHost('own.example', { failed: 3 })])],
      null,
    ],
  ])('%s', (_name, companies, sentence) => {
    open({ report: makeReport({ companies }) });
    if (sentence === null) expect(words()).not.toMatch(/of them did not load/);
    else expect(words()).toContain(sentence);
  });
});

describe('what stands out', () => {
  it.each<[string, Setting, number]>([
    ['three where there is room', {}, 3],
    ['two below a banner', { report: makeReport({ visit: makeVisit({ late: true }) }) }, 2],
    ['two where the policy is background', { report: makeReport({ recognition: ownPolicy }) }, 2],
    ['two where nothing is compared', { report: makeReport({ recognition: unlisted }) }, 2],
    ['one where there is one', { report: makeReport({ findings: silent(0).slice(0, 1) }) }, 1],
  ])('is %s', (_name, setting, count) => {
    open(setting);
    expect(rows()).toHaveLength(count);
  });

  it('is left out where nothing was seen', () => {
    open({ report: emptyReport() });
    expect(screen.queryByRole('heading', { name: 'What stands out' })).toBeNull();
  });

  it('may be nothing, and that is said', () => {
    const seen = [
      makeFinding({ practice: practice('consent-manager', 4), label: 'not-found' }),
      makeFinding({ practice: practice('links', 5), label: 'not-found' }),
      makeFinding({ practice: practice('widget', 3), label: 'stated' }),
    ];
    open({ report: makeReport({ findings: seen }) });
    expect(rows()).toEqual([]);
    expect(words()).toContain('What stands out Nothing that we saw stands out.');
  });

  it('begins with what weighs most, under what the text says of it', () => {
    const seen = [
      makeFinding({ practice: practice('a', 1), label: 'stated' }),
      makeFinding({ practice: practice('b', 3), label: 'not-found' }),
      makeFinding({ practice: practice('c', 1), label: 'not-found' }),
      makeFinding({ practice: practice('d', 2), label: 'cannot-tell' }),
      makeFinding({ practice: practice('e', 2), label: 'not-found' }),
    ];
    open({ report: makeReport({ findings: seen }) });
    expect(rows()).toEqual(['c', 'e', 'a']);
    expect(screen.getAllByRole('heading', { level: 3 }).map(wordsOf)).toEqual([
      'No sentence found in the 2011 policy',
      'Stated in the 2011 policy',
    ]);
  });

  it('keeps its places while more is seen, and fills those that are free', () => {
    const [first, second, third] = findings.slice(0, 2).concat(findings.slice(4, 5));
    const heavy = makeFinding({ practice: practice('heavy', 1), label: 'not-found' });
    const { change } = open({ report: makeReport({ findings: [first, third].filter((one) => one !== undefined) }) });
    expect(rows()).toEqual(['session-recording', 'web-analytics']);
    change(makeReport({ findings: [heavy, first, second, third].filter((one) => one !== undefined) }));
    // What is new joins its own label; the first stays the first.
    expect(rows()).toEqual(['session-recording', 'heavy', 'web-analytics']);
  });

  it('tells who in each row, else what, and the label once', () => {
    open();
    const list = within(screen.getByRole('region', { name: 'What stands out' }));
    expect(list.getAllByRole('link').map(wordsOf)).toEqual([
      'Session recording Microsoft Clarity',
      'Web storage _clck and tab-state',
      'Sent without encryption found.example',
    ]);
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#practice/session-recording',
      '#practice/web-storage',
      '#practice/sent-without-encryption',
    ]);
  });
});

describe('the main action', () => {
  const offer = (id: string, region: string): OfferedRoute => ({
    route: makeRoute({ id, title: `Route of ${region}`, region }),
    because: { kind: 'always', names: [] },
  });
  const german = [...routes, offer('german', 'DE')];
  const FORM = 'Ask Sony Music about your data See, correct or delete it';
  const ways = (title: string): string => `${title} And other ways to answer back`;
  it.each<[string | null, readonly OfferedRoute[], string]>([
    [null, routes, FORM],
    ['US-CA', routes, FORM],
    ['DE', routes, FORM],
    ['DE', german, ways('Route of DE')],
    [null, german, FORM],
    ['DE', [offer('a', 'US'), offer('b', 'GB')], ways('Route of US')],
  ])('for somebody in %s is the nearest of the offer', (region, offered, name) => {
    open({ region, report: makeReport({ routes: offered, firstRoute: nearestRoute(offered, region) }) });
    const main = document.querySelectorAll('main a.main, main button.main');
    expect([...main].map(wordsOf)).toEqual([name]);
    expect(main[0]?.getAttribute('href')).toBe('#act');
  });

  it('is left out where nothing is offered', () => {
    open({ report: makeReport({ routes: [] }) });
    expect(document.querySelector('a[href="#act"]')).toBeNull();
  });
});

describe('the ways deeper', () => {
  const counts = (): readonly string[] =>
    within(screen.getByRole('navigation', { name: 'More on this page' }))
      .getAllByRole('link')
      .map(wordsOf);

  it.each<[string, Report, readonly string[]]>([
    ['something of everything', makeReport(), ['6 Things seen', '5 Companies', '6 Kept in your browser']],
    [
      'kept things without Flash',
      makeReport({ visit: makeVisit(), items: items.slice(0, 2) }),
      ['6 Things seen', '5 Companies', '2 Kept in your browser'],
    ],
    ['very much', bigReport(2600), ['6 Things seen', '1,300 Companies', '2,601 Kept in your browser']],
  ])('count %s', (_name, report, expected) => {
    open({ report });
    expect(counts()).toEqual(expected);
  });

  it('are few to draw over a page of 300 hosts', () => {
    open({ report: bigReport(300) });
    expect(document.querySelectorAll('*').length).toBeLessThan(200);
  });

  it('lead to what is not seen, to the inspector of this tab and to the settings, which open beside the page', () => {
    open();
    const footer = document.querySelector('footer');
    expect(
      [...(footer?.querySelectorAll('a') ?? [])].map((link) => [wordsOf(link), link.getAttribute('href')]),
    ).toEqual([
      ['What we do not see here', '#about'],
      ['Inspector', expect.stringMatching(/^\/inspector\.html\?tab=\d+$/)],
      ['Settings', '/options.html'],
    ]);
  });
});
