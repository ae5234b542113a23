import { describe, expect, it } from 'vitest';
import type { ClauseIndex, SpeakingClause } from '../../../findings/clauses.ts';
import type { Evidence } from '../../../findings/evidence.ts';
import { matchClauses } from '../../../findings/match.ts';
import { isNamedFor, namedCompany } from '../../../findings/named.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import type { CompanyMatch } from '../../../recognition/company.ts';
import type { Practice } from '../../../schemas/policy-data.ts';
import { makeEvidence } from '../../../tools/builders/reports.ts';

const [{ organisation, practices }] = shippedKnowledge();
const { clauses } = organisation;

function practice(id: string): Practice {
  const found = practices.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no practice ${id}.`);
  return found;
}

function company(name: string, owner = name, change: Partial<CompanyMatch> = {}): CompanyMatch {
  const names = [name, owner];
  return {
    key: owner,
    name,
    owner,
    names,
    category: 'other',
    purpose: null,
    known: true,
    relation: 'other',
    ...change,
  };
}

const seen = (host: string): Evidence => makeEvidence({ kind: 'request', host });

describe('whom the text names', () => {
  it.each<[CompanyMatch, string | null]>([
    [company('Facebook'), 'Facebook Connect'],
    [company('Facebook', 'Meta'), 'Facebook Connect'],
    [company('Meta'), 'Facebook Connect'],
    [company('Meta Pixel', 'Meta'), 'Facebook Connect'],
    [company('Messenger', 'Facebook'), 'Facebook Connect'],
    [company('X'), 'Twitter'],
    [company('Twitter, Inc.'), 'Twitter'],
    [company('Twitter Short URL', 'Twitter'), 'Twitter'],
    [company('TRUSTe', 'TrustArc'), 'TRUSTe'],
    [company('TrustArc'), 'TRUSTe'],
    // Bought or begun after the text was written.
    [company('Instagram', 'Facebook'), null],
    [company('Instagram', 'Meta'), null],
    [company('WhatsApp', 'Facebook'), null],
    [company('Threads', 'Meta'), null],
    [company('LiveRail', 'Facebook'), null],
    [company('Vine', 'Twitter'), null],
    // A service of theirs of which nobody has said since when.
    [company('Oculus', 'Meta'), null],
    // Others that are only called alike.
    [company('Face'), null],
    [company('Meta Broadcast'), null],
    [company('TrustX'), null],
    [company('Google Analytics', 'Google'), null],
    [company('facebook.example', 'facebook.example', { known: false }), null],
    [company('Twitter', 'Twitter', { known: false }), null],
  ])('%o → %s', (who, printed) => {
    expect(namedCompany(who, clauses)?.printed ?? null).toBe(printed);
  });

  it.each([
    ['Facebook', 'social-sign-in', true],
    ['Facebook', 'advertising', false],
    ['Facebook', 'pixel-tag', false],
    ['Facebook', 'social-plug-in', false],
    ['X', 'social-sign-in', true],
    ['X', 'advertising', false],
    ['TrustArc', 'consent-manager', false],
  ])('%s for %s: %s', (name, id, expected) => {
    expect(isNamedFor(company(name), id, clauses)).toBe(expected);
  });

  it('has a year for each service of theirs that our lists know by a name of its own', () => {
    const [{ companies }] = shippedKnowledge();
    const hosts = [
      'instagram.com',
      'whatsapp.com',
      'threads.net',
      'messenger.com',
      'liverail.com',
      'facebook.net',
      't.co',
    ];
    const unlisted = hosts
      .map((host) => companies.find(host, 'www.bobdylan.com'))
      .filter((service) => {
        const entry = clauses.named.find(({ names }) => names.some(({ name }) => name === service.owner));
        const ofItsOwn = entry?.names.every(({ name }) => !service.name.startsWith(name)) ?? false;
        return ofItsOwn && entry?.services.every(({ name }) => name !== service.name) === true;
      });
    expect(unlisted).toEqual([]);
  });
});

describe('matchClauses', () => {
  /** Judges evidence with a company behind each, null for the site's own. */
  const judged = (
    id: string,
    met: readonly (readonly [Evidence, CompanyMatch | null])[] = [[seen('a.example'), null]],
    policy: 'held' | 'own' | 'none' = 'held',
    index = clauses,
  ) => {
    const companyOf = new Map(met);
    const proof = met.map(([evidence]) => evidence);
    const behind = (evidence: Evidence) => [companyOf.get(evidence) ?? []].flat();
    return matchClauses(practice(id), proof, behind, index, policy);
  };
  const of = (...companies: readonly CompanyMatch[]) => companies.map((one) => [seen(one.name), one] as const);

  it.each([
    ['flash-cookies', 'stated'],
    ['form-to-another-company', 'stated-in-general'],
    ['web-storage', 'not-found'],
    ['sent-without-encryption', 'cannot-tell'],
    ['hidden-fields', 'cannot-tell'],
  ])('%s → %s', (id, label) => {
    const finding = judged(id);
    expect(finding.label).toBe(label);
    expect(finding.reason === null).toBe(label !== 'cannot-tell');
    expect(finding.parts).toBeUndefined();
  });

  it('gives clauses with a quote for what is stated, and none for what is not found', () => {
    expect(judged('flash-cookies').clauses[0]?.clause.quote).toContain('Flash cookies');
    expect(judged('web-storage').clauses).toEqual([]);
  });

  it('gives each company its own label, and the practice that of which the text says least', () => {
    const facebook = company('Facebook', 'Meta');
    expect(judged('social-sign-in', of(facebook)).label).toBe('stated');
    expect(judged('social-sign-in', of(company('Google'))).label).toBe('stated-in-general');
    const both = judged('social-sign-in', of(facebook, company('Google'), company('Apple')));
    expect(both.label).toBe('stated-in-general');
    expect(both.parts?.map(({ label, companies }) => [label, companies])).toEqual([
      ['stated-in-general', ['Google', 'Apple']],
      ['stated', ['Meta']],
    ]);
    expect(both.companies.map(({ namedByPolicy }) => namedByPolicy)).toEqual([true, false, false]);
  });

  it('says of each company whether the sentences on this practice name it, and where else the text does', () => {
    const [facebook, google] = judged('advertising', of(company('Facebook'), company('Google'))).companies;
    expect([facebook?.namedByPolicy, facebook?.named?.as]).toEqual([false, 'sign-in']);
    expect([google?.namedByPolicy, google?.named]).toEqual([false, undefined]);
  });

  it('parts what was seen by its kind', () => {
    const asked = makeEvidence({ kind: 'geolocation', host: 'www.bobdylan.com' });
    const finding = judged('location-look-up', [...of(company('ipinfo.io')), [asked, null]]);
    expect(finding.label).toBe('not-found');
    expect(finding.parts?.map(({ label, companies, evidence }) => [label, companies, evidence])).toEqual([
      ['not-found', [], [asked]],
      ['cannot-tell', ['ipinfo.io'], []],
    ]);
  });

  it('does not call a text silent about what is newer than itself', () => {
    const worker = makeEvidence({ kind: 'service-worker', name: '/' });
    const database = makeEvidence({ kind: 'indexed-db', name: 'player' });
    expect(judged('browser-databases', [[worker, null]])).toMatchObject({
      label: 'cannot-tell',
      reason: 'Browsers have had service workers only since 2015. The text is older.',
    });
    expect(judged('browser-databases', [[database, null]]).label).toBe('not-found');
    const both = judged('browser-databases', [
      [worker, null],
      [database, null],
    ]);
    expect(both.label).toBe('not-found');
    expect(both.parts).toHaveLength(2);
  });

  it('tells of a promise that the page does not keep, beside what a sentence states', () => {
    const card = makeEvidence({ kind: 'form', host: 'a.example', situation: 'card-form' });
    const finding = judged('sent-without-encryption', [[card, null]]);
    expect(finding).toMatchObject({ label: 'stated', otherwise: true });
    expect(finding.clauses.filter(({ speaks }) => speaks === 'otherwise').map(({ clause }) => clause.id)).toEqual([
      'security-encryption',
    ]);
    // Beside an image by http, the promise still comes first.
    const more = judged('sent-without-encryption', [
      [seen('b.example'), null],
      [card, null],
    ]);
    expect(more).toMatchObject({ label: 'stated', otherwise: true });
    expect(more.parts?.map(({ otherwise }) => otherwise)).toEqual([true, false]);

    const payment = judged('payment', [
      [makeEvidence({ kind: 'field', names: ['a'], situation: 'unencrypted' }), null],
    ]);
    expect(payment.label).toBe('stated');
    expect(payment.otherwise).toBeUndefined();
    expect(payment.clauses.some(({ speaks }) => speaks === 'otherwise')).toBe(true);
    expect(judged('payment').clauses.some(({ speaks }) => speaks === 'otherwise')).toBe(false);
  });

  it.each([
    ['own', 'own-policy'],
    ['none', 'no-policy'],
  ] as const)('shows clauses as background, and no more, where the policy is %s', (policy, reason) => {
    const card = makeEvidence({ kind: 'form', host: 'a.example', situation: 'card-form' });
    for (const [id, evidence] of [
      ['flash-cookies', seen('a')],
      ['web-storage', seen('a')],
      ['sent-without-encryption', card],
    ] as const) {
      const finding = judged(id, [[evidence, null]], policy);
      expect(finding).toMatchObject({ label: 'cannot-tell', reason, background: true });
      expect([finding.otherwise, finding.parts]).toEqual([undefined, undefined]);
    }
    expect(judged('flash-cookies').background).toBe(false);
  });

  it('takes the strongest sentence, and the first entry of a clause that applies', () => {
    const [clause, other] = clauses.all;
    if (clause === undefined || other === undefined) throw new Error('There are no clauses.');
    const index = (...entries: readonly Omit<SpeakingClause, 'clause'>[]): ClauseIndex => ({
      ...clauses,
      forPractice: () => entries.map((entry, n) => ({ clause: { ...clause, id: `c${n}` }, ...entry })),
    });
    const label = (...speaks: readonly SpeakingClause['speaks'][]) =>
      judged('web-storage', undefined, undefined, index(...speaks.map((how) => ({ speaks: how, reason: 'Unclear.' }))))
        .label;
    expect(label('unclear', 'general', 'names')).toBe('stated');
    expect(label('general', 'unclear')).toBe('stated-in-general');
    expect(label('unclear')).toBe('cannot-tell');
    expect(label()).toBe('not-found');

    const twice: ClauseIndex = {
      ...clauses,
      forPractice: () => [
        { clause, speaks: 'names', when: { does: ['ad'] } },
        { clause, speaks: 'general' },
      ],
    };
    const labelOf = (does: CompanyMatch['category']) =>
      judged('web-storage', of(company('A', 'A', { category: does })), undefined, twice).label;
    expect([labelOf('ad'), labelOf('cdn')]).toEqual(['stated', 'stated-in-general']);
  });
});
