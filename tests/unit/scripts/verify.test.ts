/** npm run verify: a whole export ends well, a damaged one names its file and ends badly. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asBag } from '../../../evidence/files/bag.ts';
import { asZip } from '../../../evidence/files/zip.ts';
import stamps from '../../fixtures/time-stamps.json' with { type: 'json' };

const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bag = asBag([{ path: 'capture.json', content: '{}\n' }], { madeAt: 0, agent: 'A', title: 'T', id: 'capture-1' });

function verify(
  name: string,
  content: Uint8Array | string | null,
  ...words: readonly string[]
): { status: number | null; said: string } {
  const file = path.join(folder, name);
  if (content !== null) writeFileSync(file, content);
  const run = spawnSync(process.execPath, ['scripts/verify.ts', file, ...words], {
    cwd: process.cwd(),
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

describe('verify', () => {
  it('says that a whole one is whole, with its seal', () => {
    const { status, said } = verify('whole.zip', asZip('tour', bag));
    expect(status).toBe(0);
    expect(said).toMatch(/4 files.*hash/);
    expect(said).toMatch(/[0-9a-f]{64}/);
  });

  it.each([
    [
      'a changed file',
      asZip(
        'tour',
        bag.map((file) => (file.path === 'data/capture.json' ? { ...file, content: '{ }\n' } : file)),
      ),
      'data/capture.json: changed',
    ],
    ['a missing file', asZip('tour', bag.slice(0, -1)), 'data/capture.json: missing'],
    ['another zip', asZip('tour', [{ path: 'a.txt', content: 'a' }]), 'bagit.txt: missing or unreadable'],
    ['no zip', '%PDF', 'not a zip'],
    ['no file', null, 'cannot be read'],
  ])('names %s', (what, content, words) => {
    const { status, said } = verify(`${what}.zip`, content);
    expect(status).toBe(1);
    expect(said).toContain(words);
  });

  it('takes an answer with a request and roots, and asks for the answer where there is none', () => {
    const zip = asZip('tour', bag);
    const other = path.join(folder, 'other.tsr');
    writeFileSync(other, Buffer.from(stamps.answers['an answer'].base64, 'base64'));
    expect(verify('a.zip', zip, other, '--root', other, '--request', other).said).toContain(
      'something other than this seal',
    );
    expect(verify('a.zip', zip, '--root', other)).toMatchObject({
      status: 1,
      said: expect.stringContaining('Say which answer') as unknown,
    });
    expect(verify('a.zip', zip, other, '--root', path.join(folder, 'none.pem')).said).toContain(
      'none.pem cannot be read',
    );
  });
});
