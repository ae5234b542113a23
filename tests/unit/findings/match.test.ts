import { describe, expect, it } from 'vitest';
import type { ClauseIndex } from '../../../findings/clauses';
import { isNamed, matchClauses } from '../../../findings/match';
import { shippedKnowledge } from '../../../findings/shipped-knowledge';
import type { CompanyMatch } from '../../../recognition/company';
import type { Practice } from '../../../schemas/policy-data';

const { clauses, practices } = shippedKnowledge();

function practice(id: string): Practice {
  const found = practices.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no practice ${id}.`);
  return found;
}

function company(name: string, owner = name, known = true): CompanyMatch {
  return { key: owner, name, owner, names: [name, owner], category: 'other', purpose: null, known, relation: 'other' };
}

describe('isNamed', () => {
  it.each([
    [company('Facebook'), ['Facebook Connect'], true],
    [company('Instagram', 'Facebook'), ['Facebook Connect'], true],
    [company('Meta'), ['Facebook Connect'], true],
    [company('X'), ['Twitter'], true],
    [company('Twitter, Inc.'), ['Twitter'], true],
    [company('Face'), ['Facebook Connect'], false],
    [company('Google Analytics', 'Google'), ['Facebook Connect', 'Twitter'], false],
    [company('facebook.example', 'facebook.example', false), ['Facebook Connect'], false],
    [company('Twitter', 'Twitter', false), ['Twitter'], false],
  ])('%o in %j → %s', (who, names, expected) => {
    expect(isNamed(who, names)).toBe(expected);
  });
});

describe('matchClauses', () => {
  const judged = (
    id: string,
    companies: CompanyMatch[] = [],
    policy: 'us-2011-12-31' | 'own' | 'none' = 'us-2011-12-31',
  ) => matchClauses(practice(id), [], companies, clauses, policy);

  it.each([
    ['flash-cookies', 'stated'],
    ['form-to-another-company', 'stated-in-general'],
    ['session-recording', 'not-found'],
    ['sent-without-encryption', 'cannot-tell'],
  ])('%s → %s', (id, label) => {
    const finding = judged(id);
    expect(finding.label).toBe(label);
    expect(finding.reason === null).toBe(label !== 'cannot-tell');
    expect(finding.clauses.length > 0).toBe(
      label === 'stated' || label === 'stated-in-general' || finding.clauses.length > 0,
    );
  });

  it('gives clauses with a quote for what is stated, and none for what is not found', () => {
    expect(judged('flash-cookies').clauses[0]?.clause.quote).toContain('Flash cookies');
    expect(judged('web-storage').clauses).toEqual([]);
  });

  it('takes a sentence that names some companies as general for the others', () => {
    expect(judged('social-sign-in', [company('Facebook')]).label).toBe('stated');
    expect(judged('social-sign-in', [company('Google')]).label).toBe('stated-in-general');
  });

  it('says of each company whether the text names it', () => {
    const named = judged('social-sign-in', [company('Facebook'), company('Google')]).companies;
    expect(named.map(({ namedByPolicy }) => namedByPolicy)).toEqual([true, false]);
  });

  it('shows clauses as background, and no more, where another policy applies', () => {
    expect(judged('flash-cookies', [], 'own')).toMatchObject({
      label: 'cannot-tell',
      reason: 'own-policy',
      background: true,
    });
    expect(judged('web-storage', [], 'none')).toMatchObject({
      label: 'cannot-tell',
      reason: 'no-policy',
      background: true,
    });
    expect(judged('flash-cookies').background).toBe(false);
  });

  it('takes the strongest sentence', () => {
    const clause = clauses.all[0];
    if (clause === undefined) throw new Error('There is no clause.');
    const index = (...speaks: ('names' | 'general' | 'unclear')[]): ClauseIndex => ({
      ...clauses,
      forPractice: () =>
        speaks.map((how) => ({ clause, speaks: how, ...(how === 'unclear' ? { reason: 'Unclear.' } : {}) })),
    });
    const label = (...speaks: ('names' | 'general' | 'unclear')[]) =>
      matchClauses(practice('web-storage'), [], [], index(...speaks), 'us-2011-12-31').label;
    expect(label('names', 'general', 'unclear')).toBe('stated');
    expect(label('general', 'unclear')).toBe('stated-in-general');
    expect(label('unclear')).toBe('cannot-tell');
    expect(label()).toBe('not-found');
  });
});

describe('recipients', () => {
  it('hold the companies that the text of 2011 prints', () => {
    const names = clauses.recipients.join(' ');
    for (const name of ['Facebook', 'Twitter', 'TRUSTe']) expect(names).toContain(name);
  });
});
