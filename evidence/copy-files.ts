/** A kept copy as files: its text, byte for byte what was hashed, and a line with which `sha256sum` checks it. */
import type { KeptCopy } from '../reading/kept-copy.ts';

/** A file to be saved. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** How much of the hash stands in the name, in hexadecimal digits: two copies of one day are told apart by it. */
const HASH_IN_NAME = 8;

/** 'www.a.example-2026-11-26-5e3d1c0a.txt'. `day`: when the page was read, as '2026-11-26'. */
export function copyFile({ host, hash, document }: KeptCopy, day: string): TextFile {
  const site = host.replace(/[^a-z0-9.-]+/gi, '-').replace(/^[.-]+/, '');
  return { name: `${site === '' ? 'policy' : site}-${day}-${hash.slice(0, HASH_IN_NAME)}.txt`, text: document.text };
}

/** The file beside it: `sha256sum --check NAME.sha256` reads it. */
export function checksumFile(copy: KeptCopy, day: string): TextFile {
  const { name } = copyFile(copy, day);
  return { name: `${name}.sha256`, text: `${copy.hash}  ${name}\n` };
}

/** What is typed to check the text, in the folder where both files are. */
export function checkCommand(copy: KeptCopy, day: string): string {
  return `sha256sum --check ${checksumFile(copy, day).name}`;
}
