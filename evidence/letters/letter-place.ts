/** Which law, which authority and which way to the company hold for a person in a region. Pure. */
import { isFor } from '../../findings/route-places.ts';
import type { LetterKind, LetterLawsFile } from '../../schemas/letter-data.ts';
import type { Route } from '../../schemas/policy-data.ts';
import type { LetterPlace, LetterRecipient } from './letter.ts';

/**
 * The place of a region: its own, else that of its country ('US-UT' → 'US'); null where letters know neither.
 * @throws Error when the data names a law or a route that there is not
 */
export function letterPlace(laws: LetterLawsFile, routes: readonly Route[], region: string): LetterPlace | null {
  const wanted = [region, region.slice(0, 2)];
  const jurisdiction = wanted.flatMap((code) => laws.jurisdictions.filter((one) => one.region === code))[0];
  if (jurisdiction === undefined) return null;
  const law = laws.laws.find(({ id }) => id === jurisdiction.law);
  const authority = routes.find(({ id }) => id === jurisdiction.route);
  if (law === undefined || authority === undefined)
    throw new Error(`letter-laws.json, ${jurisdiction.region}: unknown law or route`);
  return { jurisdiction, law, authority };
}

/** The languages in which a letter of that kind can be had, the authority's own first. */
export function letterLanguages({ jurisdiction }: LetterPlace): readonly string[] {
  return [...new Set([...jurisdiction.languages, 'en'])];
}

const mailOf = ({ address }: Route): string | null =>
  address?.startsWith('mailto:') === true ? address.slice('mailto:'.length) : null;
const formOf = ({ address }: Route): string | null => (address?.startsWith('https://') === true ? address : null);

/** The authority of the place, by its name in letters of that language. */
export function authorityRecipient({ authority, jurisdiction }: LetterPlace, language: string): LetterRecipient {
  return {
    name: jurisdiction.authority?.[language] ?? authority.authority?.name ?? authority.title,
    email: mailOf(authority),
    form: formOf(authority),
    postal: null,
    route: authority,
  };
}

/** The company, by its own ways that serve the region: an e-mail address of the country, a form, a postal address. `name`: as its contracts call it. */
export function companyRecipient(
  name: string,
  routes: readonly Route[],
  region: string,
  kind: LetterKind,
): LetterRecipient {
  const usable = routes.filter(
    ({ kind: is, practices, insteadUse, worksToday }) =>
      (is === 'own-contact' || is === 'own-optout') &&
      practices.length === 0 &&
      insteadUse.length === 0 &&
      worksToday !== 'no',
  );
  const serving = usable.filter((route) => isFor(route, region));
  const contacts = serving.filter((route) => route.kind === 'own-contact');
  const choices = kind === 'optout' ? serving.filter((route) => route.kind === 'own-optout') : [];
  const first = [...choices, ...contacts].find((route) => formOf(route) !== null);
  const mail = contacts.find((route) => mailOf(route) !== null);
  // Its postal address stands for the whole company: where none of the country is known, a letter still reaches it.
  const post = usable.find((route) => route.kind === 'own-contact' && route.address === null && route.text !== null);
  return {
    name,
    email: mail === undefined ? null : mailOf(mail),
    form: first === undefined ? null : formOf(first),
    postal: post?.text ?? null,
    route: mail ?? first ?? post ?? null,
  };
}
