/** The versions of a policy side by side: how does each speak of each practice? */
import type { Policy, PolicyVersion, Practice } from '../schemas/policy-data.ts';
import { clausesFor, type ClauseIndex } from './clauses.ts';

/** `none`: no sentence of the whole text. `unknown`: nobody has read enough of the version to say. */
export type VersionSpeaks = 'names' | 'general' | 'unclear' | 'otherwise' | 'none' | 'unknown';

/** What one version says of one practice. */
export interface VersionSays {
  readonly speaks: VersionSpeaks;
  /**
   * What that is: the history's sentence, in English; of the text that we hold its clause, or the reason why that settles nothing; of the person's
   * own copy a sentence, word for word, in the copy's language. Null for `none` and `unknown`.
   */
  readonly says:
    | { readonly history: string }
    | { readonly clause: string; readonly reason: string | null }
    | { readonly quote: string; readonly language: string }
    | null;
  /** Whether the version before it in the same country, as far as both are known, speaks of it in another way. */
  readonly changed: boolean;
}

/** A version of the policy, the held one among them. */
export interface TimelineVersion extends Pick<
  PolicyVersion,
  'id' | 'date' | 'title' | 'originalUrl' | 'archiveUrl' | 'headings'
> {
  /** `read`: the text gives no date, and this is the day on which the person read it. */
  readonly dateIs: PolicyVersion['dateIs'] | 'read';
  /** Null where the country of an own copy is not known. */
  readonly jurisdiction: string | null;
  /** `held`: its text is the one that pages are compared with. `own`: the person's own copy; `readOn` then tells the day. */
  readonly read: PolicyVersion['read'] | 'held' | 'own';
  readonly readOn?: string;
}

/** One practice through all versions, in the order of `versions`. */
export interface TimelineRow {
  readonly practice: Practice;
  readonly cells: readonly VersionSays[];
}

/** The table of versions and practices. */
export interface PolicyTimeline {
  readonly versions: readonly TimelineVersion[];
  readonly rows: readonly TimelineRow[];
}

type Says = Omit<VersionSays, 'changed'>;
const UNKNOWN: Says = { speaks: 'unknown', says: null };
const NONE: Says = { speaks: 'none', says: null };

function saidByHistory({ practices }: PolicyVersion, practiceId: string): Says {
  const said = practices.find(({ practice }) => practice === practiceId);
  if (said === undefined) return UNKNOWN;
  return said.speaks === 'none' ? NONE : { speaks: said.speaks, says: { history: said.summary } };
}

const WAYS = ['names', 'general', 'unclear'] as const;

/** The held text as a whole: the strongest way in which any of its clauses speaks, and the first clause that does so. */
function saidByClauses(clauses: ClauseIndex, practiceId: string): Says {
  const spoken = clausesFor(clauses, practiceId);
  for (const speaks of WAYS) {
    const first = spoken.find((one) => one.speaks === speaks);
    if (first === undefined) continue;
    const { id } = first.clause;
    const entry = clauses.forPractice(practiceId).find((one) => one.clause.id === id && one.speaks === speaks);
    return { speaks, says: { clause: id, reason: entry?.reason ?? null } };
  }
  const [promise] = clauses.forPractice(practiceId);
  return promise === undefined ? NONE : { speaks: 'otherwise', says: { clause: promise.clause.id, reason: null } };
}

/** A column beside the others, with whether each cell is another way than the one before it in the same country. */
function withChanges(cells: readonly (Says & { readonly place: string | null })[]): VersionSays[] {
  return cells.map(({ place, ...one }, at) => {
    const before = cells.slice(0, at).findLast((other) => place !== null && other.place === place && isKnown(other));
    return { ...one, changed: isKnown(one) && before !== undefined && before.speaks !== one.speaks };
  });
}

const isKnown = ({ speaks }: Says): boolean => speaks !== 'unknown';

/** Puts the held text among the versions of its history, by their dates. `clauses`: those of the held text. */
export function createTimeline(
  practices: readonly Practice[],
  held: { readonly policy: Policy; readonly clauses: ClauseIndex },
  history: readonly PolicyVersion[],
): PolicyTimeline {
  const { policy, clauses } = held;
  const own: TimelineVersion = {
    id: policy.id,
    date: policy.captureDate,
    dateIs: 'archived',
    jurisdiction: policy.jurisdiction,
    title: policy.title,
    originalUrl: policy.originalUrl,
    archiveUrl: policy.archiveUrl,
    headings: [...new Set(clauses.all.map(({ section }) => section))],
    read: 'held',
  };
  const columns = [
    ...history.map((version) => ({ version, says: (id: string) => saidByHistory(version, id) })),
    { version: own, says: (id: string) => saidByClauses(clauses, id) },
  ].sort((a, b) => (a.version.date < b.version.date ? -1 : 1));
  return {
    versions: columns.map(({ version }) => version),
    rows: practices.map((practice) => {
      const said = columns.map(({ version, says }) => ({ ...says(practice.id), place: version.jurisdiction }));
      return { practice, cells: withChanges(said) };
    }),
  };
}

/** The person's own copy as a version, and what it says of a practice, by the practice's id. */
export interface OwnVersion {
  readonly version: TimelineVersion;
  readonly says: (practiceId: string) => Says;
}

/** The same table with a last column for the person's own copy. */
export function withOwnVersion({ versions, rows }: PolicyTimeline, { version, says }: OwnVersion): PolicyTimeline {
  return {
    versions: [...versions, version],
    rows: rows.map(({ practice, cells }) => {
      const placed = cells.map((cell, at) => ({ ...cell, place: versions[at]?.jurisdiction ?? null }));
      const own = withChanges([...placed, { ...says(practice.id), place: version.jurisdiction }]).slice(-1);
      return { practice, cells: [...cells, ...own] };
    }),
  };
}
