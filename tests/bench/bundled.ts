/** Bundles a file the way the extension is bundled and runs it in a process of its own, so that nothing is warm. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { shipLessData } from '../../build/ship-less-data.ts';
import { root, run } from '../../tools/run-command.ts';

const folder = join(root, '.cache', 'bench');

/** Bundles `tests/bench/<name>.ts`; gives a function that runs one of its exports anew and hands back what it returns. */
export async function bundled(name: string): Promise<(exported: string) => Promise<unknown>> {
  mkdirSync(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: shipLessData(root),
    ssr: { noExternal: true },
    build: {
      ssr: `tests/bench/${name}.ts`,
      outDir: join(folder, name),
      emptyOutDir: true,
      minify: true,
      target: 'es2023',
    },
  });
  return async (exported) => {
    const runner = join(folder, `${name}-run.mjs`);
    writeFileSync(
      runner,
      `import { ${exported} } from './${name}/${name}.js';\nconsole.log(JSON.stringify(await ${exported}()));\n`,
    );
    const { code, output } = await run(process.execPath, [runner]);
    if (code !== 0) throw new Error(output);
    return JSON.parse(output) as unknown;
  };
}

/** Runs an export that gives a number nine times, each in a new process. */
export async function timesOf(runAnew: (exported: string) => Promise<unknown>, exported: string): Promise<number[]> {
  const times: number[] = [];
  while (times.length < 9) times.push((await runAnew(exported)) as number);
  return times;
}
