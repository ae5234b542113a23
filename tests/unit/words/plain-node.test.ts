/** Do words run in plain Node, without a bundler, a page or a browser? */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { filesIn } from '../read-sources.ts';

it.each(['words', 'evidence'])('%s/ can be imported by Node itself, each file of it', (folder) => {
  const files = filesIn(folder, '.ts');
  expect(files.length).toBeGreaterThan(1);
  const script = `for (const file of ${JSON.stringify(files)}) await import(\`./\${file}\`);\nconsole.log('all');`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(said).toBe('all\n');
});
