/**
 * Lets code take in the files of all organisations without naming one: `virtual:organisations/sites.json` is the list of their sites.json,
 * each with the organisation's id. What belongs to a policy is that of the text that is held. `virtual-organisations.d.ts` has the types.
 */
import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import { organisationFile, organisationFolders } from '../checks/organisation-folders.ts';

const MODULE = /^virtual:organisations\/(.+\.json)$/;
/** What a bundler calls a module of a plugin's own. The ending is a script's: other plugins take '.json' for text. */
const OURS = /^\0virtual:organisations\/(.+\.json)\.js$/;

/** Members of organisation.json that have a module of their own, for scripts that need no more: in them every byte counts. */
const PARTS: Readonly<Record<string, string>> = { 'marks.json': 'marks' };

/** The code of a module: imports of the files, which other plugins then treat as any file, and the list. Who lacks the file is left out. */
function listOf(root: string, name: string): { code: string; files: string[] } {
  const part = PARTS[name];
  const found = organisationFolders(root)
    .map((organisation) => ({
      id: organisation.id,
      file: organisationFile(organisation, part === undefined ? name : 'organisation.json').replaceAll('\\', '/'),
    }))
    .filter(({ file }) => existsSync(file));
  const imports = found.map(({ file }, at) => {
    const what = part === undefined ? `f${at}` : `{ ${part} as f${at} }`;
    return `import ${what} from ${JSON.stringify(file)};`;
  });
  const list = found.map(({ id }, at) => {
    const file = part === undefined ? `f${at}` : `{ ${part}: f${at} }`;
    return `{ id: ${JSON.stringify(id)}, file: ${file} }`;
  });
  return {
    code: [...imports, `export default [${list.join(', ')}];`].join('\n'),
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
