/** The languages that the popup speaks, for tests and scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'locales');

/** Their codes ('de', 'pt-BR'), as the settings hold them: each file of `locales/` says its own. */
export function languageCodes(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { language } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { language: { code: string } };
      return language.code;
    })
    .sort();
}
