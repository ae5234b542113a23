/** What `policy-data/` says, in the language of the pages. English stands in the data itself, the others in `locales/`. */
import type { Finding } from '../findings/finding.ts';
import { PLAIN, situationsOf } from '../findings/situations.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { Authority, Clause, FirstStep, Practice, Route } from '../schemas/policy-data.ts';
import { regionName, wordList } from './format.ts';
import { named, spoken, t } from './messages.ts';
import { wordLocale } from './number-words.ts';

/** The language of the data, which has words for everything. */
const DATA_LANGUAGE = 'en';

/** Who runs a site, with the year where that is old; null where nobody is known. */
export function operatorWords({ operator, asOf }: Pick<SiteRecognition, 'operator' | 'asOf'>): string | null {
  if (operator === null) return null;
  return asOf === null ? phrase(operator) : `${phrase(operator)} (${String(asOf)})`;
}

/** A practice's name in the trade, for texts that go to a company or an authority. */
export function practiceName({ id, name }: Pick<Practice, 'id' | 'name'>): string {
  return spoken().practices?.[id]?.name ?? name;
}

type Seen = Pick<Finding, 'practice' | 'evidence'>;

/** The name of the one situation that a practice was seen in, where that has one; else null. */
function situationName(finding: Seen): string | null {
  const { practice } = finding;
  const [only, ...more] = situationsOf(finding);
  const situation = more.length === 0 ? practice.situations?.find(({ id }) => id === only) : undefined;
  if (situation?.name == null) return null;
  return spoken().practices?.[`${practice.id}.${situation.id}`]?.name ?? situation.name;
}

/** What was seen, as a fan would say it: the popup's rows and titles. */
export function practiceTitle(finding: Seen): string {
  const { id, plain } = finding.practice;
  return situationName(finding) ?? spoken().practices?.[id]?.plain ?? plain;
}

/** What was seen, by the trade's word for it: for texts that go to a company or an authority. */
export function findingName(finding: Seen): string {
  return situationName(finding) ?? practiceName(finding.practice);
}

/** The sentences that explain what was seen: one for each situation that it was seen in, and that nothing was answered where that is so. */
export function findingExplanations(finding: Seen): readonly string[] {
  const { practice } = finding;
  const { practices } = spoken();
  const sentences = situationsOf(finding).map((id) => {
    if (id === PLAIN) return practices?.[practice.id]?.explanation ?? practice.explanation;
    const explanation = practice.situations?.find((one) => one.id === id)?.explanation ?? practice.explanation;
    return practices?.[`${practice.id}.${id}`]?.explanation ?? explanation;
  });
  const { evidence } = finding;
  const isUnanswered = evidence.length > 0 && evidence.every(({ unanswered }) => unanswered === true);
  return isUnanswered ? [...sentences, t('finding.unanswered')] : sentences;
}

/** Our summary of a clause, and the choice that it offers, if any. The quote itself stays as it was published. */
export function clauseWords({ id, summary, choice }: Pick<Clause, 'id' | 'summary' | 'choice'>): {
  readonly summary: string;
  readonly choice: string | null;
  /** The language of both, where it is not that of the page. */
  readonly lang: string | undefined;
} {
  const words = spoken().clauses?.[id];
  return { summary: words?.summary ?? summary, choice: words?.choice ?? choice, lang: languageOf(words) };
}

/** A route in the language of the pages. */
export interface RouteWords extends Pick<Route, 'title' | 'purpose' | 'text' | 'needs' | 'whatItWas'> {
  /** What comes first, in its order, and where a law asks companies to follow it. */
  readonly first: readonly string[];
  /** The language of title, purpose and text, where it is not that of the page. */
  readonly lang: string | undefined;
}

/** '30 days', '30 working days', 'one month'. */
function waitWords({ count, unit }: NonNullable<FirstStep['wait']>): string {
  if (unit === 'working-day') return t('act.workingDays', { count });
  return new Intl.NumberFormat(wordLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function stepWords({ do: what, must, wait }: FirstStep): string {
  const key = what === 'appeal' ? 'appeal' : must ? 'askMust' : 'askMay';
  return wait === null ? t(`act.first.${key}`) : t(`act.first.${key}Wait`, { wait: waitWords(wait) });
}

/** A place as it stands in brackets: 'United Kingdom', where a sentence says 'the United Kingdom'. */
function placeName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return regionName(code);
  return new Intl.DisplayNames([wordLocale()], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function authorityWords(
  { name, does, law }: Authority,
  { region }: Pick<Route, 'region'>,
): {
  readonly title: string;
  readonly purpose: string;
} {
  const words = { name: phrase(name), place: placeName(region), law: phrase(law) };
  return { title: t(`act.authority.${does}`, words), purpose: t(`act.authority.${does}What`, words) };
}

/** The languages of a page, in words; null where they are not known, or where the reader's own is among them. */
function languageWords(languages: readonly string[]): string | null {
  const [own] = wordLocale().split('-');
  if (languages.length === 0 || languages.includes(own ?? '')) return null;
  const names = new Intl.DisplayNames([wordLocale()], { type: 'language' });
  return t('act.languages', { languages: wordList(languages.map((tag) => names.of(tag) ?? tag)) });
}

/** What a route is called, what it is for, what comes first and what it takes. */
export function routeWords(route: Route): RouteWords {
  const words = spoken().routes?.[route.id];
  const { title, purpose } = route.authority === undefined ? (words ?? route) : authorityWords(route.authority, route);
  const { first = [], binds = [], cost, languages = [] } = route;
  const lang = route.authority === undefined ? languageOf(words) : undefined;
  const text = words?.text ?? route.text;
  const whatItWas = words?.whatItWas ?? route.whatItWas;
  return {
    title: named(title, lang),
    purpose: named(purpose, lang),
    text: text === null ? null : named(text, lang),
    whatItWas: whatItWas === null ? null : named(whatItWas, lang),
    lang,
    needs: [
      ...(words?.needs?.map((need) => named(need)) ?? route.needs.map(phrase)),
      ...[languageWords(languages)].filter((words) => words !== null),
      ...(cost === 'free' ? [t('act.free')] : []),
    ],
    first: [
      ...first.map(stepWords),
      ...(binds.length > 0 ? [t('act.binds', { places: wordList(binds.map(regionName)) })] : []),
    ],
  };
}

/** Any other sentence of the data. One that has no translation (a company's own name) stays as it is. */
export function phrase(words: string): string {
  const { phrases } = spoken();
  const translated = phrases !== undefined && Object.hasOwn(phrases, words) ? phrases[words] : undefined;
  return translated === undefined ? named(words, DATA_LANGUAGE) : named(translated);
}

/**
 * In which language something of the data is said, for `lang` in a page: undefined where it is that of the page. An organisation need not have
 * its data in every language; what it lacks is said in English.
 */
function languageOf(translation: object | undefined): string | undefined {
  return translation === undefined && spoken().language.code !== DATA_LANGUAGE ? DATA_LANGUAGE : undefined;
}
