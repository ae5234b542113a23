/** npm run build: the extension for both browsers, in dist/. npm run zip (`--zip`): also the archives for the stores. */
import { relative } from 'node:path';
import { buildExtension } from '../tools/build-extension.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';
import { root, runTool } from '../tools/run-command.ts';

await runScript(async () => {
  const { zip = false } = readArguments({ zip: { type: 'boolean' } }).values;
  for (const browser of ['chrome', 'firefox'] as const) {
    const build = await buildExtension(browser);
    const folder = relative(root, build.folder);
    progress(
      'Build',
      build.fresh
        ? `${folder} (${(build.milliseconds / 1000).toFixed(1)} s)`
        : `${folder} (unchanged since the last build)`,
    );
    if (!zip) continue;
    const zipped = await runTool('wxt/bin/wxt.mjs', ['zip', '-b', browser], { log: `zip-${browser}` });
    if (zipped.code !== 0) throw new PlainError(`The archive for ${browser} could not be made:\n${zipped.output}`);
    progress('Zip', zipped.output.match(/dist\/\S+\.zip/g)?.join(', ') ?? 'dist');
  }
});
