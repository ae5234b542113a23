/** npm run language -- it Italiano: begins a language, with every text that it has to say, in English. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranslatable } from '../checks/translatable.ts';
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

  const english = JSON.parse(readFileSync(join(root, 'locales/en.json'), 'utf8')) as object;
  const { practices, clauses, routes, phrases } = readTranslatable(root);
  const whole = { ...english, language: { code, name, direction: 'ltr' }, practices, clauses, routes, phrases };
  writeFileSync(join(root, file), `${JSON.stringify(whole, null, 2)}\n`);
  progress('Language', `${file}: translate its values; "npm run check" says what is missing`);
});
