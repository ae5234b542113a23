/** What can be pressed beside a practice or a company: does it fit what was seen there, and does it do what it says? */
import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { actsForCompany, actsForPractice, hasOwnSwitch } from '../../../findings/fitting-acts.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { ContactedCompany, Report } from '../../../findings/report.ts';
import type { OfferedRoute } from '../../../findings/routes.ts';
import { actWords } from '../../../words/act-words.ts';
import { listed, makeReport, ownPolicy, unlisted } from '../components/report-fixture.ts';
import { makeCompany, makeContact, makeFinding, makePractice, makeRoute } from '../../../tools/builders/reports.ts';
import { makeHost, makeVisit } from '../../../tools/builders/visits.ts';

const offered = (route: Parameters<typeof makeRoute>[0], names: readonly string[] = []): OfferedRoute => ({
  route: makeRoute(route),
  because: { kind: 'always', names },
});
const gpc = offered({
  id: 'gpc',
  title: 'Turn on the signal',
  kind: 'setting',
  address: 'https://globalprivacycontrol.org/',
  practices: ['session-recording', 'advertising'],
});
const sony = offered({ id: 'sony-feedback', title: 'Ask Sony Music' });
const hotjarPage = offered({
  id: 'vendor-hotjar',
  title: 'Read about Hotjar',
  kind: 'vendor',
  address: 'https://www.hotjar.com/legal/',
  companies: ['Hotjar'],
});
const googleAds = offered({
  id: 'google-ads',
  title: 'Google’s ads',
  kind: 'optout',
  address: 'https://myadcenter.google.com/',
  practices: ['advertising'],
  companies: ['Google'],
});
const googlePage = offered({
  id: 'vendor-google',
  title: 'Read about Google',
  kind: 'vendor',
  address: 'https://business.safety.google/privacy/',
  companies: ['Google'],
});
const contact = (name: string, owner = name, over: Partial<ContactedCompany> = {}): ContactedCompany =>
  makeContact(makeCompany({ name, owner }), [makeHost(`${name.toLowerCase().replaceAll(' ', '-')}.example`)], over);
const hotjar = contact('Hotjar');
const analytics = contact('Google Analytics', 'Google');
const doubleclick = contact('Doubleclick', 'Google');

const finding = (id: string, companies: readonly ContactedCompany[]): Finding =>
  makeFinding({
    practice: makePractice({ id, name: id }),
    label: 'not-found',
    companies: companies.map(({ company, services }) => ({
      company,
      services: services.map(({ service }) => service),
      namedByPolicy: false,
    })),
  });
const report = (over: Partial<Report> = {}): Report =>
  makeReport({
    companies: [hotjar, analytics, doubleclick],
    routes: [sony, gpc, googleAds, googlePage, hotjarPage],
    ...over,
  });
const ids = (one: Finding, on: Report = report()): string[] => actsForPractice(one, on, null).map(({ id }) => id);

describe('beside a practice', () => {
  it('our own switch comes first, then Sony Music’s form and the page of the company that was seen in it', () => {
    expect(ids(finding('session-recording', [hotjar]))).toEqual(['own-switch', 'sony-feedback', 'vendor-hotjar']);
  });

  it('a company that was met elsewhere on the page has no part in it', () => {
    expect(ids(finding('advertising', [hotjar]))).not.toContain('google-ads');
    expect(ids(finding('advertising', [doubleclick]))).toContain('google-ads');
  });

  it('two names of one owner are asked once', () => {
    const [one] = [finding('web-analytics', [analytics, doubleclick])];
    expect(ids(one).filter((id) => id === 'vendor-google')).toHaveLength(1);
  });

  it('what a company offers against another practice is not offered here', () => {
    expect(ids(finding('web-analytics', [analytics]))).not.toContain('google-ads');
  });

  it('there is something to press even where no company has a part in it', () => {
    expect(ids(finding('web-storage', []))).toEqual(['sony-feedback']);
  });

  it('the company’s own page is offered where no route knows it', () => {
    const stranger = contact('Stranger', 'Stranger', { privacyUrl: 'https://stranger.example/privacy' });
    const acts = actsForPractice(finding('web-analytics', [stranger]), report({ companies: [stranger] }), null);
    expect(acts[1]).toMatchObject({ kind: 'privacy-page', href: 'https://stranger.example/privacy' });
    expect(acts.map((act) => actWords(english, act).title)).toContain('Stranger: Privacy policy');
  });

  it('a choice that its company gives stands before what anybody can do', () => {
    expect(ids(finding('advertising', [doubleclick]))).toEqual([
      'own-switch',
      'google-ads',
      'sony-feedback',
      'vendor-google',
    ]);
  });

  it('tells before the press what must come first', () => {
    const appeal = offered({
      id: 'appeal',
      title: 'Appeal',
      address: 'https://authority.example/',
      practices: ['web-storage'],
      first: [{ do: 'ask', must: true, wait: { count: 30, unit: 'day' } }],
    });
    const acts = actsForPractice(finding('web-storage', []), report({ routes: [appeal] }), null);
    expect(acts.flatMap((act) => actWords(english, act).notes).join(' ')).toMatch(/\b30\b/);
  });

  it('is what fits where the person lives', () => {
    const german = offered({ id: 'sony-de-mail', title: 'Write', region: 'DE', address: 'mailto:a@example.com' });
    const there = report({ routes: [sony, german] });
    expect(actsForPractice(finding('web-storage', []), there, 'DE').map(({ id }) => id)).toEqual(['sony-de-mail']);
  });
});

describe('our own switch', () => {
  const signal = (gpc: boolean | null, ours = false): Report['visit'] => makeVisit({ signal: { at: 1, gpc, ours } });

  it.each<[string, Partial<Report>, boolean]>([
    ['a site of our list', { recognition: listed }, true],
    ['a site of our list with a policy of its own', { recognition: ownPolicy }, true],
    ['a page that is not on the list, where it sends nothing', { recognition: unlisted }, false],
    ['a page known by its marks, where it sends nothing', { recognition: { ...listed, status: 'by-marks' } }, false],
    ['a page to which the browser sends it already', { visit: signal(true) }, false],
    ['a page to which we send it, though it cannot read it', { visit: signal(null, true) }, false],
    ['a page to which the browser does not send it', { visit: signal(false) }, true],
    ['a page of which we do not know', { visit: signal(null) }, true],
  ])('is offered on %s: %j', (_name, over, expected) => {
    expect(hasOwnSwitch(report(over))).toBe(expected);
  });

  it('is our own page; where it does nothing, the signal of the browser is offered', () => {
    const [first] = actsForPractice(finding('session-recording', [hotjar]), report(), null);
    expect(first).toEqual({ kind: 'own-switch', id: 'own-switch', href: '/options.html#gpc' });
    expect(first === undefined ? [] : actWords(english, first).notes.join(' ')).toContain('may act on it or ignore it');
    expect(ids(finding('session-recording', [hotjar]), report({ recognition: unlisted }))).toContain('gpc');
  });
});

describe('beside a company', () => {
  it('are its own pages, those to choose on first, and Sony Music’s form', () => {
    expect(actsForCompany(doubleclick, report(), null).map(({ id }) => id)).toEqual([
      'google-ads',
      'vendor-google',
      'sony-feedback',
    ]);
  });

  it('one place is offered once', () => {
    const twice = contact('Google Analytics', 'Google', { privacyUrl: 'https://business.safety.google/privacy/' });
    expect(actsForCompany(twice, report(), null).map(({ id }) => id)).toEqual([
      'google-ads',
      'vendor-google',
      'sony-feedback',
    ]);
  });
});
