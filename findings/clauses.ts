/** Which clause speaks of a practice, and how? The index of a policy's clauses. */
import type { Clause, ClausesFile } from '../schemas/policy-data';

/** A clause that speaks of the practice that was asked for, and in which way. */
export interface SpeakingClause {
  readonly clause: Clause;
  readonly speaks: 'names' | 'general' | 'unclear';
  /** With `unclear`: why the text does not settle it. */
  readonly reason?: string;
  /** With `names`: the companies for which alone it names the practice; for others it speaks in general words. */
  readonly only?: readonly string[] | undefined;
}

/** The clauses of one policy, found by id or by practice. */
export interface ClauseIndex {
  /** In the policy's order. */
  readonly all: readonly Clause[];
  /** The clause of that id, or null. */
  readonly byId: (id: string) => Clause | null;
  /** Clauses that name the practice first, then those in general words, then the unclear ones; each in the policy's order. */
  readonly forPractice: (practiceId: string) => readonly SpeakingClause[];
  /** The names of all recipients that the clauses print, each once. */
  readonly recipients: readonly string[];
}

const STRENGTH = { names: 0, general: 1, unclear: 2 } as const;

/**
 * Indexes the clauses of a policy once.
 *
 * Throws an Error when two clauses have one id, or when a clause lists a practice twice: the label of a finding would then
 * depend on which of them is read first.
 */
export function createClauseIndex(file: ClausesFile): ClauseIndex {
  const all = [...file.clauses].sort((a, b) => a.start - b.start);
  const byId = new Map<string, Clause>();
  const byPractice = new Map<string, SpeakingClause[]>();

  for (const clause of all) {
    if (byId.has(clause.id)) throw new Error(`Two clauses have the id "${clause.id}".`);
    byId.set(clause.id, clause);

    const listed = new Set<string>();
    for (const { practice, ...how } of clause.practices) {
      if (listed.has(practice)) throw new Error(`Clause "${clause.id}" lists the practice "${practice}" twice.`);
      listed.add(practice);
      const entries = byPractice.get(practice);
      if (entries) entries.push({ clause, ...how });
      else byPractice.set(practice, [{ clause, ...how }]);
    }
  }
  // Stable, so that clauses of one strength keep the policy's order.
  for (const entries of byPractice.values()) entries.sort((a, b) => STRENGTH[a.speaks] - STRENGTH[b.speaks]);

  return {
    all,
    byId: (id) => byId.get(id) ?? null,
    forPractice: (practiceId) => byPractice.get(practiceId) ?? [],
    recipients: [...new Set(all.flatMap(({ recipients }) => recipients))],
  };
}
