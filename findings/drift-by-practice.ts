/** What changed between two texts, summed up for each practice. Texts are set side by side; none is said to contradict the other. */
import type { ChangeKind, Drift, SentenceChange } from '../reading/drift.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { VersionSpeaks } from './policy-timeline.ts';
import { speaksOf, type StatedText } from './spoken-practices.ts';

/**
 * What the two texts come to, in the practice: `same` where each of its sentences stands in both, if elsewhere; `changed` where some do not;
 * `added` and `dropped` where only the later or only the earlier speaks of it; `neither`; `unknown` where a text was not read whole.
 */
export type PracticeChange = 'same' | 'changed' | 'added' | 'dropped' | 'neither' | 'unknown';

/** One practice in two texts. */
export interface PracticeDrift {
  readonly practice: Practice;
  readonly before: VersionSpeaks;
  readonly after: VersionSpeaks;
  readonly change: PracticeChange;
  /** What became of the sentences that speak of it, in either text. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** The practices that sentences of a text speak of, by the sentence's position. */
function practicesBySentence({ statements }: StatedText): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const one of statements) {
    if (one.about !== 'practice') continue;
    const known = found.get(one.sentence) ?? new Set();
    found.set(one.sentence, known.add(one.practice));
  }
  return found;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Tells the practices that a change of a sentence concerns: those of the sentence before and after it. */
export function practicesOfChange(
  before: StatedText,
  after: StatedText,
): (change: SentenceChange) => ReadonlySet<string> {
  const [earlier, later] = [practicesBySentence(before), practicesBySentence(after)];
  return (change) => {
    const was = change.before === null ? NOTHING : (earlier.get(change.before) ?? NOTHING);
    const is = change.after === null ? NOTHING : (later.get(change.after) ?? NOTHING);
    return was.size === 0 ? is : new Set([...was, ...is]);
  };
}

function changeOf(before: VersionSpeaks, after: VersionSpeaks, counts: PracticeDrift['counts']): PracticeChange {
  if (before === 'unknown' || after === 'unknown') return 'unknown';
  if (before === 'none' && after === 'none') return 'neither';
  if (before === 'none') return 'added';
  if (after === 'none') return 'dropped';
  return before === after && counts.reworded + counts.gone + counts.new === 0 ? 'same' : 'changed';
}

/** What became of each practice, in the order of `practices`. */
export function driftByPractice(
  practices: readonly Practice[],
  drift: Pick<Drift, 'changes'>,
  before: StatedText,
  after: StatedText,
): PracticeDrift[] {
  const concerned = practicesOfChange(before, after);
  const counts = new Map(practices.map(({ id }) => [id, { same: 0, moved: 0, reworded: 0, gone: 0, new: 0 }]));
  for (const change of drift.changes) {
    for (const id of concerned(change)) {
      const own = counts.get(id);
      if (own !== undefined) own[change.kind] += 1;
    }
  }
  const [earlier, later] = [speaksOf(practices, before), speaksOf(practices, after)];
  return practices.map((practice) => {
    const own = counts.get(practice.id) ?? { same: 0, moved: 0, reworded: 0, gone: 0, new: 0 };
    const [was, is] = [earlier(practice.id), later(practice.id)];
    return { practice, before: was, after: is, change: changeOf(was, is, own), counts: own };
  });
}
