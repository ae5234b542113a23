/** Sums the verdicts: by practice, and over all. */
import type { Verdict } from './judge.ts';

/** How often each thing happened. */
export interface Score {
  readonly subject: string;
  readonly rightClaims: number;
  readonly wrongClaims: number;
  readonly misses: number;
  readonly rightSilences: number;
  /** Of what was said, how much was right; null when nothing was said. */
  readonly precision: number | null;
  /** Of what is true, how much was said; null when nothing is true. */
  readonly recall: number | null;
}

function scoreOf(subject: string, verdicts: readonly Verdict[]): Score {
  const count = (is: Verdict['is']): number => verdicts.filter((verdict) => verdict.is === is).length;
  const [rightClaims, wrongClaims, misses] = [count('right claim'), count('wrong claim'), count('miss')];
  return {
    subject,
    rightClaims,
    wrongClaims,
    misses,
    rightSilences: count('right silence'),
    precision: rightClaims + wrongClaims === 0 ? null : rightClaims / (rightClaims + wrongClaims),
    recall: rightClaims + misses === 0 ? null : rightClaims / (rightClaims + misses),
  };
}

/** A score for each subject in the order of `subjects`, and one for all of them in sum. */
export function scores(verdicts: readonly Verdict[], subjects: readonly string[]): { by: Score[]; sum: Score } {
  return {
    by: subjects.map((subject) =>
      scoreOf(
        subject,
        verdicts.filter((verdict) => verdict.subject === subject),
      ),
    ),
    sum: scoreOf('all', verdicts),
  };
}

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** The scores as lines of a table. */
export function table({ by, sum }: { by: readonly Score[]; sum: Score }): string[] {
  const row = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(10))).join('');
  const line = (score: Score): string =>
    row([
      score.subject,
      ...[score.rightClaims, score.wrongClaims, score.misses, score.rightSilences].map(String),
      share(score.precision),
      share(score.recall),
    ]);
  return [row(['', 'right', 'wrong', 'missed', 'silent', 'precision', 'recall']), ...by.map(line), line(sum)];
}
