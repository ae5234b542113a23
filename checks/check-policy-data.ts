/**
 * Is `policy-data/` sound? Reads every file of it from disk, and tells each problem in one sentence.
 *
 * The schemas say what a file may hold. The rules here are those between files, and between a quote and its text. Run it by `node checks/check-policy-data.ts`; the build and the tests call the function.
 *
 * Long because: all the rules for the data stand side by side, each a few lines.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import * as v from 'valibot';
// With its extension, because Node runs this file as it stands.
import { PageWordsFileSchema } from '../schemas/page-words.ts';
import { ReadingReasonsFileSchema, ReadingRulesFileSchema } from '../schemas/reading-rules.ts';
import {
  BrowserPartsFileSchema,
  CarriedWordsFileSchema,
  NamedCompaniesFileSchema,
  NamesOfNoBrowserFileSchema,
} from '../schemas/label-data.ts';
import type { CarriedWordsFile, NamedCompaniesFile } from '../schemas/label-data.ts';
import { historyProblems } from './check-history.ts';
import { HISTORY_FILE, organisationFolders } from './organisation-folders.ts';
import {
  CarriedKindSchema,
  ClausesFileSchema,
  CompaniesFileSchema,
  TagAddressesFileSchema,
  CompanySpellingsFileSchema,
  ConsentPlatformsFileSchema,
  DeliveryHostsFileSchema,
  LookalikesFileSchema,
  MusicServicesFileSchema,
  OrganisationSchema,
  PolicyHistoryFileSchema,
  PolicySchema,
  PracticesFileSchema,
  PublicSuffixesFileSchema,
  RequestReadersFileSchema,
  RoutesFileSchema,
  SharedPlacesFileSchema,
  SitesFileSchema,
  StoredItemsFileSchema,
  TailCompaniesFileSchema,
  ThirdPartyWebFileSchema,
  TrackharFileSchema,
} from '../schemas/policy-data.ts';
import type {
  Clause,
  ClausesFile,
  CompaniesFile,
  MusicServicesFile,
  Organisation,
  Practice,
  PublicSuffixesFile,
  Route,
  SharedPlacesFile,
  Site,
  TailCompaniesFile,
  ThirdPartyWebFile,
} from '../schemas/policy-data.ts';

import { letterProblems } from './check-letters.ts';
import { LetterLawsFileSchema, LetterWordsFileSchema, type LetterWordsFile } from '../schemas/letter-data.ts';
import { pageWordsProblems } from './check-page-words.ts';
import { readingRulesProblems, unusedReasons } from './check-reading-rules.ts';

const FOLDER = 'policy-data';
const ORGANISATIONS = `${FOLDER}/organisations`;

/** Notes a problem of a file's entry (its id, its domain or its place); null when it is the file as a whole. */
type Say = (file: string, entry: string | null, reason: string) => void;

/** What the rules between files need to know. A list that could not be read is null, and its rules are left out. */
interface Known {
  readonly practices: ReadonlySet<string> | null;
  readonly companies: ReadonlySet<string> | null;
  /** The routes that are no organisation's own. */
  readonly routes: readonly Route[];
  /** Domain of a site → the sites.json that lists it. */
  readonly sites: Map<string, string>;
  /** Id of a mark → the organisation.json that has it: an observation names a mark by its id alone. */
  readonly marks: Map<string, string>;
}

/**
 * Checks `root/policy-data` and gives one sentence for each problem: file, entry, reason. Empty when all is well.
 * Never throws for what a file holds: a missing or unreadable file is a problem like any other.
 */
export function checkPolicyData(root: string): string[] {
  const problems: string[] = [];
  const say: Say = (file, entry, reason) => problems.push(`${file}${entry === null ? '' : `, ${entry}`}: ${reason}.`);
  const files = new DataFiles(root, say);

  const practices = files.read(`${FOLDER}/practices.json`, PracticesFileSchema)?.practices;
  if (practices) checkUnique(`${FOLDER}/practices.json`, 'id', ids(practices), say);

  const companies = files.read(`${FOLDER}/companies.json`, CompaniesFileSchema);
  const thirdParties = files.read(`${FOLDER}/third-party-web.json`, ThirdPartyWebFileSchema);
  const spellings = files.read(`${FOLDER}/company-spellings.json`, CompanySpellingsFileSchema);
  checkUnique(`${FOLDER}/company-spellings.json`, 'name', spellings?.corrections.map(({ from }) => from) ?? [], say);
  const tail = files.read(`${FOLDER}/tail-companies.json`, TailCompaniesFileSchema);
  if (tail) checkTail(`${FOLDER}/tail-companies.json`, tail, say);
  const names = companies && thirdParties && namesOf(companies, thirdParties);
  if (companies) checkCompanies(`${FOLDER}/companies.json`, companies, names, say);

  const tags = files.read(`${FOLDER}/tag-addresses.json`, TagAddressesFileSchema);
  if (tags) {
    const names = tags.tags.map(({ name }) => name);
    checkUnique(`${FOLDER}/tag-addresses.json`, 'name', names, say);
  }
  const delivery = files.read(`${FOLDER}/delivery-hosts.json`, DeliveryHostsFileSchema);
  const deliveryDomains = delivery?.networks.flatMap(({ domains }) => domains) ?? [];
  checkUnique(`${FOLDER}/delivery-hosts.json`, 'domain', deliveryDomains, say);

  const consents = files.read(`${FOLDER}/consent-platforms.json`, ConsentPlatformsFileSchema);
  const platforms = consents?.platforms.map(({ name }) => name) ?? [];
  checkUnique(`${FOLDER}/consent-platforms.json`, 'name', platforms, say);
  for (const name of Object.keys(consents?.hosts ?? {})) {
    if (!platforms.includes(name))
      say(`${FOLDER}/consent-platforms.json`, name, 'hosts of a platform that is not listed');
  }

  const music = files.read(`${FOLDER}/music-services.json`, MusicServicesFileSchema);
  if (music) checkMusicServices(`${FOLDER}/music-services.json`, music, say);

  checkPageWords(files, `${FOLDER}/page-words`, say);
  checkReadingRules(files, `${FOLDER}/reading`, practices ?? null, say);
  files.read(`${FOLDER}/browser-parts.json`, BrowserPartsFileSchema);
  files.read(`${FOLDER}/names-of-no-browser.json`, NamesOfNoBrowserFileSchema);
  files.read(`${FOLDER}/stored-items.json`, StoredItemsFileSchema);
  files.read(`${FOLDER}/request-readers.json`, RequestReadersFileSchema);
  files.read(`${FOLDER}/trackhar.json`, TrackharFileSchema);
  const suffixes = files.read(`${FOLDER}/public-suffixes.json`, PublicSuffixesFileSchema);
  const places = files.read(`${FOLDER}/shared-places.json`, SharedPlacesFileSchema)?.places;
  if (places) checkPlaces(`${FOLDER}/shared-places.json`, places, suffixes, say);

  const known: Known = {
    practices: practices ? new Set(ids(practices)) : null,
    companies: names,
    routes: files.read(`${FOLDER}/routes.json`, RoutesFileSchema)?.routes ?? [],
    sites: new Map(),
    marks: new Map(),
  };
  checkRoutes(`${FOLDER}/routes.json`, known.routes, known.routes, known, say);
  for (const { id, kind, asPrinted } of known.routes)
    if (kind.startsWith('own-') || asPrinted !== null)
      say(`${FOLDER}/routes.json`, id, "an organisation's own route stands in its own folder");
  checkLetters(files, known, practices ?? [], say);
  const organisations = organisationFolders(root).map(({ folder }) => files.pathOf(folder));
  if (organisations.length === 0) say(ORGANISATIONS, null, 'there is no folder of an organisation');
  for (const folder of organisations) checkOrganisation(files, folder, known, say);

  const unread = [FOLDER, ...organisations].flatMap((folder) => files.unread(folder));
  // What an organisation's data are called in other languages is compared with them by check-languages.ts.
  for (const file of new Set(unread.filter((path) => !/\/organisations\/[^/]+\/locales\//.test(path))))
    say(file, null, 'no schema says what this file holds');
  return problems;
}

/** The words by which pages are known, a file a language. */
function checkPageWords(files: DataFiles, folder: string, say: Say): void {
  const languages = files.jsonFilesIn(folder).map((file) => [file, files.read(file, PageWordsFileSchema)] as const);
  if (languages.length === 0) say(folder, null, 'there is no file of a language');
  const sound = new Map(languages.flatMap(([file, words]) => (words === null ? [] : [[file, words] as const])));
  // With a file missing, a group may only look as if no language had a word for it.
  for (const { file, group, reason } of pageWordsProblems(sound))
    if (file !== '') say(file, group, reason);
    else if (sound.size === languages.length) say(folder, group, reason);
}

/** A permission stands once, and a service names permissions or has one for everything. */
function checkMusicServices(file: string, { services, standard }: MusicServicesFile, say: Say): void {
  checkUnique(file, 'id', ids(services), say);
  const namesIn = (permissions: readonly { readonly name: string }[]): string[] => permissions.map(({ name }) => name);
  checkUnique(file, 'permission', namesIn(standard.permissions), say);
  for (const { id, consent, whole, permissions, example } of services) {
    checkUnique(file, 'permission', namesIn(permissions), say);
    if ((whole === null) === (permissions.length === 0))
      say(file, id, 'it takes either permissions or one for everything');
    const { host, pathname } = new URL(example);
    if (!new RegExp(consent).test(host + pathname)) say(file, id, 'its example is no such page');
  }
}

/** The rules by which policies are read, a file a language, and the reasons that they give. */
function checkReadingRules(files: DataFiles, folder: string, practices: readonly Practice[] | null, say: Say): void {
  const reasonsFile = `${folder}/reasons.json`;
  const reasons = files.read(reasonsFile, ReadingReasonsFileSchema);
  const languages = files.jsonFilesIn(folder).filter((file) => file !== reasonsFile);
  if (languages.length === 0) say(folder, null, 'there is no file of a language');
  const sound = languages.flatMap((file) => {
    const rules = files.read(file, ReadingRulesFileSchema);
    if (rules !== null && file !== `${folder}/${rules.language}.json`)
      say(file, null, 'is not named after its language');
    return rules === null ? [] : [{ file, rules }];
  });
  if (reasons === null || languages.length === 0) return;
  for (const { file, rules } of sound)
    for (const { entry, reason } of readingRulesProblems(rules, practices, reasons)) say(file, entry, reason);
  if (sound.length === languages.length)
    for (const id of unusedReasons(
      sound.map(({ rules }) => rules),
      reasons,
    ))
      say(reasonsFile, id, 'no rule gives this reason');
}

/** The letters: each language's words, and the laws with the routes of the authorities. */
function checkLetters(files: DataFiles, { routes }: Known, practices: readonly Practice[], say: Say): void {
  const lawsFile = `${FOLDER}/letter-laws.json`;
  const laws = files.read(lawsFile, LetterLawsFileSchema);
  const words = new Map<string, LetterWordsFile>();
  for (const file of files.jsonFilesIn(`${FOLDER}/letters`)) {
    const read = files.read(file, LetterWordsFileSchema);
    if (read !== null) words.set(file, read);
  }
  if (laws === null) return;
  const pageLanguages = files.jsonFilesIn('locales').map((file) => basename(file, '.json'));
  const known = { routes, practices: ids(practices), pageLanguages, lawsFile };
  for (const { file, entry, reason } of letterProblems(laws, words, known)) say(file, entry, reason);
}

/** A place stands once, and only what the public suffix list does not know already. */
function checkPlaces(
  file: string,
  places: SharedPlacesFile['places'],
  suffixes: PublicSuffixesFile | null,
  say: Say,
): void {
  const domains = places.map(({ domain }) => domain);
  checkUnique(file, 'domain', domains, say);
  for (const domain of domains) {
    if (suffixes?.private.includes(domain)) say(file, domain, 'is a private part of the public suffix list already');
  }
}

/** The files below a root, with paths that are written with '/' on every system. */
class DataFiles {
  readonly #root: string;
  readonly #say: Say;
  readonly #read = new Set<string>();

  constructor(root: string, say: Say) {
    this.#root = root;
    this.#say = say;
  }

  /** Whether there is such a file. */
  has(file: string): boolean {
    return existsSync(join(this.#root, file));
  }

  /** The bytes of a file, or null and a problem when it is missing. */
  bytes(file: string): Buffer | null {
    this.#read.add(file);
    if (existsSync(join(this.#root, file))) return readFileSync(join(this.#root, file));
    this.#say(file, null, 'the file is missing');
    return null;
  }

  /** What a JSON file holds, or null and a problem for each thing that is wrong with it. */
  read<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | null {
    const bytes = this.bytes(file);
    if (bytes === null) return null;
    let data: unknown;
    try {
      data = JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      this.#say(file, null, `the file is not JSON (${error instanceof Error ? error.message : String(error)})`);
      return null;
    }
    const result = v.safeParse(schema, data);
    if (result.success) return result.output;
    for (const issue of result.issues) this.#say(file, entryOf(issue.path ?? []), issue.message.replace(/\.$/, ''));
    return null;
  }

  /** '/…/project/policy-data/practices.json' → 'policy-data/practices.json' */
  pathOf(absolute: string): string {
    return relative(this.#root, absolute).split(sep).join('/');
  }

  /** Names of the folders in a folder; none when it is not there. */
  foldersIn(folder: string): string[] {
    if (!existsSync(join(this.#root, folder))) return [];
    const entries = readdirSync(join(this.#root, folder), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  }

  /** Paths of the JSON files that stand right in a folder; none when it is not there. */
  jsonFilesIn(folder: string): string[] {
    if (!existsSync(join(this.#root, folder))) return [];
    const names = readdirSync(join(this.#root, folder)).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => `${folder}/${name}`);
  }

  /** JSON files below a folder that nobody has asked for. */
  unread(folder: string): string[] {
    if (!existsSync(join(this.#root, folder))) return [];
    const entries = readdirSync(join(this.#root, folder), { recursive: true, withFileTypes: true });
    return entries
      .map((entry) => this.pathOf(join(entry.parentPath, entry.name)))
      .filter((file) => file.endsWith('.json') && !this.#read.has(file))
      .sort();
  }
}

function checkOrganisation(files: DataFiles, folder: string, known: Known, say: Say): void {
  const about = files.read(`${folder}/organisation.json`, OrganisationSchema);
  if (about) checkMarks(`${folder}/organisation.json`, about, known.marks, say);

  const sites = files.read(`${folder}/sites.json`, SitesFileSchema)?.sites ?? [];
  const domains = new Map<string, string>();
  checkDomains(`${folder}/sites.json`, sites, domains, say);
  checkOnce(
    `${folder}/sites.json`,
    'site',
    sites.map(({ domain }) => domain),
    known.sites,
    say,
  );
  const lookalikes = files.read(`${folder}/lookalikes.json`, LookalikesFileSchema)?.lookalikes ?? [];
  checkDomains(`${folder}/lookalikes.json`, lookalikes, domains, say);

  const own = files.read(`${folder}/routes.json`, RoutesFileSchema)?.routes ?? null;
  const routes = own && [...own, ...known.routes];
  if (own && routes) checkRoutes(`${folder}/routes.json`, own, routes, known, say);

  const policies = files.foldersIn(`${folder}/policies`);
  if (policies.length === 0) say(`${folder}/policies`, null, 'there is no folder of a policy');
  if (about) checkAbout(folder, about, { sites, routes, policies }, say);
  const texts = policies.map((date) => checkPolicy(files, `${folder}/policies/${date}`, routes, known, say));
  const history = `${folder}/${HISTORY_FILE}`;
  if (files.has(history)) {
    const versions = files.read(history, PolicyHistoryFileSchema)?.versions ?? [];
    for (const { entry, reason } of historyProblems(versions, { practices: known.practices, policies, texts }))
      say(history, entry, reason);
  }
  for (const { id, asPrinted } of own ?? [])
    if (asPrinted !== null && !texts.some((text) => prints(text, asPrinted)))
      say(`${folder}/routes.json`, id, 'what asPrinted holds stands in no policy');
}

/** What organisation.json says of the files beside it is so. */
function checkAbout(
  folder: string,
  { id, groups, heldPolicy, feedbackRoute, examples }: Organisation,
  beside: { sites: readonly Site[]; routes: readonly Route[] | null; policies: readonly string[] },
  say: Say,
): void {
  const file = `${folder}/organisation.json`;
  if (!folder.endsWith(`/${id}`)) say(file, id, 'the id is not the name of the folder');
  if (beside.policies.length > 0 && !beside.policies.includes(heldPolicy))
    say(file, 'heldPolicy', `there is no folder policies/${heldPolicy}`);
  if (feedbackRoute !== null && beside.routes?.some((route) => route.id === feedbackRoute) === false)
    say(file, 'feedbackRoute', `there is no route "${feedbackRoute}"`);
  checkUnique(file, 'group', [id, ...ids(groups)], say);
  const known = new Set([id, ...ids(groups)]);
  for (const { domain, group } of beside.sites)
    if (!known.has(group)) say(`${folder}/sites.json`, domain, `organisation.json has no group "${group}"`);
  for (const example of examples) {
    const { hostname } = new URL(example);
    if (!beside.sites.some(({ domain }) => hostname === domain || hostname.endsWith(`.${domain}`)))
      say(file, example, 'the example is on no site of sites.json');
  }
}

/** Checks the files of one policy, and gives its text; '' when it is missing. */
function checkPolicy(
  files: DataFiles,
  folder: string,
  routes: readonly Route[] | null,
  known: Known,
  say: Say,
): string {
  const bytes = files.bytes(`${folder}/policy.md`);
  const text = bytes?.toString('utf8') ?? '';
  const policy = files.read(`${folder}/policy.json`, PolicySchema);
  const clauses = files.read(`${folder}/clauses.json`, ClausesFileSchema);

  if (clauses) checkClauses(`${folder}/clauses.json`, clauses.clauses, routes, known, say);
  const named = files.read(`${folder}/named-companies.json`, NamedCompaniesFileSchema);
  const carried = files.read(`${folder}/carried-words.json`, CarriedWordsFileSchema);
  if (clauses && carried) checkCarriedWords(`${folder}/carried-words.json`, carried, clauses.clauses, say);
  if (clauses && named) checkNamed(`${folder}/named-companies.json`, named, clauses.clauses, say);
  if (clauses && bytes) checkQuotes(folder, text, clauses, say);
  if (!policy || !bytes) return text;

  if (createHash('sha256').update(bytes).digest('hex') !== policy.sha256)
    say(`${folder}/policy.json`, policy.id, 'sha256 is not the hash of policy.md');
  if (!routes) return text;

  const inRoutes = new Set(routes.flatMap((route) => printedAddresses(route.asPrinted ?? '')));
  const archive = new URL(policy.archiveUrl).host;
  for (const address of printedAddresses(text)) {
    // The archive prints its own address above the text; that is the source and no route.
    if (new URL(address).host === archive || inRoutes.has(address)) continue;
    say(`${folder}/policy.md`, address, 'no route of routes.json has this address as printed');
  }
  return text;
}

const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map((entry) => entry.id);

/**
 * Where an issue stands, in words a person can search for.
 *
 * path clauses → 3 → summary, where clauses[3].id is "links" → 'links, summary'; without an id → 'clauses 3, summary'
 */
function entryOf(path: readonly { readonly key?: unknown; readonly value?: unknown }[]): string | null {
  const words: string[] = [];
  for (const { key, value } of path) {
    if (typeof key !== 'number') {
      words.push(String(key));
      continue;
    }
    const named = v.safeParse(v.union([v.object({ id: v.string() }), v.object({ domain: v.string() })]), value);
    const list = words.pop() ?? 'entry';
    if (!named.success) words.push(`${list} ${key}`);
    else words.push('id' in named.output ? named.output.id : named.output.domain);
  }
  return words.length === 0 ? null : words.join(', ');
}

/** Tells of each value that stands in the list twice. */
function checkUnique(file: string, what: string, values: readonly string[], say: Say): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) say(file, value, `the ${what} is given twice`);
    seen.add(value);
  }
}

function checkTail(file: string, { sources, entities }: TailCompaniesFile, say: Say): void {
  const domains = entities.flatMap(([, , , theirs]) => theirs);
  checkUnique(file, 'domain', domains, say);
  for (const [name, , , , source] of entities)
    if (!Object.hasOwn(sources, source)) say(file, name, `its source “${source}” is not among the sources`);
}

function namesOf(companies: CompaniesFile, thirdParties: ThirdPartyWebFile): Set<string> {
  const ours = [...companies.companies, ...companies.overrides].flatMap((entry) => [entry.name, entry.owner]);
  return new Set([...ours, ...thirdParties.entities.flatMap(([name, owner]) => [name, owner])]);
}

function checkCompanies(file: string, data: CompaniesFile, names: ReadonlySet<string> | null, say: Say): void {
  const { companies, overrides, optOuts } = data;
  const domains = [...companies.flatMap((company) => company.domains), ...overrides.map((override) => override.domain)];
  checkUnique(file, 'domain', domains, say);
  for (const { owner } of optOuts)
    if (names?.has(owner) === false) say(file, owner, 'an opt-out is given for a company that no file knows');
}

/** An observation names a mark by its id alone, so the id must be unique over all the lists, and over all organisations. */
function checkMarks(file: string, { marks }: Organisation, known: Map<string, string>, say: Say): void {
  const { hosts, selectors, fields, ownPath, policyLinks, legalLinks, footerTexts } = marks;
  const all = [
    ...hosts,
    ...selectors,
    ...fields,
    ...(ownPath ? [ownPath] : []),
    ...policyLinks,
    ...legalLinks,
    ...footerTexts,
  ];
  checkUnique(file, 'id', ids(all), say);
  checkOnce(file, 'mark', ids(all), known, say);
  for (const { id, pattern } of [...policyLinks, ...footerTexts]) {
    try {
      new RegExp(pattern);
    } catch {
      say(file, id, 'the pattern is not a regular expression');
    }
  }
}

/** What only one organisation may have: adds the values of its file to those known so far. */
function checkOnce(file: string, what: string, values: readonly string[], known: Map<string, string>, say: Say): void {
  for (const value of values) {
    const earlier = known.get(value);
    if (earlier !== undefined && earlier !== file) say(file, value, `the ${what} is in ${earlier} too`);
    known.set(value, file);
  }
}

/** A domain stands once: adds those of the file to the domains known so far. What one organisation takes for a lookalike may be another's site. */
function checkDomains(
  file: string,
  entries: readonly { readonly domain: string }[],
  known: Map<string, string>,
  say: Say,
): void {
  for (const { domain } of entries) {
    const earlier = known.get(domain);
    if (earlier === undefined) known.set(domain, file);
    else say(file, domain, earlier === file ? 'the domain is given twice' : `the domain is in ${earlier} too`);
  }
}

/** `all`: the routes of the file, and those beside them to which they may lead. */
function checkRoutes(file: string, routes: readonly Route[], all: readonly Route[], known: Known, say: Say): void {
  checkUnique(file, 'id', ids(all), say);
  const routeIds = new Set(ids(all));
  for (const route of routes) {
    for (const other of route.insteadUse)
      if (!routeIds.has(other) || other === route.id) say(file, route.id, `insteadUse "${other}" is no other route`);
    for (const practice of route.practices)
      if (known.practices?.has(practice) === false) say(file, route.id, `there is no practice "${practice}"`);
    // One known name is enough: beside it may stand an older or newer name of the same company.
    const { companies } = route;
    if (known.companies && companies.length > 0 && !companies.some((name) => known.companies?.has(name)))
      say(file, route.id, `no file knows any company of this route ("${companies.join('", "')}")`);
  }
}

function checkClauses(
  file: string,
  clauses: readonly Clause[],
  routes: readonly Route[] | null,
  known: Known,
  say: Say,
): void {
  checkUnique(file, 'id', ids(clauses), say);
  for (const clause of clauses) {
    const spoken = clause.practices.map((entry) => entry.practice);
    for (const [index, practice] of spoken.entries()) {
      const always = clause.practices.findIndex((entry) => entry.practice === practice && entry.when === undefined);
      if (always !== -1 && always < index) say(file, clause.id, `the practice "${practice}" is named twice`);
      if (known.practices?.has(practice) === false) say(file, clause.id, `there is no practice "${practice}"`);
    }
    if (!routes) continue;
    for (const id of clause.routes)
      if (!routes.some((route) => route.id === id)) say(file, clause.id, `there is no route "${id}"`);
    for (const { id, asPrinted } of routes)
      if (asPrinted !== null && prints(clause.quote, asPrinted) && !clause.routes.includes(id))
        say(file, clause.id, `the quote prints the route "${id}", which the clause does not list`);
  }
}

/** A company is named by clauses that print its name, and a condition asks only for names that are printed. */
function checkNamed(file: string, { companies }: NamedCompaniesFile, clauses: readonly Clause[], say: Say): void {
  const printed = companies.map((company) => company.printed);
  checkUnique(file, 'name', printed, say);
  for (const company of companies)
    for (const id of company.clauses)
      if (clauses.find((clause) => clause.id === id)?.quote.includes(company.printed) !== true)
        say(file, company.printed, `the clause "${id}" does not print the name`);
  for (const { id, practices } of clauses)
    for (const name of practices.flatMap(({ when }) => when?.named ?? []))
      if (!printed.includes(name)) say(file, name, `the clause "${id}" asks for a name that is not listed`);
}

/** Each kind stands once, with words that its first sentence holds. */
function checkCarriedWords(file: string, { kinds }: CarriedWordsFile, clauses: readonly Clause[], say: Say): void {
  const listed = kinds.map(({ kind }) => kind);
  checkUnique(file, 'kind', listed, say);
  for (const kind of CarriedKindSchema.options)
    if (!listed.includes(kind)) say(file, kind, 'it is not said what the text calls it');
  for (const word of kinds) {
    if (!('clauses' in word)) continue;
    const quotes = word.clauses.map((id) => clauses.find((clause) => clause.id === id)?.quote);
    if (quotes.includes(undefined)) say(file, word.kind, 'there is no such clause');
    else if (quotes[0]?.includes(word.words) !== true) say(file, word.kind, 'the first clause does not hold the words');
  }
}

/** Each quote stands where it says, no two overlap, and together they leave out nothing but markdown's own marks. */
function checkQuotes(folder: string, text: string, { clauses, setAside }: ClausesFile, say: Say): void {
  const pieces = [
    ...clauses.map(({ id, quote, start, end }) => ({ entry: id, quote, start, end })),
    ...setAside.map(({ quote, start, end }, index) => ({ entry: `setAside ${index}`, quote, start, end })),
  ].sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const { entry, quote, start, end } of pieces) {
    if (text.slice(start, end) !== quote) {
      say(`${folder}/clauses.json`, entry, `the quote does not stand at ${start} to ${end} of policy.md`);
      continue;
    }
    if (start < reached) say(`${folder}/clauses.json`, entry, 'the quote overlaps the one before it');
    checkGap(folder, text, reached, start, say);
    reached = Math.max(reached, end);
  }
  checkGap(folder, text, reached, text.length, say);
}

function checkGap(folder: string, text: string, from: number, to: number, say: Say): void {
  // '\n\n  * Fulfill your order\n' → 'Fulfill your order': list marks, heading marks and bold are no words.
  const left = text.slice(from, to).replace(/^[ \t]*(?:#{1,6}|>|[*+-]|\d+\.)[ \t]+|\*\*/gm, '');
  const words = left.trim();
  if (words === '') return;
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  say(`${folder}/policy.md`, `at ${from}`, `no clause and no set-aside piece holds "${shown}"`);
}

/** Line breaks and hard spaces are the page's layout: 'Madison\u00a0\nAvenue' prints 'Madison Avenue'. */
function prints(text: string, words: string): boolean {
  return text.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' '));
}

/** Web addresses that a text prints: 'See [here](http://a.example/b).' → 'http://a.example/b' */
function printedAddresses(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s()<>[\]"]+/g) ?? [];
  return [...new Set(found.map((address) => address.replace(/[.,;]$/, '')))];
}

if (import.meta.main) {
  // Another root than this project can be given: node checks/check-policy-data.ts ../other
  const problems = checkPolicyData(process.argv[2] ?? join(import.meta.dirname, '..'));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
