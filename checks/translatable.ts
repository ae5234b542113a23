/** All that `policy-data/` says in English and a language's file says again, in the shape of such a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageFile } from '../schemas/language-file.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type {
  ClausesFile,
  CompaniesFile,
  Organisation,
  PracticesFile,
  RoutesFile,
  SitesFile,
  StoredItemsFile,
} from '../schemas/policy-data.ts';

const SONY_MUSIC = 'policy-data/organisations/sony-music';

/** The English texts. */
export interface Translatable {
  readonly practices: NonNullable<LanguageFile['practices']>;
  readonly clauses: NonNullable<LanguageFile['clauses']>;
  readonly routes: NonNullable<LanguageFile['routes']>;
  /** Each sentence by itself. */
  readonly phrases: NonNullable<LanguageFile['phrases']>;
  /** Names of organisations, setters and operators. Those with words in them ("The site (PHP)") may be translated, the others are names. */
  readonly names: ReadonlySet<string>;
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what the data leaves open: a route without a text has none in another language either. */
function given<T extends object>(members: T): Given<T> {
  const kept = Object.entries(members).filter(
    ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Given<T>;
}

/** Laws of the United States and of its states keep their English names. */
const isAmerican = ({ region }: { readonly region: string }): boolean => region === 'US' || region.startsWith('US-');

function byId<T extends { id: string }, R>(list: readonly T[], members: (item: T) => R): Record<string, R> {
  return Object.fromEntries(list.map((item) => [item.id, members(item)]));
}

/** Reads the data of the project at `root`. Its files were checked before: `checkPolicyData` says what is wrong with one. */
export function readTranslatable(root: string): Translatable {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { practices } = read('policy-data/practices.json') as PracticesFile;
  const { clauses } = read(`${SONY_MUSIC}/policies/2011-12-31/clauses.json`) as ClausesFile;
  const { routes } = read(`${SONY_MUSIC}/routes.json`) as RoutesFile;
  const { sites } = read(`${SONY_MUSIC}/sites.json`) as SitesFile;
  const { name, legalName, family } = read(`${SONY_MUSIC}/organisation.json`) as Organisation;
  const { lookalikes } = read(`${SONY_MUSIC}/lookalikes.json`) as { lookalikes: { operator: string }[] };
  const { companies, overrides, optOuts } = read('policy-data/companies.json') as CompaniesFile;
  const { parts } = read('policy-data/browser-parts.json') as BrowserPartsFile;
  const { items } = read('policy-data/stored-items.json') as StoredItemsFile;
  const sentences = [
    ...practices.map(({ cannotTell }) => cannotTell),
    ...clauses.flatMap((clause) => clause.practices.map((said) => ('reason' in said ? said.reason : null))),
    ...parts.map(({ reason }) => reason),
    ...[...companies, ...overrides].map(({ purpose }) => purpose),
    ...optOuts.map(({ what }) => what),
    ...items.flatMap(({ purpose, lifetime }) => [purpose, lifetime]),
    ...routes.flatMap(({ authority, needs }) => (authority === undefined ? [] : needs)),
    ...routes.flatMap((route) => (route.authority === undefined || isAmerican(route) ? [] : [route.authority.law])),
  ].filter((words) => words !== null);
  return {
    practices: Object.fromEntries(
      practices.flatMap(({ id, plain, name, explanation, situations = [] }) => [
        [id, { plain, name, explanation }] as const,
        ...situations.map(
          (one) => [`${id}.${one.id}`, { ...given({ name: one.name }), explanation: one.explanation }] as const,
        ),
      ]),
    ),
    clauses: byId(clauses, ({ summary, choice }) => ({ summary, ...given({ choice }) })),
    // An authority's title and purpose are made from its name and law, and many need the same of the person: those are phrases.
    routes: byId(
      routes.filter(({ authority }) => authority === undefined),
      ({ title, purpose, text, needs, whatItWas }) => ({
        title,
        purpose,
        ...given({ text, needs, whatItWas }),
      }),
    ),
    phrases: Object.fromEntries(sentences.map((words) => [words, words])),
    names: new Set([
      ...[name, legalName, family].filter((words) => words !== undefined),
      ...routes.flatMap(({ authority }) => (authority === undefined ? [] : [authority.name, authority.law])),
      ...items.map(({ setter }) => setter),
      ...[...sites, ...lookalikes].map(({ operator }) => operator),
    ]),
  };
}
