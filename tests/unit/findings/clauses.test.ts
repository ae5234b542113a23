import { describe, expect, it } from 'vitest';
import { createClauseIndex } from '../../../findings/clauses';
import type { Clause, ClausesFile } from '../../../schemas/policy-data';

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

const index = (...clauses: Clause[]) => createClauseIndex({ clauses, setAside: [] } satisfies ClausesFile);

describe('createClauseIndex', () => {
  it('gives all clauses in the order of the policy, whatever the order of the file', () => {
    expect(index(clause('b', 2), clause('c', 3), clause('a', 1)).all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('leaves the file as it is', () => {
    const clauses = [clause('b', 2), clause('a', 1)];
    createClauseIndex({ clauses, setAside: [] });
    expect(clauses.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('finds a clause by its id', () => {
    const clauses = index(clause('a', 1), clause('b', 2));
    expect(clauses.byId('b')?.start).toBe(20);
    expect(clauses.byId('c')).toBeNull();
    expect(clauses.byId('toString')).toBeNull();
  });

  it('gives those that name a practice first, then general, then unclear, each in the order of the policy', () => {
    const clauses = index(
      clause('unclear', 0, [{ practice: 'cookies', speaks: 'unclear', reason: 'It says "may".' }]),
      clause('general-1', 1, [{ practice: 'cookies', speaks: 'general' }]),
      clause('names-2', 5, [{ practice: 'cookies', speaks: 'names' }]),
      clause('general-2', 3, [{ practice: 'cookies', speaks: 'general' }]),
      clause('names-1', 4, [{ practice: 'cookies', speaks: 'names', only: ['Acme'] }]),
      clause('other', 6, [{ practice: 'payment', speaks: 'names' }]),
    );
    const found = clauses.forPractice('cookies');
    expect(found.map((entry) => entry.clause.id)).toEqual(['names-1', 'names-2', 'general-1', 'general-2', 'unclear']);
    expect(found.map((entry) => entry.speaks)).toEqual(['names', 'names', 'general', 'general', 'unclear']);
    expect(found[0]?.only).toEqual(['Acme']);
    expect(found[1]?.only).toBeUndefined();
    expect(found[4]?.reason).toBe('It says "may".');
  });

  it('gives nothing for a practice of which no clause speaks', () => {
    expect(index(clause('a', 1)).forPractice('cookies')).toEqual([]);
    expect(index().forPractice('constructor')).toEqual([]);
  });

  it('gives each recipient that the clauses print once, in the order of the policy', () => {
    const clauses = index(
      { ...clause('b', 2), recipients: ['Gauge', 'Meter'] },
      { ...clause('a', 1), recipients: ['Meter', 'Acme'] },
    );
    expect(clauses.recipients).toEqual(['Meter', 'Acme', 'Gauge']);
  });

  it('throws on two clauses with one id', () => {
    expect(() => index(clause('a', 1), clause('b', 2), clause('a', 3))).toThrow('Two clauses have the id "a".');
  });

  it('throws on a practice that one clause lists twice', () => {
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
