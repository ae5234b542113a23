/** Checks a bag: each file against its hash, no file missing, none too many, the seal. Pure. */
import { fileHash, MANIFEST, sealOf, TAG_MANIFEST } from './bag.ts';
import type { ExportFile } from './export-file.ts';

/** What is wrong with a bag; `file`: its path, or the manifest that cannot be read. */
export interface BagFault {
  readonly kind:
    /** Its hash is another: it was changed or damaged. */
    | 'changed'
    /** A manifest names it, and it is not there. */
    | 'missing'
    /** It is there, and no manifest names it. */
    | 'added'
    /** A manifest itself, or what says that this is a bag, is missing or cannot be read. */
    | 'no-bag';
  readonly file: string;
}

/** What came of checking. */
export interface BagCheck {
  /** In the order of the manifests; none where the bag is whole. */
  readonly faults: readonly BagFault[];
  /** How many files were checked. */
  readonly files: number;
  /** SHA-256 of the tag manifest; null where there is none. */
  readonly seal: string | null;
}

const LINE = /^(?<hash>[0-9a-f]{64}) [ *](?<path>.+)$/;
const BAGIT = /^BagIt-Version: \d+\.\d+\nTag-File-Character-Encoding: UTF-8\n$/;

interface Listed {
  readonly hash: string;
  readonly path: string;
}

/** The lines of a manifest; null where one of them is none. */
function readManifest(text: string): readonly Listed[] | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const read = lines.map((line) => LINE.exec(line)?.groups);
  const listed = read.flatMap((groups) => (groups === undefined ? [] : [groups as unknown as Listed]));
  return listed.length === lines.length && new Set(listed.map(({ path }) => path)).size === listed.length
    ? listed
    : null;
}

function textOf(file: ExportFile | undefined): string | null {
  if (file === undefined) return null;
  if (typeof file.content === 'string') return file.content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.content);
  } catch {
    return null;
  }
}

/** Checks the files of a bag, by their paths in its folder. Never throws. */
export function verifyBag(files: readonly ExportFile[]): BagCheck {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const faults: BagFault[] = [];
  if (!BAGIT.test(textOf(byPath.get('bagit.txt')) ?? '')) faults.push({ kind: 'no-bag', file: 'bagit.txt' });
  const named = new Set([TAG_MANIFEST]);
  let checked = 0;
  for (const name of [TAG_MANIFEST, MANIFEST]) {
    const listed = readManifest(textOf(byPath.get(name)) ?? '');
    if (listed === null) {
      if (!faults.some(({ file }) => file === name)) faults.push({ kind: 'no-bag', file: name });
      continue;
    }
    for (const { hash, path } of listed) {
      named.add(path);
      const file = byPath.get(path);
      if (file === undefined) faults.push({ kind: 'missing', file: path });
      else if (fileHash(file) !== hash) faults.push({ kind: 'changed', file: path });
      checked += 1;
    }
  }
  for (const { path } of files) if (!named.has(path)) faults.push({ kind: 'added', file: path });
  const hasSeal = byPath.has(TAG_MANIFEST);
  return { faults, files: checked, seal: hasSeal ? sealOf(files) : null };
}
