import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { compileAtOnce } from '../../../build/compile-at-once.ts';

/** Bundles a script under a name, as the build does with its scripts. */
async function codeOf(fileName: string): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === 'start' ? id : null),
        load: (id) => (id === 'start' ? 'self.begun = 1;' : null),
      },
      compileAtOnce(),
    ],
    build: { write: false, rolldownOptions: { input: 'start', output: { entryFileNames: fileName } } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

describe('the hint for the compiler', () => {
  it.each(['page', 'page-world', 'sent'])('stands before all code of %s.js', async (name) => {
    expect(await codeOf(`content-scripts/${name}.js`)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n.*begun/);
  });

  it.each(['first-DUTqm75E', 'open-popup-CI_s-IR5'])(
    'stands before all code of the first screen in %s.js',
    async (name) => {
      expect(await codeOf(`chunks/${name}.js`)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n.*begun/);
    },
  );

  it.each([
    'content-scripts/page-details.js',
    'content-scripts/marks.js',
    'content-scripts/read.js',
    'background.js',
    'chunks/pages-CspbyBSF.js',
    'chunks/CompanyList-ElTm7NAM.js',
  ])('is not in %s', async (name) => {
    expect(await codeOf(name)).toMatch(/^(?!.*allFunctionsCalledOnLoad).*begun/);
  });
});
