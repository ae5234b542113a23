/** What `policy-data/` says, in the language of the pages. English stands in the data itself, the others in `locales/`. */
import type { Language } from './language.ts';
import type { Finding } from '../findings/finding.ts';
import { PLAIN, situationsOf } from '../findings/situations.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { Authority, Clause, FirstStep, Practice, Route } from '../schemas/policy-data.ts';
import { regionName, wordList } from './format.ts';
import { withNames } from './company-names.ts';

/** The language of the data, which has words for everything. */
const DATA_LANGUAGE = 'en';

/** Who runs a site, with the year where that is old; null where nobody is known. */
export function operatorWords(
  language: Language,
  { operator, asOf }: Pick<SiteRecognition, 'operator' | 'asOf'>,
): string | null {
  if (operator === null) return null;
  return asOf === null ? phrase(language, operator) : `${phrase(language, operator)} (${String(asOf)})`;
}

/** A practice's name in the trade, for texts that go to a company or an authority. */
export function practiceName(language: Language, { id, name }: Pick<Practice, 'id' | 'name'>): string {
  return language.file.practices?.[id]?.name ?? name;
}

type Seen = Pick<Finding, 'practice' | 'evidence'>;

/** The name of the one situation that a practice was seen in, where that has one; else null. */
function situationName(language: Language, finding: Seen): string | null {
  const { practice } = finding;
  const [only, ...more] = situationsOf(finding);
  const situation = more.length === 0 ? practice.situations?.find(({ id }) => id === only) : undefined;
  if (situation?.name == null) return null;
  return language.file.practices?.[`${practice.id}.${situation.id}`]?.name ?? situation.name;
}

/** What was seen, as a fan would say it: the popup's rows and titles. */
export function practiceTitle(language: Language, finding: Seen): string {
  const { id, plain } = finding.practice;
  return situationName(language, finding) ?? language.file.practices?.[id]?.plain ?? plain;
}

/** What was seen, by the trade's word for it: for texts that go to a company or an authority. */
export function findingName(language: Language, finding: Seen): string {
  return situationName(language, finding) ?? practiceName(language, finding.practice);
}

/** The sentences that explain what was seen: one for each situation that it was seen in, and that nothing was answered where that is so. */
export function findingExplanations(language: Language, finding: Seen): readonly string[] {
  const { practice } = finding;
  const { practices } = language.file;
  const sentences = situationsOf(finding).map((id) => {
    if (id === PLAIN) return practices?.[practice.id]?.explanation ?? practice.explanation;
    const explanation = practice.situations?.find((one) => one.id === id)?.explanation ?? practice.explanation;
    return practices?.[`${practice.id}.${id}`]?.explanation ?? explanation;
  });
  const { evidence } = finding;
  const isUnanswered = evidence.length > 0 && evidence.every(({ unanswered }) => unanswered === true);
  return isUnanswered ? [...sentences, language.t('finding.unanswered')] : sentences;
}

/** Our summary of a clause, and the choice that it offers, if any. The quote itself stays as it was published. */
export function clauseWords(
  language: Language,
  { id, summary, choice }: Pick<Clause, 'id' | 'summary' | 'choice'>,
): {
  readonly summary: string;
  readonly choice: string | null;
  /** The language of both, where it is not that of the page. */
  readonly lang: string | undefined;
} {
  const words = language.file.clauses?.[id];
  return { summary: words?.summary ?? summary, choice: words?.choice ?? choice, lang: languageOf(language, words) };
}

/** A route in the language of the pages. */
export interface RouteWords extends Pick<Route, 'title' | 'purpose' | 'text' | 'needs' | 'whatItWas'> {
  /** What comes first, in its order, and where a law asks companies to follow it. */
  readonly first: readonly string[];
  /** The language of title, purpose and text, where it is not that of the page. */
  readonly lang: string | undefined;
}

/** '30 days', '30 working days', 'one month'. */
export function waitWords(language: Language, { count, unit }: NonNullable<FirstStep['wait']>): string {
  if (unit === 'working-day') return language.t('act.workingDays', { count });
  return new Intl.NumberFormat(language.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function stepWords(language: Language, { do: what, must, wait }: FirstStep): string {
  const key = what === 'appeal' ? 'appeal' : must ? 'askMust' : 'askMay';
  return wait === null
    ? language.t(`act.first.${key}`)
    : language.t(`act.first.${key}Wait`, { wait: waitWords(language, wait) });
}

/** A place as it stands in brackets: 'United Kingdom', where a sentence says 'the United Kingdom'. */
function placeName(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return regionName(language, code);
  return new Intl.DisplayNames([language.locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function authorityWords(
  language: Language,
  { name, does, law }: Authority,
  { region }: Pick<Route, 'region'>,
): {
  readonly title: string;
  readonly purpose: string;
} {
  const words = { name: phrase(language, name), place: placeName(language, region), law: phrase(language, law) };
  return { title: language.t(`act.authority.${does}`, words), purpose: language.t(`act.authority.${does}What`, words) };
}

/** The languages of a page, in words; null where they are not known, or where the reader's own is among them. */
function languageWords(language: Language, languages: readonly string[]): string | null {
  const [own] = language.locale.split('-');
  if (languages.length === 0 || languages.includes(own ?? '')) return null;
  const names = new Intl.DisplayNames([language.locale], { type: 'language' });
  return language.t('act.languages', {
    languages: wordList(
      language,
      languages.map((tag) => names.of(tag) ?? tag),
    ),
  });
}

/** What a route is called, what it is for, what comes first and what it takes. */
export function routeWords(language: Language, route: Route): RouteWords {
  const words = language.file.routes?.[route.id];
  const { title, purpose } =
    route.authority === undefined ? (words ?? route) : authorityWords(language, route.authority, route);
  const { first = [], binds = [], cost, languages = [] } = route;
  const lang = route.authority === undefined ? languageOf(language, words) : undefined;
  const text = words?.text ?? route.text;
  const whatItWas = words?.whatItWas ?? route.whatItWas;
  return {
    title: named(language, title, lang),
    purpose: named(language, purpose, lang),
    text: text === null ? null : named(language, text, lang),
    whatItWas: whatItWas === null ? null : named(language, whatItWas, lang),
    lang,
    needs: [
      ...(words?.needs?.map((need) => named(language, need)) ?? route.needs.map((words) => phrase(language, words))),
      ...[languageWords(language, languages)].filter((words) => words !== null),
      ...(cost === 'free' ? [language.t('act.free')] : []),
    ],
    first: [
      ...first.map((each) => stepWords(language, each)),
      ...(binds.length > 0
        ? [
            language.t('act.binds', {
              places: wordList(
                language,
                binds.map((code) => regionName(language, code)),
              ),
            }),
          ]
        : []),
    ],
  };
}

/** Any other sentence of the data. One that has no translation (a company's own name) stays as it is. */
export function phrase(language: Language, words: string): string {
  const { phrases } = language.file;
  const translated = phrases !== undefined && Object.hasOwn(phrases, words) ? phrases[words] : undefined;
  return translated === undefined ? named(language, words, DATA_LANGUAGE) : named(language, translated);
}

/**
 * In which language something of the data is said, for `lang` in a page: undefined where it is that of the page. An organisation need not have
 * its data in every language; what it lacks is said in English.
 */
function languageOf(language: Language, translation: object | undefined): string | undefined {
  return translation === undefined && language.code !== DATA_LANGUAGE ? DATA_LANGUAGE : undefined;
}

/**
 * A sentence of the data with the companies' names in their places: 'Ask {{company}} itself.' → 'Ask Sony Music itself.' `tag`: the
 * sentence's language, where it is not that of the page.
 */
function named(language: Language, sentence: string, tag: string = language.code): string {
  return withNames(sentence, language.names, tag);
}
