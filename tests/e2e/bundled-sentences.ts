/** The splitter of sentences with its thousand texts as one script that any page can run. */
import { build } from 'vite';
import { root } from '../../tools/run-command.ts';

/** A script whose value is what `sentenceDigest` gives in the engine that runs it. */
export async function bundledSentences(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'tests/fixtures/sentence-texts.ts', formats: ['iife'], name: 'sentenceTexts' },
    },
  });
  const bundle = Array.isArray(result) ? result[0] : result;
  if (bundle === undefined || !('output' in bundle)) throw new Error('Nothing was bundled.');
  return `(() => { ${bundle.output[0].code}\nreturn JSON.stringify(sentenceTexts.sentenceDigest()); })()`;
}
