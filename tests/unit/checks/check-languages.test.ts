import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../../shipped/languages.ts';
import { checkLanguages } from '../../../checks/check-languages.ts';
import { MORE_ORGANISATIONS } from '../../../checks/organisation-folders.ts';
import type { LanguageFile } from '../../../schemas/language-file.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Made by `spoil`; gone after each test. */
let copy: string | undefined;

const OWN = 'policy-data/organisations/sony-music/locales';
type AnyFile = Record<string, unknown> & LanguageFile;

/** A copy of the project's data with one file changed: 'locales/de.json', or one of the organisation's. */
function spoil(name: string, change: (file: AnyFile) => unknown): string[] {
  copy = mkdtempSync(path.join(tmpdir(), 'liner-notes-languages-'));
  for (const folder of ['locales', 'policy-data'])
    cpSync(path.join(PROJECT, folder), path.join(copy, folder), { recursive: true });
  const file = path.join(copy, name);
  const data = JSON.parse(readFileSync(file, 'utf8')) as AnyFile;
  change(data);
  writeFileSync(file, JSON.stringify(data));
  return checkLanguages(copy);
}

afterEach(() => {
  if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
  copy = undefined;
});

describe('the languages', () => {
  it('are six, each whole', () => {
    expect(languages.map(({ code }) => code).sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt-BR']);
    expect(checkLanguages(PROJECT)).toEqual([]);
  });

  it('have no sentence that says more than facts, and no long dashes', () => {
    const forbidden =
      /violat|illegal|\bspy|spies|Verstoß|illegal|Spion|espion|infraction|violación|ilegal|espía|espia|violação|違反|違法|スパイ|—/i;
    const texts = (node: unknown): string[] =>
      typeof node === 'string' ? [node] : Object.values(node as object).flatMap(texts);
    for (const { code } of languages) {
      const file = readFileSync(path.join(PROJECT, 'locales', `${code.toLowerCase()}.json`), 'utf8');
      expect(
        texts(JSON.parse(file)).filter((text) => forbidden.test(text)),
        code,
      ).toEqual([]);
    }
  });
});

describe('the words of a history', () => {
  it('are wanted in each language, and no others', () => {
    const problems = spoil(`${OWN}/fr.json`, (file) => {
      const history = (file as unknown as { history: Record<string, string> }).history;
      delete history['Names Google Analytics.'];
      history['Says nothing of tea.'] = 'Ne dit rien du thé.';
    });
    expect(problems).toEqual([
      expect.stringContaining('fr.json: the history’s sentence “Names Google Analytics.” is missing'),
      expect.stringContaining('fr.json: the history’s sentence “Says nothing of tea.” is not used'),
    ]);
  });
});

describe('a language that is not whole is refused', () => {
  it.each<[string, (file: AnyFile) => unknown, string]>([
    [
      'without a word',
      (file) => delete (file.words.home as Record<string, string>).ask,
      'the word “home.ask” is missing',
    ],
    [
      'with a word too many',
      (file) => ((file.words.home as Record<string, string>).more = 'mehr'),
      'the word “home.more” is not used',
    ],
    [
      'without a plural',
      (file) => delete (file.words.companies as Record<string, string>).requests_one,
      'the word “companies.requests_one” is missing',
    ],
    [
      'with a hole too few',
      (file) => ((file.words.lead as Record<string, string>).since = 'Gezählt.'),
      'the word “lead.since” has to hold {{time}}',
    ],
    ['without a practice', (file) => delete file.practices?.widget, 'the practice “widget” is missing'],
    [
      'with a phrase that the data no longer has',
      (file) => (file.phrases ? (file.phrases['Sells teapots.'] = 'Verkauft Teekannen.') : undefined),
      'the phrase “Sells teapots.” is not used',
    ],
    [
      'with a name where all companies are meant',
      (file) => ((file.words.foot as Record<string, string>).affiliation = 'Nicht von {{company}}.'),
      'the word “foot.affiliation” has to speak of {{company}} or of all {{companies, and}} as in English',
    ],
    [
      'with a list that says neither “and” nor “or”',
      (file) => ((file.words.foot as Record<string, string>).affiliation = 'Nicht von {{companies}}.'),
      'the word “foot.affiliation” has to speak',
    ],
    [
      'with a description too long for a store',
      (file) => (file.manifest = { description: `${'x'.repeat(130)} {{companies, or}}` }),
      'locales/de.json: the description has 141 characters',
    ],
    [
      'with a place in what the data says that nobody fills',
      (file) => file.phrases && (file.phrases['PHP session'] = '{{firma}}'),
      'nobody fills the place in “{{firma}}”',
    ],
    ['with an empty word', (file) => ((file.words.home as Record<string, string>).act = ' '), 'words.home'],
  ])('%s', (_name, change, reason) => {
    expect(spoil('locales/de.json', change).join('\n')).toContain(reason);
  });

  it.each<[string, (file: AnyFile) => unknown, string]>([
    ['a clause', (file) => delete file.clauses?.children, 'the clause “children” is missing'],
    [
      'a route’s needs',
      (file) => delete file.routes?.['sony-ccpa']?.needs,
      'the route “sony-ccpa” has to have needs 2, purpose, title',
    ],
    ['a phrase too many', (file) => file.phrases && (file.phrases['Tea.'] = 'Tee.'), 'the phrase “Tea.” is not used'],
    ['words of the pages', (file) => (file.words = {}), 'words: Invalid key'],
  ])('in what it says of an organisation: %s', (_name, change, reason) => {
    expect(spoil(`${OWN}/de.json`, change).join('\n')).toContain(`${OWN}/de.json: ${reason}`);
  });

  it('under the name of another', () => {
    expect(spoil('locales/de.json', (file) => (file.language = { ...file.language, code: 'nl' })).join('\n')).toContain(
      'its name is not that of its language',
    );
  });

  it('where an organisation that is shipped has no file of it', () => {
    copy = mkdtempSync(path.join(tmpdir(), 'liner-notes-languages-'));
    for (const folder of ['locales', 'policy-data'])
      cpSync(path.join(PROJECT, folder), path.join(copy, folder), { recursive: true });
    rmSync(path.join(copy, OWN, 'ja.json'));
    expect(checkLanguages(copy)).toEqual([`${OWN}/ja.json: is missing`]);
  });
});

describe('an organisation that is added from outside', () => {
  const KELPWICK = 'tests/fixtures/organisations/kelpwick';
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('has the languages that it has', () => {
    vi.stubEnv(MORE_ORGANISATIONS, path.join(PROJECT, KELPWICK));
    expect(checkLanguages(PROJECT)).toEqual([]);
  });

  it('has each of them whole', () => {
    copy = mkdtempSync(path.join(tmpdir(), 'liner-notes-languages-'));
    cpSync(path.join(PROJECT, KELPWICK), copy, { recursive: true });
    writeFileSync(path.join(copy, 'locales/de.json'), '{ "phrases": { "Tea.": "Tee." } }');
    writeFileSync(path.join(copy, 'locales/nl.json'), '{}');
    vi.stubEnv(MORE_ORGANISATIONS, copy);
    const problems = checkLanguages(PROJECT).join('\n');
    expect(problems).toContain('de.json: the clause “who-we-are” is missing');
    expect(problems).toContain('de.json: the phrase “Tea.” is not used');
    expect(problems).toContain('nl.json: the project has no such language');
    expect(problems).not.toContain('fr.json');
  });
});
