// @vitest-environment happy-dom
/** Are names made by a page shown as the text that they are, in every view? */
import { describe, expect, it } from 'vitest';
import { addressesOf, open, unfoldAll, words } from './popup-fixture.ts';
import { listed, makeReport, unlisted } from './report-fixture.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import {
  inPractice,
  makeCompany,
  makeContact,
  makeEvidence,
  makeFinding,
  makePractice,
} from '../../../tools/builders/reports.ts';

describe('names made by a page', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>{{count}}$t(product)';
  const company = makeCompany({ name: hostile, owner: hostile, known: true });
  const own = makeCompany({ name: hostile, owner: hostile, relation: 'same-owner' });
  const item = { item: makeItem({ store: 'local', name: hostile, host: hostile }), knowledge: null } as const;
  const report = makeReport({
    recognition: {
      ...listed,
      operator: hostile,
      label: hostile,
      reasons: [{ code: 'mark', mark: 'x', detail: hostile }],
    },
    companies: [
      makeContact(company, [makeHost(hostile, { paths: [hostile] })]),
      makeContact(own, [makeHost(`own.${hostile}`)]),
    ],
    items: [{ ...item, setByOther: true, setterOwner: hostile }],
    findings: [
      makeFinding({
        practice: makePractice({ id: 'widget', name: 'Widget' }),
        label: 'stated',
        evidence: [makeEvidence({ kind: 'link', text: hostile, path: hostile, scopes: [hostile], host: hostile })],
        companies: [inPractice(company), inPractice(makeCompany({ name: 'B' }), true)],
      }),
    ],
    visit: makeVisit({
      root: 'here',
      address: { scheme: 'https', host: hostile, path: '/' },
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
          damaged: 'unknown-value',
        },
      ],
      limits: [{ at: AT, observer: hostile, reason: 'too-many', count: 3 }],
    }),
  });

  it.each([
    ['#', 2],
    ['#site', 4],
    ['#practices', 1],
    ['#practice/widget', 4],
    ['#companies', 3],
    [addressesOf(report).at(-2) ?? '', 5],
    [addressesOf(report).at(-1) ?? '', 3],
    ['#kept', 9],
    ['#act', 1],
    ['#about', 2],
  ])('are shown as text at %s', async (at, times) => {
    open({ report, at, tab: { page: { root: 'here', document: 'd1' } } });
    await unfoldAll();
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    const seen = words().split('<img src=x onerror=alert(1)>');
    expect(seen.length - 1).toBeGreaterThanOrEqual(times);
    // Not read as a pattern of ours either.
    expect(words().split('{{count}}$t(product)').length).toBeGreaterThanOrEqual(seen.length);
  });

  it('are no way into an operator’s sentence of a page that is not ours', () => {
    const recognition = { ...unlisted, status: 'lookalike' as const, operator: hostile };
    open({ ledger: { state: 'empty' }, tab: { url: 'https://a.example/' }, recognition });
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(words()).toContain(`It is run by ${hostile}.`);
  });
});
