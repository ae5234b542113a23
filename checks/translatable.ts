/** All that `policy-data/` says in English and a language's file says again, in the shape of such a file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './language-files.ts';
import { HISTORY_FILE, organisationFile, type OrganisationFolder } from './organisation-folders.ts';
import type { LanguageFile, OrganisationLanguageFile } from '../schemas/language-file.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { ReadingReasonsFile } from '../schemas/reading-rules.ts';
import type {
  ClausesFile,
  CompaniesFile,
  MusicServicesFile,
  Organisation,
  PolicyHistoryFile,
  PracticesFile,
  Route,
  RoutesFile,
  SitesFile,
  StoredItemsFile,
} from '../schemas/policy-data.ts';

/** The English texts of the data that all organisations share, or of one organisation's. */
export interface Translatable {
  readonly practices: NonNullable<LanguageFile['practices']>;
  readonly clauses: NonNullable<LanguageFile['clauses']>;
  readonly routes: NonNullable<LanguageFile['routes']>;
  /** Each sentence by itself. */
  readonly phrases: NonNullable<LanguageFile['phrases']>;
  /** What other versions of a policy say, each sentence by itself. */
  readonly history: NonNullable<OrganisationLanguageFile['history']>;
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

/** Why a clause is unclear, what a route of an authority needs: sentences that many entries share stand by themselves. */
function routeSentences(routes: readonly Route[]): string[] {
  return [
    ...routes.flatMap(({ authority, needs }) => (authority === undefined ? [] : needs)),
    ...routes.flatMap((route) => (route.authority === undefined || isAmerican(route) ? [] : [route.authority.law])),
  ];
}

/** An authority's title and purpose are made from its name and law, and many need the same of the person: those are phrases. */
function routeEntries(routes: readonly Route[]): Translatable['routes'] {
  return byId(
    routes.filter(({ authority }) => authority === undefined),
    ({ title, purpose, text, needs, whatItWas }) => ({ title, purpose, ...given({ text, needs, whatItWas }) }),
  );
}

const authorityNames = (routes: readonly Route[]): string[] =>
  routes.flatMap(({ authority }) => (authority === undefined ? [] : [authority.name, authority.law]));

function eachByItself(sentences: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(sentences.filter((words) => words !== null).map((words) => [words, words]));
}

/** The texts that all organisations share. `root`: the project, whose files were checked before: `checkPolicyData` says what is wrong with one. */
export function readTranslatable(root: string): Translatable {
  const read = (file: string): unknown => readJson(join(root, 'policy-data', file));
  const { practices } = read('practices.json') as PracticesFile;
  const { routes } = read('routes.json') as RoutesFile;
  const { companies, overrides, optOuts } = read('companies.json') as CompaniesFile;
  const { parts } = read('browser-parts.json') as BrowserPartsFile;
  const { items } = read('stored-items.json') as StoredItemsFile;
  const { services, standard } = read('music-services.json') as MusicServicesFile;
  const { reasons, silence } = read('reading/reasons.json') as ReadingReasonsFile;
  return {
    practices: Object.fromEntries(
      practices.flatMap(({ id, plain, name, explanation, situations = [] }) => [
        [id, { plain, name, explanation }] as const,
        ...situations.map(
          (one) => [`${id}.${one.id}`, { ...given({ name: one.name }), explanation: one.explanation }] as const,
        ),
      ]),
    ),
    clauses: {},
    routes: routeEntries(routes),
    phrases: eachByItself([
      ...practices.map(({ cannotTell }) => cannotTell),
      ...parts.map(({ reason }) => reason),
      ...Object.values(reasons),
      ...Object.values(silence),
      ...[...companies, ...overrides].map(({ purpose }) => purpose),
      ...optOuts.map(({ what }) => what),
      ...items.flatMap(({ purpose, lifetime }) => [purpose, lifetime]),
      ...services.map(({ whole }) => whole),
      ...[standard, ...services].flatMap(({ permissions }) => permissions.map(({ words }) => words)),
      ...routeSentences(routes),
    ]),
    history: {},
    names: new Set([...authorityNames(routes), ...items.map(({ setter }) => setter)]),
  };
}

/** The texts of one organisation's own data. */
export function readOrganisationTranslatable(folder: OrganisationFolder): Translatable {
  const read = (name: string): unknown => readJson(organisationFile(folder, name));
  const { name, legalName, family } = read('organisation.json') as Organisation;
  const { clauses } = read('clauses.json') as ClausesFile;
  const { routes } = read('routes.json') as RoutesFile;
  const { sites } = read('sites.json') as SitesFile;
  const { versions } = existsSync(organisationFile(folder, HISTORY_FILE))
    ? (read(HISTORY_FILE) as PolicyHistoryFile)
    : { versions: [] };
  const { lookalikes } = read('lookalikes.json') as { lookalikes: { operator: string }[] };
  return {
    practices: {},
    clauses: byId(clauses, ({ summary, choice }) => ({ summary, ...given({ choice }) })),
    routes: routeEntries(routes),
    phrases: eachByItself([
      ...clauses.flatMap((clause) => clause.practices.map((said) => ('reason' in said ? said.reason : null))),
      ...routeSentences(routes),
    ]),
    history: eachByItself(
      versions.flatMap(({ practices }) => practices.map((said) => ('summary' in said ? said.summary : null))),
    ),
    names: new Set([
      ...[name, legalName, family].filter((words) => words !== undefined),
      ...authorityNames(routes),
      ...[...sites, ...lookalikes].map(({ operator }) => operator),
    ]),
  };
}
