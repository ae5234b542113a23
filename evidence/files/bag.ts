/**
 * Files → a BagIt bag (RFC 8493): a folder whose manifests hold the SHA-256 of each file, so that anybody can check it with
 * `sha256sum -c manifest-sha256.txt`. Pure.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf, type ExportFile } from './export-file.ts';

/** Names of a bag's own files. */
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** What `bag-info.txt` tells. */
export interface BagFacts {
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** What made it: 'Liner Notes 0.2.0'. */
  readonly agent: string;
  readonly title: string;
  readonly id: string;
}

/** SHA-256 of a file in hexadecimal. */
export function fileHash(file: Pick<ExportFile, 'content'>): string {
  return bytesToHex(sha256(bytesOf(file)));
}

/** A tag's value stands in one line, for each of those who read lines: of a text that is made of blanks and controls, nothing is left. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function manifest(files: readonly ExportFile[]): string {
  return files.map((file) => `${fileHash(file)}  ${file.path}\n`).join('');
}

function info({ madeAt, agent, title, id }: BagFacts, payload: readonly ExportFile[]): string {
  const octets = payload.reduce((sum, file) => sum + bytesOf(file).length, 0);
  const lines = [
    ['Bagging-Date', new Date(madeAt).toISOString().slice(0, 10)],
    ['Bag-Software-Agent', agent],
    ['External-Description', title],
    ['External-Identifier', id],
    ['Payload-Oxum', `${octets}.${payload.length}`],
  ];
  return lines.map(([name = '', value = '']) => `${name}: ${oneLine(value) || 'none'}\n`).join('');
}

/** A bag of files: they lie in its folder `data/`. The order is fixed, so that the same files give the same bag. */
export function asBag(files: readonly ExportFile[], facts: BagFacts): readonly ExportFile[] {
  const payload = files
    .map(({ path, content }) => ({ path: `data/${path}`, content }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const tags: readonly ExportFile[] = [
    { path: 'bag-info.txt', content: info(facts, payload) },
    { path: 'bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: MANIFEST, content: manifest(payload) },
  ];
  return [...tags, { path: TAG_MANIFEST, content: manifest(tags) }, ...payload];
}

/** The tag manifest of a bag, on which the hash of every other file hangs. @throws Error when the bag has none */
export function tagManifest(bag: readonly ExportFile[]): ExportFile {
  const tags = bag.find(({ path }) => path === TAG_MANIFEST);
  if (tags === undefined) throw new Error(`The bag has no ${TAG_MANIFEST}.`);
  return tags;
}

/** The seal of a bag: the hash of its tag manifest. @throws Error when the bag has none */
export function sealOf(bag: readonly ExportFile[]): string {
  return fileHash(tagManifest(bag));
}
