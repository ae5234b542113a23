/** What is pure runs in plain Node: a script of a few lines goes from a page's messages to findings in words, without a bundler. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from '../../locales/de.json' with { type: 'json' };
import practicesFile from '../../policy-data/practices.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

describe('a recorded visit, folded by Node alone', () => {
  const run = spawnSync(process.execPath, ['tests/fixtures/fold-a-visit.ts'], {
    cwd: root,
    encoding: 'utf8',
    // Nothing of the test runner's goes along.
    env: { PATH: process.env.PATH ?? '' },
  });
  const lines = run.stdout.trim().split('\n');
  const named = (code: string): string[] => {
    const line = lines.find((one) => one.startsWith(`${code} `)) ?? `${code} []`;
    return JSON.parse(line.slice(code.length + 1)) as string[];
  };

  it('ends well', () => {
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(lines).toHaveLength(2);
  });

  it('finds the practices, by their names in two languages', () => {
    const [english, german] = [named('en'), named('de')];
    expect(english).toEqual(expect.arrayContaining(['Flash cookies', 'Web analytics']));
    expect(german).toHaveLength(english.length);
    const names = new Map(practicesFile.practices.map(({ id, name }) => [name, id]));
    const translations = de.practices as unknown as Readonly<Record<string, { readonly name: string }>>;
    english.forEach((name, at) => {
      const id = names.get(name);
      if (id !== undefined) expect(german[at]).toBe(translations[id]?.name);
    });
    expect(german).not.toEqual(english);
  });
});
