/** A folder of files ↔ one zip file. Pure. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { bytesOf, type ExportFile } from './export-file.ts';

/** One time for all files: the same files give the same zip. Zip knows no time zone; the hour says nothing. */
const NOON = '2026-01-01T12:00:00';

/** Packs the files into a zip, all of them below one folder of that name. */
export function asZip(folder: string, files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {};
  for (const file of files) {
    const isPacked = /\.(?:png|zip)$/.test(file.path);
    zippable[`${folder}/${file.path}`] = [bytesOf(file), { level: isPacked ? 0 : 6, mtime: NOON }];
  }
  return new Uint8Array(zipSync(zippable));
}

/** What came of opening a zip. */
export type OpenedZip =
  | { readonly state: 'opened'; readonly folder: string; readonly files: readonly ExportFile[] }
  | { readonly state: 'no-zip' }
  /** Unpacked it would be larger than is opened. */
  | { readonly state: 'too-large' };

/** Most bytes that are unpacked. */
export const MAX_UNPACKED = 400_000_000;

class TooLarge extends Error {}

/** Opens a zip that holds one folder. Never throws. */
export function openZip(zip: Uint8Array): OpenedZip {
  let total = 0;
  try {
    const entries = Object.entries(
      unzipSync(zip, {
        filter: ({ originalSize }) => {
          total += originalSize;
          if (total > MAX_UNPACKED) throw new TooLarge();
          return true;
        },
      }),
    );
    const [first] = entries;
    const folder = first?.[0].split('/')[0] ?? '';
    const files = entries
      .filter(([path]) => !path.endsWith('/'))
      .map(([path, content]) => ({
        path: path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `../${path}`,
        content: new Uint8Array(content),
      }));
    return { state: 'opened', folder, files };
  } catch (error) {
    return { state: error instanceof TooLarge ? 'too-large' : 'no-zip' };
  }
}
