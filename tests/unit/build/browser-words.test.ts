import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_DESCRIPTION } from '../../../words/extension-description.ts';
import { BROWSER_WORDS, browserWordsFile, browserWordsFiles } from '../../../build/browser-words.ts';

const root = join(import.meta.dirname, '../../..');

describe('browserWordsFile', () => {
  it.each([
    ['en', '_locales/en/messages.json'],
    ['pt-BR', '_locales/pt_BR/messages.json'],
  ])('%s → %s', (code, path) => {
    const file = browserWordsFile(
      {
        language: { code, name: 'x', direction: 'ltr' },
        manifest: { description: 'What {{companies, or}} does.' },
      },
      [
        { name: 'Sony Music', legalName: 'Sony Music Entertainment' },
        { name: 'Kelpwick', legalName: 'Kelpwick Records' },
      ],
    );
    expect(file.path).toBe(path);
    expect(JSON.parse(file.contents)).toEqual({
      extensionName: { message: 'Liner Notes' },
      extensionDescription: {
        message: code === 'en' ? 'What Sony Music or Kelpwick does.' : 'What Sony Music ou Kelpwick does.',
      },
      actionTitle: { message: 'Liner Notes' },
    });
  });
});

describe('the files of the project', () => {
  const files = browserWordsFiles(root);
  const locales = readdirSync(join(root, 'locales')).filter((name) => name.endsWith('.json'));

  it('are one for each language, English among them, since the manifest falls back on it', () => {
    expect(files).toHaveLength(locales.length);
    expect(files.map(({ path }) => path)).toContain('_locales/en/messages.json');
  });

  it.each(files)('$path has every word that the manifest names', ({ contents }) => {
    expect(Object.keys(JSON.parse(contents) as object).sort()).toEqual(Object.values(BROWSER_WORDS).sort());
  });

  it('name Sony Music, and are as long as stores take', () => {
    for (const { path, contents } of files) {
      const { message } = (JSON.parse(contents) as { extensionDescription: { message: string } }).extensionDescription;
      expect(message, path).toContain('Sony Music');
      expect(message, path).not.toContain('{{');
      expect(message.length, path).toBeLessThanOrEqual(MAX_DESCRIPTION);
    }
  });

  it.each(locales)('%s bears the code of its language, by which the toolbar’s titles are found', (name) => {
    const file = JSON.parse(readFileSync(join(root, 'locales', name), 'utf8')) as { language: { code: string } };
    expect(`${file.language.code.toLowerCase()}.json`).toBe(name);
  });
});
