/** Is the history of a policy sound? The rules between its versions, the practices, and the texts that are held. */
import type { PolicyVersion } from '../schemas/policy-data.ts';

/** How many words in a row, the same as in a held text, are a quote and no words of our own. */
const QUOTED_WORDS = 8;

/** What the versions are compared with. */
interface Beside {
  /** Ids of all practices; null where they could not be read. */
  readonly practices: ReadonlySet<string> | null;
  /** The dates of the held texts, which name their folders. */
  readonly policies: readonly string[];
  /** The held texts. */
  readonly texts: readonly string[];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first run of words that stands in one of the texts too; null when all words are our own. */
function quoteIn(summary: string, texts: readonly string[]): string | null {
  const words = wordsOf(summary);
  for (let at = 0; at + QUOTED_WORDS <= words.length; at++) {
    const run = words.slice(at, at + QUOTED_WORDS).join(' ');
    if (texts.some((text) => ` ${text} `.includes(` ${run} `))) return run;
  }
  return null;
}

function practiceProblems({ read, practices }: PolicyVersion, known: ReadonlySet<string>): string[] {
  const spoken = practices.map(({ practice }) => practice);
  return [
    ...spoken.filter((id) => !known.has(id)).map((id) => `there is no practice "${id}"`),
    ...spoken.filter((id, at) => spoken.indexOf(id) !== at).map((id) => `the practice "${id}" is given twice`),
    ...(read === 'whole' ? [...known].filter((id) => !spoken.includes(id)) : []).map(
      (id) => `the whole text was read, but it is not said what it says of "${id}"`,
    ),
    // Nobody can know of a text that was not read that no sentence of it speaks of something.
    ...(read === 'whole' ? [] : practices.filter(({ speaks }) => speaks === 'none')).map(
      ({ practice }) => `the text was not read, so silence on "${practice}" is not known`,
    ),
  ];
}

/** Tells each problem with its version's id: order of the dates, practices, and words that are the text's and not our own. */
export function historyProblems(
  versions: readonly PolicyVersion[],
  { practices, policies, texts }: Beside,
): readonly { readonly entry: string; readonly reason: string }[] {
  const ids = versions.map(({ id }) => id);
  const held = texts.map((text) => wordsOf(text).join(' '));
  return versions.flatMap((version, at) => {
    const { id, date, archiveUrl, archived } = version;
    const before = versions[at - 1]?.date ?? '';
    const reasons = [
      ...(ids.indexOf(id) === at ? [] : ['the id is given twice']),
      ...(before > date ? [`its date stands behind that of a later version (${before})`] : []),
      ...(policies.includes(date) ? ['the text of this date is held, and says itself what it says'] : []),
      ...((archiveUrl === null) === (archived === null) ? [] : ['an archived copy has both an address and a day']),
      ...(practices === null ? [] : practiceProblems(version, practices)),
      ...version.practices.flatMap((said) => {
        const quote = 'summary' in said ? quoteIn(said.summary, held) : null;
        return quote === null ? [] : [`what is said of "${said.practice}" quotes the held text: "${quote}"`];
      }),
    ];
    return reasons.map((reason) => ({ entry: id, reason }));
  });
}
