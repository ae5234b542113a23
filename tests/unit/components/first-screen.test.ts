// @vitest-environment happy-dom
/** What does a person read first, before any step deeper? */
import { within, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../findings/finding';
import type { OfferedRoute, Report } from '../../../findings/report';
import { open, words, wordsOf, type Setting } from './popup-fixture';
import {
  bigReport,
  emptyReport,
  findings,
  items,
  makeCompany,
  makeContact,
  makeFinding,
  makeHost,
  makePractice,
  makeReport,
  makeRoute,
  makeVisit,
  ownPolicy,
  routes,
  unlisted,
} from './report-fixture';

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
const lead = (): string => wordsOf(document.querySelector('.finding'));
const rows = (): readonly (string | null)[] =>
  [...document.querySelectorAll('main [data-practice]')].map((row) => row.getAttribute('data-practice'));

describe('the lead', () => {
  const NONE = 'each thing it does that we could compare has a sentence in the policy of 31 Dec 2011';
  const ONE = 'for 1 thing it does we found no sentence in the policy of 31 Dec 2011';
  const MANY = 'for 12 things it does we found no sentence in the policy of 31 Dec 2011';
  it.each([
    [0, 0, `No other company was contacted on this page, and ${NONE}.`],
    [0, 1, `No other company was contacted on this page, and ${ONE}.`],
    [0, 12, `No other company was contacted on this page, and ${MANY}.`],
    [1, 0, `1 other company was contacted on this page, and ${NONE}.`],
    [1, 1, `1 other company was contacted on this page, and ${ONE}.`],
    [1, 12, `1 other company was contacted on this page, and ${MANY}.`],
    [1204, 0, `1,204 other companies were contacted on this page, and ${NONE}.`],
    [1204, 1, `1,204 other companies were contacted on this page, and ${ONE}.`],
    [1204, 12, `1,204 other companies were contacted on this page, and ${MANY}.`],
  ])('of %i companies and %i practices without a sentence', (companies, without, sentence) => {
    open({ report: makeReport({ companies: contacts(companies), findings: silent(without) }) });
    expect(lead()).toBe(sentence);
  });

  it('says nothing of sentences where nothing could be compared', () => {
    open({ report: makeReport({ findings: [], companies: contacts(1) }) });
    expect(lead()).toBe('1 other company was contacted on this page.');
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

  it('begins where the text is silent, and there with what follows a person', () => {
    const seen = [
      makeFinding({ practice: practice('a', 1), label: 'stated' }),
      makeFinding({ practice: practice('b', 3), label: 'not-found' }),
      makeFinding({ practice: practice('c', 1), label: 'not-found' }),
      makeFinding({ practice: practice('d', 2), label: 'cannot-tell' }),
      makeFinding({ practice: practice('e', 2), label: 'not-found' }),
    ];
    open({ report: makeReport({ findings: seen }) });
    expect(rows()).toEqual(['c', 'e', 'b']);
  });

  it('keeps its places while more is seen, and fills those that are free', () => {
    const [first, second, third] = findings.slice(0, 2).concat(findings.slice(4, 5));
    const heavy = makeFinding({ practice: practice('heavy', 1), label: 'not-found' });
    const { change } = open({ report: makeReport({ findings: [first, third].filter((one) => one !== undefined) }) });
    expect(rows()).toEqual(['session-recording', 'web-analytics']);
    change(makeReport({ findings: [heavy, first, second, third].filter((one) => one !== undefined) }));
    expect(rows()).toEqual(['session-recording', 'web-analytics', 'heavy']);
  });

  it('tells who in each row, else what, with the label', () => {
    open();
    const list = within(screen.getByRole('region', { name: 'What stands out' }));
    expect(list.getAllByRole('link').map(wordsOf)).toEqual([
      'Session recording No sentence found Microsoft',
      'Web storage No sentence found _clck and tab-state',
      'Sent without encryption Cannot tell found.example',
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
  it.each<[string | null, readonly OfferedRoute[], string]>([
    [null, routes, 'Write to Sony Music'],
    ['US-CA', routes, 'Write to Sony Music'],
    ['DE', routes, 'Write to Sony Music'],
    ['DE', german, 'Route of DE'],
    [null, german, 'Write to Sony Music'],
    ['DE', [offer('a', 'US'), offer('b', 'GB')], 'Route of US'],
  ])('for somebody in %s is the nearest of the offer', (region, offered, name) => {
    open({ region, report: makeReport({ routes: offered }) });
    const main = document.querySelectorAll('main a.main, main button.main');
    expect([...main].map(wordsOf)).toEqual([`Answer back ${name}`]);
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
    ['something of everything', makeReport(), ['6 All practices', '5 Companies', '6 Kept']],
    ['nothing', emptyReport(), ['0 All practices', '0 Companies', '0 Kept']],
    [
      'kept things without Flash',
      makeReport({ visit: makeVisit(), items: items.slice(0, 2) }),
      ['6 All practices', '5 Companies', '2 Kept'],
    ],
    ['very much', bigReport(2600), ['6 All practices', '1,300 Companies', '2,601 Kept']],
  ])('count %s', (_name, report, expected) => {
    open({ report });
    expect(counts()).toEqual(expected);
  });

  it('are few to draw over a page of 300 hosts', () => {
    open({ report: bigReport(300) });
    expect(document.querySelectorAll('*').length).toBeLessThan(200);
  });

  it('lead to what is not seen and to the settings, which open beside the page', () => {
    open();
    const footer = document.querySelector('footer');
    expect(
      [...(footer?.querySelectorAll('a') ?? [])].map((link) => [wordsOf(link), link.getAttribute('href')]),
    ).toEqual([
      ['What we do not see here', '#about'],
      ['Page view', '#about'],
      ['Settings', '/options.html'],
    ]);
  });
});
