/** Checks a sealed export as it lies on disk, the zip itself among it. Pure. */
import { tagManifest } from './bag.ts';
import { bytesOf } from './export-file.ts';
import { asZip, openZip, type OpenedZip } from './zip.ts';
import { verifyBag, type BagCheck } from './verify-bag.ts';

/** What came of checking a file. */
export type ExportCheck =
  | Exclude<OpenedZip, { readonly state: 'opened' }>
  | (BagCheck & {
      readonly state: 'checked';
      readonly folder: string;
      /** The tag manifest, whose hash the seal is; null where there is none. */
      readonly sealed: Uint8Array<ArrayBuffer> | null;
      /**
       * Whether the zip is, byte for byte, what these files come to when they are packed. Where it is not, and no file has a fault, somebody has
       * packed them anew, or a bit has changed where nothing of a file stands.
       */
      readonly isAsPacked: boolean;
    });

const areEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Checks a sealed export. Never throws. */
export function checkExport(zip: Uint8Array): ExportCheck {
  const opened = openZip(zip);
  if (opened.state !== 'opened') return opened;
  const { folder, files } = opened;
  const check = verifyBag(files);
  const isAsPacked = check.faults.length === 0 && areEqual(asZip(folder, files), zip);
  const sealed = check.seal === null ? null : bytesOf(tagManifest(files));
  return { state: 'checked', folder, sealed, ...check, isAsPacked };
}
