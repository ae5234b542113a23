import { describe, expect, it } from 'vitest';
import { createClauseIndex, type AboutPolicy } from '../../../findings/clauses.ts';
import type { Clause, ClausesFile } from '../../../schemas/policy-data.ts';

/** A clause of ten characters; `place` is its turn in the policy. */
function clause(id: string, place: number, practices: Clause['practices'] = []): Clause {
  return {
    id,
    section: 'Introduction',
    quote: 'We do so. ',
    start: place * 10,
    end: place * 10 + 10,
    summary: 'They do so.',
    practices,
    dataTypes: [],
    purposes: [],
    recipients: [],
    choice: null,
    routes: [],
  };
}

const about: AboutPolicy = { named: { companies: [] }, browserParts: { parts: [] }, captureDate: '2011-12-31' };
const index = (...clauses: Clause[]) => createClauseIndex({ clauses, setAside: [] } satisfies ClausesFile, about);

describe('createClauseIndex', () => {
  it('gives all clauses in the order of the policy, whatever the order of the file', () => {
    expect(index(clause('b', 2), clause('c', 3), clause('a', 1)).all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('leaves the file as it is', () => {
    const clauses = [clause('b', 2), clause('a', 1)];
    createClauseIndex({ clauses, setAside: [] }, about);
    expect(clauses.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('finds a clause by its id', () => {
    const clauses = index(clause('a', 1), clause('b', 2));
    expect(clauses.byId('b')?.start).toBe(20);
    expect(clauses.byId('c')).toBeNull();
    expect(clauses.byId('toString')).toBeNull();
  });

  it('gives the clauses of a practice in the order of the policy, with how and when each speaks of it', () => {
    const clauses = index(
      clause('unclear', 0, [{ practice: 'cookies', speaks: 'unclear', reason: 'It says "may".' }]),
      clause('names', 5, [
        { practice: 'cookies', speaks: 'names', when: { named: ['Acme'] } },
        { practice: 'cookies', speaks: 'general' },
      ]),
      clause('general', 3, [{ practice: 'cookies', speaks: 'general' }]),
      clause('other', 6, [{ practice: 'payment', speaks: 'names' }]),
    );
    const found = clauses.forPractice('cookies');
    expect(found.map(({ clause: { id }, speaks }) => [id, speaks])).toEqual([
      ['unclear', 'unclear'],
      ['general', 'general'],
      ['names', 'names'],
      ['names', 'general'],
    ]);
    expect(found.map(({ when }) => when)).toEqual([undefined, undefined, { named: ['Acme'] }, undefined]);
    expect(found[0]?.reason).toBe('It says "may".');
  });

  it('gives nothing for a practice of which no clause speaks', () => {
    expect(index(clause('a', 1)).forPractice('cookies')).toEqual([]);
    expect(index().forPractice('constructor')).toEqual([]);
  });

  it('knows the year of the text, which tells who a company was by then', () => {
    expect(index().year).toBe(2011);
  });

  it('throws on two clauses with one id', () => {
    expect(() => index(clause('a', 1), clause('b', 2), clause('a', 3))).toThrow('Two clauses have the id "a".');
  });

  it('throws on an entry behind one that always applies', () => {
    const twice: Clause['practices'] = [
      { practice: 'cookies', speaks: 'names' },
      { practice: 'cookies', speaks: 'general' },
    ];
    expect(() => index(clause('a', 1, twice))).toThrow('Clause "a" lists the practice "cookies" twice.');
  });

  it('lets two clauses speak of one practice', () => {
    const clauses = index(
      clause('a', 1, [{ practice: 'cookies', speaks: 'names' }]),
      clause('b', 2, [{ practice: 'cookies', speaks: 'names' }]),
    );
    expect(clauses.forPractice('cookies')).toHaveLength(2);
  });
});
