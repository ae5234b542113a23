/** Is each language whole? Compares every file of `locales/` with the English words and with what `policy-data/` says. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import {
  languageFile,
  organisationLanguageFile,
  type LanguageFile,
  type OrganisationLanguageFile,
  type Words,
} from '../schemas/language-file.ts';
import { withNames, type NamedOrganisation } from '../words/company-names.ts';
import { extensionDescription, MAX_DESCRIPTION } from '../words/extension-description.ts';
import { languageFileNames, readJson } from './language-files.ts';
import { moreOrganisations, organisationFolders, type OrganisationFolder } from './organisation-folders.ts';
import { readOrganisationTranslatable, readTranslatable, type Translatable } from './translatable.ts';

const ENGLISH = 'en';

/** 'a.b_other' → 'Kept: {{names}}', for each word. */
function flatten(words: Words, path: readonly string[] = []): ReadonlyMap<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]): (readonly [string, string])[] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : [...flatten(value, [...path, key])],
  );
  return new Map(entries);
}

/** The plural forms of a language that its words need; forms for whole millions are made from the others. */
function pluralForms(code: string): ReadonlySet<string> {
  return new Set(new Intl.PluralRules(code).resolvedOptions().pluralCategories.filter((form) => form !== 'many'));
}

/** The keys that a language needs: the English ones, with its own plural forms. */
function wantedKeys(english: ReadonlyMap<string, string>, code: string): ReadonlyMap<string, string> {
  const forms = pluralForms(code);
  const wanted = new Map<string, string>();
  for (const [key, words] of english) {
    const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
    if (base === undefined || form === undefined) wanted.set(key, words);
    // English has two forms; a language with more needs each, one with fewer needs its own alone.
    else if (form === 'other') for (const own of forms) wanted.set(`${base}_${own}`, words);
  }
  return wanted;
}

/** What stands ready in every sentence (words/company-names.ts): a language may say "its" where another says the name again. */
const COMPANY_PLACES = ['company', 'legalCompany', 'family', 'companies'];

/** The names of what is filled in: 'a {{x}} of {{count, number}}' → 'count x' */
function holes(words: string): string {
  return [...words.matchAll(/\{\{\s*(\w+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !COMPANY_PLACES.includes(name))
    .sort()
    .join(' ');
}

function compare(
  what: string,
  has: Iterable<string>,
  wanted: Iterable<string>,
  optional: ReadonlySet<string> = new Set(),
): string[] {
  const own = new Set(has);
  const needed = new Set(wanted);
  return [
    ...[...needed].filter((name) => !own.has(name)).map((name) => `${what} “${name}” is missing`),
    ...[...own]
      .filter((name) => !needed.has(name) && !optional.has(name))
      .map((name) => `${what} “${name}” is not used`),
  ];
}

/** Whether words that speak of all companies write them as a list, and speak of all where English does. */
function checkCompanies(words: string, english: string): boolean {
  const lists = [...words.matchAll(/\{\{\s*companies\b([^}]*)\}\}/g)].every(([, format = '']) =>
    /, (?:and|or)$/.test(format),
  );
  const speaksOfAll = (text: string): boolean => /\{\{\s*companies\b/.test(text);
  return lists && (!/\{\{\s*compan/.test(english) || speaksOfAll(words) === speaksOfAll(english));
}

function checkWords(file: LanguageFile, english: LanguageFile): string[] {
  const own = flatten(file.words);
  const wanted = wantedKeys(flatten(english.words), file.language.code);
  const wrong = [...wanted].filter(([key, words]) => {
    const translated = own.get(key);
    // The words for one or none may leave the number out: "one company".
    return translated !== undefined && holes(translated) !== holes(words) && !/_(one|zero)$/.test(key);
  });
  return [
    ...compare('the word', own.keys(), wanted.keys()),
    ...wrong.map(([key, words]) => `the word “${key}” has to hold {{${holes(words)}}}`),
    ...[...wanted]
      .filter(([key, words]) => own.has(key) && !checkCompanies(own.get(key) ?? '', words))
      .map(([key]) => `the word “${key}” has to speak of {{company}} or of all {{companies, and}} as in English`),
  ];
}

/** The members of an entry, with the length of each list: 'needs 2, purpose, title'. */
function shape(entry: object): string {
  return Object.entries(entry)
    .map(([name, value]) => (Array.isArray(value) ? `${name} ${value.length}` : name))
    .sort()
    .join(', ');
}

function checkEntries(
  what: string,
  own: Readonly<Record<string, object>>,
  wanted: Readonly<Record<string, object>>,
): string[] {
  const wrong = Object.entries(wanted).filter(
    ([id, entry]) => own[id] !== undefined && shape(own[id]) !== shape(entry),
  );
  return [
    ...compare(what, Object.keys(own), Object.keys(wanted)),
    ...wrong.map(([id, entry]) => `${what} “${id}” has to have ${shape(entry)}`),
  ];
}

/** The sentences that have a place which nobody fills: in what the data says, `{{company}}` and its like are all that there is. */
function unfilled(node: unknown): string[] {
  if (typeof node === 'string') return withNames(node, NO_NAMES, ENGLISH).includes('{{') ? [node] : [];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(unfilled) : [];
}
const NO_NAMES = { company: '', legalCompany: '', family: '', companies: [] };

/** What is missing, unused or of another shape among the translations of data. */
function checkTranslations(
  file: Partial<LanguageFile & Pick<OrganisationLanguageFile, 'history'>>,
  wanted: Translatable,
): string[] {
  return [
    ...[file.clauses, file.routes, file.phrases, file.history]
      .concat([wanted.clauses, wanted.routes, wanted.phrases, wanted.history])
      .flatMap(unfilled)
      .map((sentence) => `nobody fills the place in “${sentence}”`),
    ...checkEntries('the practice', file.practices ?? {}, wanted.practices),
    ...checkEntries('the clause', file.clauses ?? {}, wanted.clauses),
    ...checkEntries('the route', file.routes ?? {}, wanted.routes),
    ...compare('the phrase', Object.keys(file.phrases ?? {}), Object.keys(wanted.phrases), wanted.names),
    ...compare('the history’s sentence', Object.keys(file.history ?? {}), Object.keys(wanted.history)),
  ];
}

/** What a schema finds wrong, one sentence for each. */
function read<T>(
  schema: v.GenericSchema<unknown, T>,
  path: string,
): { readonly file: T | null; readonly problems: string[] } {
  const result = v.safeParse(schema, readJson(path));
  if (result.success) return { file: result.output, problems: [] };
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  return { file: null, problems };
}

/**
 * One organisation's translations in the languages that the project has. One that is shipped has each of them; one that a test adds has those
 * that its author has written.
 */
function checkOrganisation(root: string, organisation: OrganisationFolder, names: readonly string[]): string[] {
  const wanted = readOrganisationTranslatable(organisation);
  const where = (name: string): string => join(organisation.folder, 'locales', name);
  const isShipped = !moreOrganisations(root).some(({ folder }) => folder === organisation.folder);
  const own = existsSync(where('')) ? readdirSync(where('')) : [];
  const problems = own
    .filter((name) => !names.includes(name))
    .map((name): readonly [string, string] => [name, 'the project has no such language']);
  for (const name of names) {
    if (!own.includes(name)) {
      if (isShipped) problems.push([name, 'is missing']);
      continue;
    }
    const { file, problems: broken } = read(organisationLanguageFile, where(name));
    const reasons = file === null ? broken : checkTranslations(file, wanted);
    problems.push(...reasons.map((reason): readonly [string, string] => [name, reason]));
  }
  return problems.map(([name, reason]) => `${relative(root, where(name))}: ${reason}`);
}

/** The description that stores show, with the names of the shipped organisations in it. */
function checkDescription(file: LanguageFile, organisations: readonly NamedOrganisation[]): string[] {
  const { length } = extensionDescription(file, organisations);
  return length <= MAX_DESCRIPTION ? [] : [`the description has ${length} characters; stores take ${MAX_DESCRIPTION}`];
}

/**
 * Checks `root/locales` and the organisations' own, and gives one sentence for each problem: file and reason. Empty when every language says
 * all that English says, and nothing that is not used.
 */
export function checkLanguages(root: string): string[] {
  const wanted = readTranslatable(root);
  const organisations = organisationFolders(root);
  const shipped = organisations
    .slice(0, organisations.length - moreOrganisations(root).length)
    .map(({ folder }) => readJson(join(folder, 'organisation.json')) as NamedOrganisation);
  const names = languageFileNames(root);
  const files = names.map((name) => ({ name, ...read(languageFile, join(root, 'locales', name)) }));
  const english = files.find(({ file }) => file?.language.code === ENGLISH)?.file;
  if (english == null) return [`locales: there is no sound file of English (${ENGLISH}.json)`];
  const others = names.filter((name) => name !== `${ENGLISH}.json`);
  return [
    ...files.flatMap(({ name, file, problems }) => {
      const own =
        file === null || file === english ? [] : [...checkWords(file, english), ...checkTranslations(file, wanted)];
      const misnamed =
        file !== null && name !== `${file.language.code.toLowerCase()}.json`
          ? ['its name is not that of its language']
          : [];
      const long = file === null ? [] : checkDescription(file, shipped);
      return [...problems, ...misnamed, ...own, ...long].map((reason) => `locales/${name}: ${reason}`);
    }),
    ...organisations.flatMap((organisation) => checkOrganisation(root, organisation, others)),
  ];
}
