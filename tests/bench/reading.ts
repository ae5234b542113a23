/**
 * npm run bench -- --reading: how well a policy is read, and how fast. Without `--texts=FOLDER` it measures the text of 2011 and what else is in the project; the
 * others are not ours to ship, and the answers for them (tests/fixtures/readings) say where they are found.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readPlainText } from '../../reading/plain-text.ts';
import type { PolicyReading } from '../../reading/policy-reading.ts';
import { readPolicy } from '../../reading/read-policy.ts';
import { createStatementFinder, type StatementFinder } from '../../reading/statements.ts';
import type { ReadingRulesFile } from '../../schemas/reading-rules.ts';
import { root } from '../../tools/run-command.ts';
import { answersOf, unitsOfClauses, type AnsweredUnit, type TextAnswers } from './reading-answers.ts';
import { addText, noFigures, precision, recall, sumOf, type Counts, type Figures } from './reading-figures.ts';
import { median } from './statistics.ts';

const ANSWERS = join(root, 'tests/fixtures/readings');
const RULES = join(root, 'policy-data/reading');
const TEXT_OF_2011 = 'policy-data/organisations/sony-music/policies/2011-12-31';

/** Finders by language: made when first asked for. */
const finders = new Map<string, StatementFinder>();

/** The finder of a language. @throws Error where there are no rules for it */
export function finderFor(language: string): StatementFinder {
  const known = finders.get(language);
  if (known !== undefined) return known;
  const file = JSON.parse(readFileSync(join(RULES, `${language}.json`), 'utf8')) as ReadingRulesFile;
  const finder = createStatementFinder(file);
  finders.set(language, finder);
  return finder;
}

/** What is measured of one text. */
interface MeasuredText {
  readonly name: string;
  readonly reading: PolicyReading;
  readonly units: readonly AnsweredUnit[];
  readonly language: string;
}

const wordsOf =
  ({ sentences }: PolicyReading) =>
  (unit: AnsweredUnit): string =>
    unit.sentences.map((at) => sentences[at]?.statement ?? '').join(' ');

/** The figures of texts together. */
export function figuresOf(texts: readonly MeasuredText[]): Figures {
  const figures = noFigures();
  for (const { reading, units, language } of texts)
    addText(figures, units, finderFor(language).find(reading), wordsOf(reading));
  return figures;
}

/** The text of 2011 with its curated clauses as the answers. */
export function textOf2011(): MeasuredText {
  const reading = readPolicy(readPlainText(readFileSync(join(root, TEXT_OF_2011, 'policy.md'), 'utf8')));
  const units = unitsOfClauses(TEXT_OF_2011, reading);
  return { name: 'sonymusic.com, 31 Dec 2011', reading, units, language: 'en' };
}

/** A text with answers of the project: from beside them, or from the folder that was given; null where it is in neither. */
function textOf(answers: TextAnswers, folder: string | null): MeasuredText | null {
  const places = [join(ANSWERS, answers.file), ...(folder === null ? [] : [join(folder, answers.file)])];
  const place = places.find((path) => existsSync(path));
  if (place === undefined) return null;
  const { name, language } = answers;
  const reading = readPolicy(readPlainText(readFileSync(place, 'utf8')));
  const units = [...answersOf(answers, reading)].map(([at, answer]) => ({ ...answer, sentences: [at] }));
  if (units.length < answers.sentences.length * 0.9)
    console.log(`  ${name}: only ${units.length} of ${answers.sentences.length} sentences are there: another version?`);
  return { name, reading, units, language };
}

const inWords = (counts: Counts): string =>
  `precision ${precision(counts).toFixed(3)}, recall ${recall(counts).toFixed(3)} (${counts.right} right, ${counts.wrong} wrong, ${counts.missed} missed)`;

function print(title: string, texts: readonly MeasuredText[], isWhole: boolean): void {
  const figures = figuresOf(texts);
  console.log(`\n${title}: ${texts.map(({ name }) => name).join('; ')}`);
  console.log(`  a practice in a text     ${inWords(figures.texts)}`);
  console.log(`  a practice in a sentence ${inWords(sumOf(figures.byPractice))}`);
  if (figures.byCategory.size > 0) console.log(`  a category in a sentence ${inWords(sumOf(figures.byCategory))}`);
  if (figures.stance.all > 0)
    console.log(`  stance                   ${figures.stance.right} of ${figures.stance.all} right`);
  const byName = (counts: ReadonlyMap<string, Counts>): [string, Counts][] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, counts] of [...byName(figures.byPractice), ...byName(figures.byCategory)])
    if (isWhole || counts.wrong > 0 || counts.missed > 0) console.log(`    ${name.padEnd(38)}${inWords(counts)}`);
  for (const fault of figures.faults) console.log(`    ${fault.slice(0, 220)}`);
}

/** Milliseconds to read 60 kB and to find its statements, the medians of 20. */
function printTimes(): void {
  const text = readFileSync(join(root, TEXT_OF_2011, 'policy.md'), 'utf8');
  const raw = readPlainText(text.repeat(6).slice(0, 60_000));
  const finder = finderFor('en');
  const times = Array.from({ length: 25 }, () => {
    const start = performance.now();
    const reading = readPolicy(raw);
    const read = performance.now();
    finder.find(reading);
    return { read: read - start, find: performance.now() - read };
  }).slice(5);
  const [read, find] = [median(times.map((one) => one.read)), median(times.map((one) => one.find))];
  console.log('\nTime for 60 kB; medians');
  console.log(`  sentences, date, language  ${read.toFixed(1)} ms`);
  console.log(`  statements                 ${find.toFixed(1)} ms   ≤ 25 ms`);
  console.log(`  together                   ${(read + find).toFixed(1)} ms   ≤ 50 ms`);
}

/** Prints all figures. `folder`: where the texts are that are not in the project, or null. */
export function benchReading(folder: string | null): void {
  print('The text of 2011 and its curated clauses', [textOf2011()], true);
  const all = readdirSync(ANSWERS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(ANSWERS, name), 'utf8')) as TextAnswers);
  const missing: TextAnswers[] = [];
  for (const use of ['development', 'held-out'] as const) {
    const texts = all
      .filter((answers) => answers.use === use)
      .flatMap((answers) => {
        const text = textOf(answers, folder);
        if (text === null) missing.push(answers);
        return text === null ? [] : [text];
      });
    if (texts.length > 0)
      print(
        use === 'held-out' ? 'Texts that rules were not written for' : 'Texts that rules were written with',
        texts,
        false,
      );
  }
  if (missing.length > 0) console.log('\nNot measured: give the folder that holds these files with --texts=FOLDER');
  for (const { name, file, found } of missing) console.log(`  ${file} (${name}): ${found}`);
  printTimes();
}
