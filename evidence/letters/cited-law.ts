/** The place of a law that a letter rests on, in a language, with what it was compared with. Pure. */
import type { LetterAnswer, LetterKind, LetterLaw } from '../../schemas/letter-data.ts';
import { fill } from './fill.ts';
import type { CitedLaw } from './letter.ts';

function cited(law: LetterLaw, language: string, name: LetterAnswer['name'], read: number | null): CitedLaw | null {
  const article = typeof name === 'string' ? name : name[language];
  const cite = law.cite[language];
  if (article === undefined || cite === undefined) return null;
  return { law: fill(cite, { article }), source: read === null ? null : (law.sources[read] ?? null) };
}

/** Where the right stands that a letter of that kind asks for; null where the law gives none. */
export function citedRight(law: LetterLaw, kind: LetterKind, language: string): CitedLaw | null {
  const article = kind === 'feedback' ? null : law.articles[kind];
  return article === null ? null : cited(law, language, article.name, article.read);
}

/** The time that a company has for a request of that kind, and where it stands; null where we know of none. */
export function citedAnswer(
  law: LetterLaw,
  kind: LetterKind,
  language: string,
): (CitedLaw & { readonly period: LetterAnswer }) | null {
  const period = law.answers.find(({ kinds }) => kinds.some((one) => one === kind));
  if (period === undefined) return null;
  const where = cited(law, language, period.name, period.read);
  return where === null ? null : { ...where, period };
}
