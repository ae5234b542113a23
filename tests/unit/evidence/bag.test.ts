/** A sealed export: whole as it was made, and every change found and named. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBag, sealOf } from '../../../evidence/files/bag.ts';
import { checkExport } from '../../../evidence/files/check-export.ts';
import { bytesOf, fileNamePart, type ExportFile } from '../../../evidence/files/export-file.ts';
import { verifyBag } from '../../../evidence/files/verify-bag.ts';
import { asZip, openZip } from '../../../evidence/files/zip.ts';

const FACTS = { madeAt: Date.UTC(2026, 10, 27), agent: 'Liner Notes 0.2.0', title: 'Two\nlines', id: 'capture-0001' };
const FILES: readonly ExportFile[] = [
  { path: 'capture.json', content: '{"name":"Tour"}\n' },
  { path: 'tables/hosts.csv', content: 'page,host\r\n1,www.google-analytics.com\r\n' },
  { path: 'picture-1.png', content: new Uint8Array([137, 80, 78, 71, 0, 255]) },
];
const bag = asBag(FILES, FACTS);
const changed = (path_: string, change: (bytes: Uint8Array<ArrayBuffer>) => void): readonly ExportFile[] =>
  bag.map((file) => {
    if (file.path !== path_) return file;
    const content = bytesOf(file).slice();
    change(content);
    return { path: file.path, content };
  });

describe('a bag', () => {
  it('is whole as it was made', () => {
    expect(verifyBag(bag)).toEqual({ faults: [], files: 6, seal: sealOf(bag) });
  });

  it('is checked by sha256sum, which knows nothing of us', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bag-'));
    try {
      for (const file of bag) {
        mkdirSync(path.join(folder, path.dirname(file.path)), { recursive: true });
        writeFileSync(path.join(folder, file.path), bytesOf(file));
      }
      const check = (manifest: string): number | null =>
        spawnSync('sha256sum', ['--check', '--strict', '--status', manifest], { cwd: folder }).status;
      expect([check('manifest-sha256.txt'), check('tagmanifest-sha256.txt')]).toEqual([0, 0]);
      writeFileSync(path.join(folder, 'data/capture.json'), '{"name":"Other"}\n');
      expect(check('manifest-sha256.txt')).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names the file that was changed, each of them, and the seal is another then', () => {
    for (const { path: name } of bag.filter((file) => file.path !== 'tagmanifest-sha256.txt')) {
      const check = verifyBag(changed(name, (bytes) => (bytes[0] = (bytes[0] ?? 0) ^ 1)));
      expect(check.faults).toContainEqual({ kind: 'changed', file: name });
    }
    const other = asBag([...FILES.slice(1), { path: 'capture.json', content: '{"name":"Toul"}\n' }], FACTS);
    expect(sealOf(other)).not.toBe(sealOf(bag));
  });

  it('names a file that is missing, and one too many', () => {
    expect(verifyBag(bag.filter((file) => file.path !== 'data/capture.json')).faults).toEqual([
      { kind: 'missing', file: 'data/capture.json' },
    ]);
    expect(verifyBag([...bag, { path: 'data/more.txt', content: 'more' }]).faults).toEqual([
      { kind: 'added', file: 'data/more.txt' },
    ]);
  });

  it('is none without its own files', () => {
    expect(verifyBag([]).faults.map(({ kind }) => kind)).toEqual(['no-bag', 'no-bag', 'no-bag']);
    expect(verifyBag([]).seal).toBeNull();
  });
});

describe('a sealed export', () => {
  const zip = asZip('liner-notes-tour', bag);

  it('is whole as it was made, and the same files give the same zip', () => {
    expect(checkExport(zip)).toMatchObject({ state: 'checked', faults: [], isAsPacked: true, seal: sealOf(bag) });
    expect(asZip('liner-notes-tour', bag)).toEqual(zip);
  });

  it('shows every bit that is flipped', () => {
    const small = asZip('tour', asBag(FILES.slice(0, 1), FACTS));
    const unseen: number[] = [];
    for (let bit = 0; bit < small.length * 8; bit += 1) {
      const damaged = small.slice();
      const at = bit >> 3;
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (bit & 7));
      const check = checkExport(damaged);
      if (check.state === 'checked' && check.faults.length === 0 && check.isAsPacked) unseen.push(bit);
    }
    expect(unseen).toEqual([]);
  });

  it('opens no other file', () => {
    expect(checkExport(new TextEncoder().encode('%PDF-1.7')).state).toBe('no-zip');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openZip(bytes).state).not.toBe('too-large');
      }),
    );
  });

  it('has names that any system takes', () => {
    expect(fileNamePart('../../etc/passwd')).toBe('etc-passwd');
    expect(fileNamePart('Tour – “Ünïcode” ☃')).toBe('Tour-U-ni-code');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fileNamePart(text)).toMatch(/^([A-Za-z0-9_][A-Za-z0-9._-]*)?$/);
      }),
    );
  });
});
