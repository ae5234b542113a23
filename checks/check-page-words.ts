/** Are the words by which pages are known sound? The rules within one language's file, and between the languages. */
import type { PageWordsFile, PageWordsPart } from '../schemas/page-words.ts';
import { phrasePattern, plainPhrase } from '../recognition/page-words/phrases.ts';

/** Groups whose words stand right before other words, so that 'com o' finds what 'com' does not. */
const STAND_BEFORE: readonly string[] = ['links.before-provider'];

/** Stands for letters that a star takes in, and for other words; a word of no language. */
const OTHER = 'qxqx';

/** One problem: of which group of which file ('' for the folder as a whole), and what it is. */
export interface PageWordsProblem {
  readonly file: string;
  readonly group: string;
  readonly reason: string;
}

/** All groups of a file by their name with that of their part: 'fields.email'. */
function groupsOf(file: PageWordsFile): [string, readonly string[]][] {
  const parts: readonly PageWordsPart[] = ['fields', 'purposes', 'helping', 'links'];
  return parts.flatMap((part) =>
    Object.entries(file[part]).map(([name, phrases]): [string, readonly string[]] => [`${part}.${name}`, phrases]),
  );
}

/** Whether the others find a plain phrase already, from its own first letter on. */
function isFoundBy(others: readonly string[], plain: string): boolean {
  if (others.length === 0) return false;
  const words = plain.replace(/^=| …$/g, '').replaceAll('*', OTHER);
  const text = plain.startsWith('=') ? words + (plain.endsWith('…') ? ` ${OTHER}` : '') : `${OTHER} ${words} ${OTHER}`;
  const at = phrasePattern(others.join(',')).exec(text)?.index ?? Infinity;
  return at <= text.indexOf(plain.replace(/[=*]| …$/g, ''));
}

/** Gives each problem of the files, which are named by their paths. */
export function pageWordsProblems(files: ReadonlyMap<string, PageWordsFile>): PageWordsProblem[] {
  const problems: PageWordsProblem[] = [];
  const used = new Map<string, boolean>();
  for (const [file, words] of files) {
    const say = (group: string, reason: string): void => void problems.push({ file, group, reason });
    const fieldOf = new Map<string, string>();
    for (const [group, phrases] of groupsOf(words)) {
      used.set(group, used.get(group) === true || phrases.length > 0);
      const list = phrases.map((phrase) => plainPhrase(phrase, words.spacesBetweenWords) ?? '');
      for (const [at, plain] of list.entries()) {
        const phrase = phrases[at] ?? '';
        if (plain === '') say(group, `“${phrase}” is not written as a phrase is`);
        const others = list.filter((other, place) => place !== at && other !== '' && !(other === plain && place > at));
        if (plain !== '' && !STAND_BEFORE.includes(group) && isFoundBy(others, plain))
          say(group, `“${phrase}” is found by another phrase of the group already`);
        if (!group.startsWith('fields.')) continue;
        const before = fieldOf.get(plain);
        if (before !== undefined && before !== group) say(group, `“${phrase}” stands in ${before} too`);
        fieldOf.set(plain, group);
      }
    }
  }
  for (const [group, isUsed] of used)
    if (!isUsed) problems.push({ file: '', group, reason: 'no language has a word for it' });
  return problems;
}
