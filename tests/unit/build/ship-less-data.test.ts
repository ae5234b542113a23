import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import lookalikesFile from '../../../policy-data/organisations/sony-music/lookalikes.json' with { type: 'json' };
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import { shippedCompanyIndex } from '../../../shipped/company-index.ts';
import * as joinedPatterns from '../../../recognition/page-words/joined-patterns.ts';
import { shippedStoredItemIndex } from '../../../recognition/shipped-stored-item-index.ts';
import { shipLessData } from '../../../build/ship-less-data.ts';

const root = join(import.meta.dirname, '../../..');

/** Bundles a file as the build does: its code, and what it exports. */
async function bundle(file: string): Promise<{ code: string; module: Record<string, unknown> }> {
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: shipLessData(root),
    build: { write: false, minify: true, lib: { entry: join(root, file), formats: ['es'], fileName: 'out' } },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code ?? '';
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )) as Record<string, unknown>;
  return { code, module };
}

describe('the bundled data', () => {
  it.each([
    ['shipped/company-index.ts', { shippedCompanyIndex }],
    ['recognition/shipped-stored-item-index.ts', { shippedStoredItemIndex }],
  ])('of %s is what the file comes to, as one text and nothing else', async (file, expected) => {
    const { code, module } = await bundle(file);
    expect({ ...module }).toEqual(expected);
    const text = JSON.stringify(JSON.stringify(Object.values(expected)[0]));
    expect(code.length - text.length).toBeLessThan(500);
  });

  it('of the words of pages is the patterns that are made of them, without what makes them', async () => {
    const { code, module } = await bundle('recognition/page-words/joined-patterns.ts');
    expect({ ...module }).toEqual({ ...joinedPatterns });
    expect(code.length - JSON.stringify({ ...joinedPatterns }).length).toBeLessThan(500);
  });

  it('holds of the words of pages those that are asked for', async () => {
    const { code } = await bundle('recognition/page-words/link-words.ts');
    expect(code).toContain('datenschutz');
    expect(code).not.toContain('postleitzahl');
  });

  it('of a file is read by JSON.parse, as it stands', async () => {
    const { code, module } = await bundle('policy-data/practices.json');
    expect({ ...module }).toEqual({ ...practicesFile, default: practicesFile });
    expect(code.match(/JSON\.parse\(/g)).toHaveLength(1);
  });

  it('lacks the sources and notes that only those who keep the data need', async () => {
    const { module } = await bundle('policy-data/organisations/sony-music/lookalikes.json');
    expect(module.default).toEqual({
      ...lookalikesFile,
      lookalikes: lookalikesFile.lookalikes.map(({ sources, note, ...rest }) => rest),
    });
    expect(JSON.stringify(lookalikesFile)).toContain('"sources"');
  });
});
