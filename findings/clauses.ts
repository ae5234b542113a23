/** Which clause speaks of a practice, and how? The index of a policy's clauses. */
import type { BrowserPartsFile, NamedCompaniesFile, NamedCompany } from '../schemas/label-data.ts';
import type { Clause, ClausesFile, When } from '../schemas/policy-data.ts';

/** A clause that speaks of the practice that was asked for, and in which way. */
export interface SpeakingClause {
  readonly clause: Clause;
  readonly speaks: 'names' | 'general' | 'unclear' | 'otherwise';
  /** With `unclear`: why the text does not settle it. */
  readonly reason?: string;
  /** What must have been seen; always, where it is absent. */
  readonly when?: When | undefined;
}

/** The clauses of one policy, found by id or by practice. */
export interface ClauseIndex {
  /** In the policy's order. */
  readonly all: readonly Clause[];
  /** The clause of that id, or null. */
  readonly byId: (id: string) => Clause | null;
  /** Clauses with their entries for the practice, in the policy's order; of a clause with several, those that stand first in the file come first. */
  readonly forPractice: (practiceId: string) => readonly SpeakingClause[];
  /** The companies that the text names, and for what. */
  readonly named: readonly NamedCompany[];
  /** The year of the text. */
  readonly year: number;
  /** Kinds of evidence that are newer than the text, each with the sentence that says so. */
  readonly newer: ReadonlyMap<string, string>;
  /** Why the text's silence tells nothing: it was not read whole, or not at all. Null where what no clause speaks of is not in it. */
  readonly silence: string | null;
}

/** What is known beside the clauses themselves. */
export interface AboutPolicy {
  readonly named: NamedCompaniesFile;
  readonly browserParts: BrowserPartsFile;
  /** When the text was archived, as '2011-12-31'. */
  readonly captureDate: string;
}

/**
 * Indexes the clauses of a policy once.
 *
 * Throws an Error when two clauses have one id, or when a clause has an entry behind one of the same practice that always applies: it
 * could never count.
 */
export function createClauseIndex(file: ClausesFile, { named, browserParts, captureDate }: AboutPolicy): ClauseIndex {
  const year = Number(captureDate.slice(0, 4));
  const all = [...file.clauses].sort((a, b) => a.start - b.start);
  const byId = new Map<string, Clause>();
  const byPractice = new Map<string, SpeakingClause[]>();

  for (const clause of all) {
    if (byId.has(clause.id)) throw new Error(`Two clauses have the id "${clause.id}".`);
    byId.set(clause.id, clause);

    const settled = new Set<string>();
    for (const { practice, ...how } of clause.practices) {
      if (settled.has(practice)) throw new Error(`Clause "${clause.id}" lists the practice "${practice}" twice.`);
      if (how.when === undefined) settled.add(practice);
      const entries = byPractice.get(practice);
      if (entries) entries.push({ clause, ...how });
      else byPractice.set(practice, [{ clause, ...how }]);
    }
  }

  return {
    all,
    byId: (id) => byId.get(id) ?? null,
    forPractice: (practiceId) => byPractice.get(practiceId) ?? [],
    named: named.companies,
    year,
    silence: null,
    newer: new Map(browserParts.parts.flatMap(({ seen, since, reason }) => (since > year ? [[seen, reason]] : []))),
  };
}

/** The clauses that speak of a practice, each once with the strongest way in which it does, whatever was seen; in the policy's order. */
export function clausesFor(
  index: ClauseIndex,
  practiceId: string,
): readonly { readonly clause: Clause; readonly speaks: 'names' | 'general' | 'unclear' }[] {
  const ways = ['names', 'general', 'unclear'] as const;
  const spoken = index.forPractice(practiceId);
  return [...new Set(spoken.map(({ clause }) => clause))].flatMap((clause) => {
    const speaks = ways.find((way) => spoken.some((one) => one.clause === clause && one.speaks === way));
    return speaks === undefined ? [] : [{ clause, speaks }];
  });
}
