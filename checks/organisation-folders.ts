/** Where the files of the organisations stand: a folder each in policy-data/organisations/, and further ones that an environment variable names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import type { Organisation, Site } from '../schemas/policy-data.ts';

/** One organisation's files. */
export interface OrganisationFolder {
  /** The folder's name. */
  readonly id: string;
  /** Its path, absolute. */
  readonly folder: string;
}

/** The variable: paths of folders that are taken in beside the project's own, as PATH lists them. Tests add an organisation so. */
export const MORE_ORGANISATIONS = 'LINER_NOTES_ORGANISATIONS';

/** The other versions of an organisation's policies; it may be absent. */
export const HISTORY_FILE = 'policies/history.json';

/** The folders that the variable names; relative paths begin at `root`. */
export function moreOrganisations(root: string, paths = process.env[MORE_ORGANISATIONS] ?? ''): OrganisationFolder[] {
  return paths
    .split(delimiter)
    .filter((path) => path !== '')
    .map((path) => ({ id: basename(path), folder: resolve(root, path) }));
}

/** All organisations: the project's own by their ids, then those of the variable in its order. */
export function organisationFolders(root: string, paths?: string): OrganisationFolder[] {
  const parent = join(root, 'policy-data', 'organisations');
  const own = existsSync(parent) ? readdirSync(parent, { withFileTypes: true }) : [];
  return [
    ...own
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ id: name, folder: join(parent, name) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...moreOrganisations(root, paths),
  ];
}

/** Where a file of an organisation stands: what belongs to a policy in the folder of the text that is held, all else in the organisation's. */
export function organisationFile({ folder }: OrganisationFolder, name: string): string {
  if (!/^(?:policy|clauses|named-companies|carried-words)\.json$|^policy\.md$/.test(name)) return join(folder, name);
  const { heldPolicy } = readOrganisation(folder);
  return join(folder, 'policies', heldPolicy, name);
}

function readOrganisation(folder: string): Organisation {
  return JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as Organisation;
}

/** Match patterns of the listed sites of all organisations: '*://*.sonymusic.com/*'. */
export function listedHosts(root: string): string[] {
  return organisationFolders(root).flatMap(({ folder }) => {
    const { sites } = JSON.parse(readFileSync(join(folder, 'sites.json'), 'utf8')) as { sites: readonly Site[] };
    return sites.map(({ domain }) => `*://*.${domain}/*`);
  });
}
