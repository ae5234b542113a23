/** How well statements agree with the right answers: precision and recall by sentence and by text, for each practice. */
import type { Statement } from '../../reading/statements.ts';
import type { AnsweredUnit } from './reading-answers.ts';

/** Found and right; found and wrong; not found. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Figures of one text or of several together. */
export interface Figures {
  /** Each sentence by itself, by practice. */
  readonly byPractice: Map<string, Counts>;
  /** By category of the OPP-115 corpus. */
  readonly byCategory: Map<string, Counts>;
  /** Unit: "this practice is spoken of in this text", with one of its sentences right. */
  readonly texts: Counts;
  /** Of the statements that are right: how many have the right stance. */
  readonly stance: { right: number; all: number };
  /** What was wrong or missed, for reading. */
  readonly faults: string[];
}

export const noFigures = (): Figures => ({
  byPractice: new Map(),
  byCategory: new Map(),
  texts: { right: 0, wrong: 0, missed: 0 },
  stance: { right: 0, all: 0 },
  faults: [],
});

/** All counts of a map together. */
export function sumOf(counts: ReadonlyMap<string, Counts>): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const each of counts.values()) for (const key of ['right', 'wrong', 'missed'] as const) sum[key] += each[key];
  return sum;
}

export const precision = ({ right, wrong }: Counts): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, missed }: Counts): number => (right + missed === 0 ? 1 : right / (right + missed));

function countIn(counts: Map<string, Counts>, name: string): Counts {
  const known = counts.get(name);
  if (known !== undefined) return known;
  const fresh = { right: 0, wrong: 0, missed: 0 };
  counts.set(name, fresh);
  return fresh;
}

/** Practices that a text is found to speak of in a unit, with the statement that says the most. What is unclear does not speak of it. */
function practicesIn(statements: readonly Statement[]): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const one of statements) {
    if (one.about !== 'practice' || one.speaks === 'unclear') continue;
    if (!found.has(one.practice) || one.speaks === 'names') found.set(one.practice, one);
  }
  return found;
}

/** Adds a text to the figures. `words`: of a unit, for the list of faults. */
export function addText(
  figures: Figures,
  units: readonly AnsweredUnit[],
  statements: readonly Statement[],
  words: (unit: AnsweredUnit) => string,
): void {
  /** Of each practice: the units that rightly and wrongly are said to speak of it. */
  const found = new Map<string, { right: number; wrong: number }>();
  const spoken = new Set<string>();
  const doubted = new Set<string>();
  for (const unit of units) {
    const mine = statements.filter(({ sentence }) => unit.sentences.includes(sentence));
    const practices = practicesIn(mine);
    const doubtful = unit.doubtful ?? [];
    for (const practice of doubtful) doubted.add(practice);
    for (const practice of Object.keys(unit.practices)) {
      spoken.add(practice);
      const statement = practices.get(practice);
      countIn(figures.byPractice, practice)[statement === undefined ? 'missed' : 'right'] += 1;
      if (statement === undefined) figures.faults.push(`missed ${practice}: ${words(unit)}`);
      else if (unit.stance !== undefined) {
        figures.stance.all += 1;
        if (statement.stance === unit.stance) figures.stance.right += 1;
      }
    }
    for (const [practice, { rule }] of practices) {
      if (doubtful.includes(practice)) continue;
      const isRight = Object.hasOwn(unit.practices, practice);
      const counted = found.get(practice) ?? { right: 0, wrong: 0 };
      counted[isRight ? 'right' : 'wrong'] += 1;
      found.set(practice, counted);
      if (isRight) continue;
      countIn(figures.byPractice, practice).wrong += 1;
      figures.faults.push(`wrong ${practice} (${rule}): ${words(unit)}`);
    }
    addCategories(figures, unit, mine);
  }
  for (const practice of spoken) figures.texts[(found.get(practice)?.right ?? 0) > 0 ? 'right' : 'missed'] += 1;
  for (const [practice, { right }] of found) if (right === 0 && !doubted.has(practice)) figures.texts.wrong += 1;
}

function addCategories(figures: Figures, { categories }: AnsweredUnit, mine: readonly Statement[]): void {
  if (categories === undefined) return;
  const found = new Set(mine.flatMap((one) => (one.about === 'category' ? [one.category as string] : [])));
  for (const category of categories)
    countIn(figures.byCategory, category)[found.has(category) ? 'right' : 'missed'] += 1;
  for (const category of found) if (!categories.includes(category)) countIn(figures.byCategory, category).wrong += 1;
}
