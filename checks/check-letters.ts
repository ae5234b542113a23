/** Are the letters sound? The rules between the laws, the routes and the words of each language. */
import type { LetterLaw, LetterLawsFile, LetterWordsFile } from '../schemas/letter-data.ts';
import type { Route } from '../schemas/policy-data.ts';

/** One problem: of which file, and what it is. */
interface LetterProblem {
  readonly file: string;
  readonly entry: string | null;
  readonly reason: string;
}

/** What letters rest on beside their own files. */
interface KnownToLetters {
  readonly routes: readonly Route[];
  readonly practices: readonly string[];
  /** The languages of the pages, in lower case: they name the practices. */
  readonly pageLanguages: readonly string[];
  readonly lawsFile: string;
}

/** The texts of a file by their path: 'ask.access'. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]];
    return typeof value === 'object' && value !== null ? textsOf(value, `${path}${key}.`) : [];
  });
}

/** All that a law is said to say. */
const statementsOf = ({ articles, answers }: LetterLaw) => [
  ...Object.values(articles).filter((article) => article !== null),
  ...answers,
];

const placesIn = (text: string): string => [...new Set(text.match(/\{\w+\}/gu))].sort().join(' ');

/** Gives each problem. `words` by path of the file; Those in English tell which places all have. */
export function letterProblems(
  laws: LetterLawsFile,
  words: ReadonlyMap<string, LetterWordsFile>,
  known: KnownToLetters,
): LetterProblem[] {
  const problems: LetterProblem[] = [];
  const say = (file: string, entry: string | null, reason: string): void => void problems.push({ file, entry, reason });
  const english = [...words.values()].find(({ language }) => language === 'en');
  if (english === undefined && laws.jurisdictions.length > 0)
    say(known.lawsFile, null, 'there are no words of letters in English');
  const places = new Map(textsOf(english ?? {}).map(([path, text]) => [path, placesIn(text)]));
  for (const [file, one] of words) {
    if (!file.endsWith(`/${one.language}.json`)) say(file, null, 'is not named after its language');
    for (const [path, text] of textsOf(one)) {
      const wanted = places.get(path) ?? '';
      if (placesIn(text) !== wanted) say(file, path, `has the places "${placesIn(text)}", and English has "${wanted}"`);
      if (!path.startsWith('blanks.') && /[[\]]/u.test(text))
        say(file, path, 'has a bracket outside of the places to fill in');
    }
    if (known.pageLanguages.includes(one.language)) {
      if (one.practices !== undefined) say(file, null, 'names practices that the pages name in this language');
      continue;
    }
    const { practices = {} } = one;
    for (const id of known.practices) if (!(id in practices)) say(file, id, 'the practice has no name');
    for (const id of Object.keys(practices)) if (!known.practices.includes(id)) say(file, id, 'is no practice');
  }
  const languages = new Set([...words.values()].map(({ language }) => language));
  const seen = new Set<string>();
  for (const one of laws.jurisdictions) {
    const complain = (reason: string): void => say(known.lawsFile, one.region, reason);
    if (seen.has(one.region)) complain('stands twice');
    seen.add(one.region);
    const law = laws.laws.find(({ id }) => id === one.law);
    if (law === undefined) complain(`there is no law ${one.law}`);
    const route = known.routes.find(({ id }) => id === one.route);
    if (route === undefined) complain(`routes.json has no ${one.route}`);
    else {
      if (route.kind !== 'regulator' || route.region !== one.region)
        complain(`${one.route} is no authority of that place`);
      // The time that routes.json tells the person to wait is that which the letter gives the company.
      const wait = route.first?.find((step) => step.do === 'ask')?.wait ?? null;
      const answer = law?.answers.find(({ kinds }) => kinds.includes('access'));
      if (wait !== null && answer !== undefined && (wait.count !== answer.count || wait.unit !== answer.unit))
        complain(`${one.route} waits another time than ${one.law} gives`);
    }
    for (const language of new Set(['en', ...one.languages])) {
      if (!languages.has(language)) complain(`there are no words of letters in ${language}`);
      if (law === undefined) continue;
      if (!law.cite[language]?.includes('{article}')) complain(`${law.id} is not cited in ${language}`);
    }
  }
  for (const law of laws.laws) {
    // The desk names the law in the language of the page where it has a name in it: then all of its statements need one.
    for (const language of Object.keys(law.cite))
      if (statementsOf(law).some(({ name }) => typeof name !== 'string' && !(language in name)))
        say(known.lawsFile, law.id, `a statement has no name in ${language}`);
    const used = new Set(statementsOf(law).map(({ read }) => read));
    for (const read of used)
      if (read !== null && read >= law.sources.length)
        say(known.lawsFile, law.id, `there is no source ${String(read)}`);
    law.sources.forEach((source, place) => {
      if (!used.has(place)) say(known.lawsFile, law.id, `nothing was compared with ${source.title}`);
    });
  }
  for (const { id } of laws.laws)
    if (!laws.jurisdictions.some(({ law }) => law === id)) say(known.lawsFile, id, 'no jurisdiction has this law');
  return problems;
}
