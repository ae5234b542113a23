/** The finding in two sentences: whom the page contacted, and of what the text is silent. */
import type { Language } from './language.ts';
import type { Finding } from '../findings/finding.ts';
import { hasMoreCompanies, hasMorePractices } from '../findings/record-limits.ts';
import type { Report } from '../findings/report.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import { wordList } from './format.ts';
import { yearOf } from './age-words.ts';

/** How many companies are named. */
const NAMED = 2;
/** A longer name is one that a page made up, or a host: it tells nobody anything, and would take the place of the sentence. */
const LONGEST = 32;

/**
 * Names of other companies, those first that a person should hear of: of the findings that stand out, in their order, then
 * those that were contacted most. Companies that we know come before bare hosts.
 */
export function namesForLead({ companies }: Pick<Report, 'companies'>, first: readonly Finding[]): readonly string[] {
  const others = companies.filter(({ company }) => company.relation === 'other').map(({ company }) => company);
  const met = new Set(others.map(({ name }) => name));
  const standing = first.flatMap((finding) => finding.companies.map(({ company }) => company));
  const ranked = [...standing, ...others].filter(({ name }) => met.has(name) && name.length <= LONGEST);
  const byKnown = ranked.toSorted((a, b) => Number(b.known) - Number(a.known));
  return [...new Set(byKnown.map(({ name }) => name))];
}

/** 'This page contacted 9 other companies, among them Google and Hotjar.' `names` in the order of `namesForLead`. */
export function contactedSentence(
  language: Language,
  { otherCompanies: count, visit }: Report,
  names: readonly string[],
): string {
  const words = { count, atLeast: hasMoreCompanies(visit) };
  const leadingNames = names.slice(0, NAMED);
  if (count === 0 || leadingNames.length === 0) return language.t('lead.unnamed', words);
  return language.t(count === leadingNames.length ? 'lead.all' : 'lead.among', {
    ...words,
    names: wordList(language, leadingNames),
  });
}

/**
 * 'For 3 of the 14 things it does we found no sentence in Sony Music’s policy of 2011.' Null where no policy was compared
 * (`policy` is null), or nothing could be: what we cannot tell is neither silence nor a sentence.
 */
export function silentSentence(
  language: Language,
  { findings, visit }: Report,
  policy: QuotedPolicy | null,
): string | null {
  if (policy === null || findings.every(({ label }) => label === 'cannot-tell')) return null;
  const year = yearOf(policy.captureDate);
  const silent = findings.filter(({ label }) => label === 'not-found').length;
  if (silent === 0) return language.t('lead.silentNone', { year });
  const atLeast = hasMorePractices(visit);
  if (findings.length === 1 && !atLeast) return language.t('lead.silentOne', { year });
  return language.t('lead.silent', {
    some: language.countedNumber(silent, atLeast),
    all: language.countedNumber(findings.length, atLeast),
    year,
  });
}
