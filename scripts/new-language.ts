/** npm run language -- it Italiano: begins a language, with every text that it has to say, in English. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readJson } from '../checks/language-files.ts';
import { organisationFolders } from '../checks/organisation-folders.ts';
import { readOrganisationTranslatable, readTranslatable } from '../checks/translatable.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import { root } from '../tools/run-command.ts';

await runScript(() => {
  const [code, name] = readArguments({}, true).positionals;
  if (code === undefined || name === undefined || !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(code)) {
    throw new PlainError('Say which language: npm run language -- it Italiano');
  }
  const file = join('locales', `${code.toLowerCase()}.json`);
  if (existsSync(join(root, file))) throw new PlainError(`${file} is there already.`);

  const write = (path: string, contents: object): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(contents, null, 2)}\n`);
    progress('Language', `${relative(root, path)}: translate its values; "npm run check" says what is missing`);
  };
  const english = readJson(join(root, 'locales/en.json')) as object;
  const { practices, routes, phrases } = readTranslatable(root);
  write(join(root, file), { ...english, language: { code, name, direction: 'ltr' }, practices, routes, phrases });
  for (const organisation of organisationFolders(root)) {
    const own = readOrganisationTranslatable(organisation);
    write(join(organisation.folder, 'locales', basename(file)), {
      clauses: own.clauses,
      routes: own.routes,
      phrases: own.phrases,
    });
  }
});
