/** What `policy-data/` says, in the language of the pages. English stands in the data itself, the others in `locales/`. */
import type { Clause, Practice, Route } from '../schemas/policy-data';
import { spoken } from './messages';

/** A practice's name. */
export function practiceName({ id, name }: Pick<Practice, 'id' | 'name'>): string {
  return spoken().practices?.[id]?.name ?? name;
}

/** The sentence that explains a practice. */
export function practiceExplanation({ id, explanation }: Pick<Practice, 'id' | 'explanation'>): string {
  return spoken().practices?.[id]?.explanation ?? explanation;
}

/** Our summary of a clause, and the choice that it offers, if any. The quote itself stays as it was published. */
export function clauseWords({ id, summary, choice }: Pick<Clause, 'id' | 'summary' | 'choice'>): {
  readonly summary: string;
  readonly choice: string | null;
} {
  const words = spoken().clauses?.[id];
  return words === undefined ? { summary, choice } : { summary: words.summary, choice: words.choice ?? choice };
}

/** What a route is called, what it is for and what it takes. */
export function routeWords(
  route: Pick<Route, 'id' | 'title' | 'purpose' | 'text' | 'needs' | 'whatItWas'>,
): Pick<Route, 'title' | 'purpose' | 'text' | 'needs' | 'whatItWas'> {
  const words = spoken().routes?.[route.id];
  if (words === undefined) return route;
  const { title, purpose } = words;
  return {
    title,
    purpose,
    text: words.text ?? route.text,
    needs: words.needs ?? route.needs,
    whatItWas: words.whatItWas ?? route.whatItWas,
  };
}

/** Any other sentence of the data. One that has no translation (a company's own name) stays as it is. */
export function phrase(words: string): string {
  const { phrases } = spoken();
  return phrases !== undefined && Object.hasOwn(phrases, words) ? (phrases[words] ?? words) : words;
}
