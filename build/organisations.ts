/**
 * Lets code take in the files of all organisations without naming one: `virtual:organisations/sites.json` is the list of their sites.json,
 * each with the organisation's id. What belongs to a policy is that of the text that is held; `policy.md` is that text itself.
 * `virtual-organisations.d.ts` has the types.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { organisationFile, organisationFolders } from '../checks/organisation-folders.ts';

const MODULE = /^virtual:organisations\/(.+\.(?:json|md))$/;
/** What a bundler calls a module of a plugin's own. The ending is a script's: other plugins take '.json' for text. */
const OURS = /^\0virtual:organisations\/(.+\.(?:json|md))\.js$/;

/** Modules that hold some members of organisation.json alone, for scripts and pages that need no more. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'marks.json': ['marks'],
  'names.json': ['name', 'legalName', 'family'],
  'examples.json': ['examples'],
};

/** The lines that take in a file as `as`, and the expression that it then is. */
type TakeIn = (file: string, as: string) => { readonly lines: string; readonly expression: string };

const wholeFile: TakeIn = (file, as) => ({
  lines: `import ${as} from ${JSON.stringify(file.endsWith('.md') ? `${file}?raw` : file)};`,
  expression: as,
});

/** Takes in those of the members that the file has, each by its name, so that a bundler leaves out the others. */
function membersOf(members: readonly string[]): TakeIn {
  return (file, as) => {
    const there = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
    const taken = members.filter((member) => there.includes(member));
    const names = taken.map((member) => `${member} as ${as}_${member}`).join(', ');
    return {
      lines: `import { ${names} } from ${JSON.stringify(file)};`,
      expression: `{ ${taken.map((member) => `${member}: ${as}_${member}`).join(', ')} }`,
    };
  };
}

/** The code of a module: imports of the files, which other plugins then treat as any file, and the list. Who lacks the file is left out. */
function listOf(root: string, name: string): { code: string; files: string[] } {
  const members = PARTS[name];
  const takeIn = members === undefined ? wholeFile : membersOf(members);
  const found = organisationFolders(root)
    .map((organisation) => ({
      id: organisation.id,
      file: organisationFile(organisation, members === undefined ? name : 'organisation.json').replaceAll('\\', '/'),
    }))
    .filter(({ file }) => existsSync(file));
  const taken = found.map(({ id, file }, at) => ({ id, ...takeIn(file, `f${at}`) }));
  const list = taken.map(({ id, expression }) => `{ id: ${JSON.stringify(id)}, file: ${expression} }`);
  return {
    code: [...taken.map(({ lines }) => lines), `export default [${list.join(', ')}];`].join('\n'),
    files: found.map(({ file }) => file),
  };
}

/** A Vite plugin: the modules. `root`: the project's folder. */
export function organisations(root: string): Plugin {
  return {
    name: 'liner-notes:organisations',
    enforce: 'pre',
    resolveId(id) {
      return MODULE.test(id) ? `\0${id}.js` : null;
    },
    load(id) {
      const name = OURS.exec(id)?.[1];
      if (name === undefined) return null;
      const { code, files } = listOf(root, name);
      for (const file of files) this.addWatchFile(file);
      return { code, map: null, moduleType: 'js' };
    },
  };
}
