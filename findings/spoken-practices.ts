/** What a text that was read says, practice by practice. */
import type { PolicyReading } from '../reading/policy-reading.ts';
import type { Statement } from '../reading/statements.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { VersionSpeaks } from './policy-timeline.ts';

/** A statement on a practice, not on a category. */
export type PracticeStatement = Extract<Statement, { about: 'practice' }>;

/** A practice of which a text speaks. */
export interface SpokenPractice {
  readonly practice: Practice;
  /** The most that any sentence says of it. */
  readonly speaks: PracticeStatement['speaks'];
  /** In the order of the text. */
  readonly statements: readonly PracticeStatement[];
}

/** What a text says of all practices. */
export interface SpokenPractices {
  readonly spoken: readonly SpokenPractice[];
  /** Those of which no sentence speaks; null where the text's silence tells nothing, since it was not read whole or not at all. */
  readonly silent: readonly Practice[] | null;
}

/** From the most to the least. */
const MOST = ['names', 'general', 'unclear', 'otherwise'] as const;

function speaksMost(statements: readonly PracticeStatement[]): PracticeStatement['speaks'] | undefined {
  return MOST.find((way) => statements.some(({ speaks }) => speaks === way));
}

/** A text, read, with what the rules found in it. */
export interface StatedText {
  readonly reading: Pick<PolicyReading, 'state'>;
  readonly statements: readonly Statement[];
}

const isOnPractice = (one: Statement): one is PracticeStatement => one.about === 'practice';

/** Puts the statements of a text together by practice, in the order of `practices`. */
export function spokenPractices(practices: readonly Practice[], { reading, statements }: StatedText): SpokenPractices {
  const byPractice = Map.groupBy(statements.filter(isOnPractice), ({ practice }) => practice);
  const spoken = practices.flatMap((practice): SpokenPractice[] => {
    const own = byPractice.get(practice.id) ?? [];
    const speaks = speaksMost(own);
    return speaks === undefined ? [] : [{ practice, speaks, statements: own }];
  });
  const silent = practices.filter(({ id }) => !byPractice.has(id));
  return { spoken, silent: reading.state.state === 'policy' ? silent : null };
}

/** How a text as a whole speaks of each practice that it speaks of, and how of all others. */
export function speaksOf(practices: readonly Practice[], text: StatedText): (practiceId: string) => VersionSpeaks {
  const { spoken, silent } = spokenPractices(practices, text);
  const ways = new Map<string, VersionSpeaks>(spoken.map(({ practice, speaks }) => [practice.id, speaks]));
  return (practiceId) => ways.get(practiceId) ?? (silent === null ? 'unknown' : 'none');
}
