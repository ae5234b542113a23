/**
 * The files of a capture's pictures. What a file says of itself is compared with what the capture says of it before anything shows it: a
 * file that comes from elsewhere may be anything. Pure.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CapturedPicture } from './capture.ts';

/** Most bytes of a picture: a screen full of noise in the size of a large one has fewer. */
export const MAX_PICTURE_BYTES = 20_000_000;
/** Most bytes of a capture's pictures together: an export holds each up to three times, and has to open again. */
export const MAX_PICTURES_BYTES = 80_000_000;
/** Most pixels of a picture; the largest screens have 33 million. A small file may claim more than a browser can draw. */
const MAX_PIXELS = 40_000_000;

/**
 * A picture's file, or why there is none to show. `missing`: it is not there. `changed`: its hash is another. `no-png`: it is no PNG, or none
 * of the size that is told. `too-large`: in bytes or in pixels.
 */
export type PictureFile =
  | { readonly state: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'missing' | 'changed' | 'no-png' | 'too-large' };

/** The files by their names. */
export type PictureFiles = ReadonlyMap<string, PictureFile>;

const MISSING: PictureFile = { state: 'missing' };

/** How every PNG begins: its mark, then the head (IHDR, 13 bytes), then width and height. */
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const PNG_LEAST = 33;

/** The size of a PNG in pixels, by its head; null for what is none. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < PNG_LEAST || PNG_START.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width === 0 || height === 0 ? null : { width, height };
}

/** SHA-256 of a picture's bytes, hexadecimal. */
export function pictureHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Whether a picture of that size is one that is kept and shown. */
export function isTooLarge(bytes: Uint8Array, { width, height }: Pick<CapturedPicture, 'width' | 'height'>): boolean {
  return bytes.length > MAX_PICTURE_BYTES || width * height > MAX_PIXELS;
}

/** Compares a picture's bytes with what is said of it. */
export function pictureFile(
  picture: Pick<CapturedPicture, 'hash' | 'width' | 'height'>,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): PictureFile {
  if (bytes === undefined) return MISSING;
  if (isTooLarge(bytes, picture)) return { state: 'too-large' };
  if (pictureHash(bytes) !== picture.hash) return { state: 'changed' };
  const size = pngSize(bytes);
  if (size?.width !== picture.width || size.height !== picture.height) return { state: 'no-png' };
  return { state: 'whole', bytes };
}

/** Pictures with their files → the files by their names. */
export function filesByName(
  all: readonly { readonly picture: Pick<CapturedPicture, 'file'>; readonly file: PictureFile }[],
): PictureFiles {
  return new Map(all.map(({ picture, file }) => [picture.file, file]));
}

/** The file of a picture. */
export function fileOfPicture(files: PictureFiles, { file }: Pick<CapturedPicture, 'file'>): PictureFile {
  return files.get(file) ?? MISSING;
}

/** The bytes of those that are whole, each with its picture, in their order. */
export function wholePictures(
  pictures: readonly CapturedPicture[],
  files: PictureFiles,
): readonly { readonly picture: CapturedPicture; readonly bytes: Uint8Array<ArrayBuffer> }[] {
  return pictures.flatMap((picture) => {
    const file = fileOfPicture(files, picture);
    return file.state === 'whole' ? [{ picture, bytes: file.bytes }] : [];
  });
}
