/** The list of the extension's own files, which each build carries (build/package-files.ts). Pure. */
import { fileHash } from './bag.ts';

/** Where it lies in the package. */
export const PACKAGE_LIST = 'package-files-sha256.txt';

/** The hash of the list, on which the hash of every file of the package hangs: SHA-256, hexadecimal. */
export function packageHash(list: string): string {
  return fileHash({ content: list });
}
