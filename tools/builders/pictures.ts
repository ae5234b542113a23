/** Pictures for tests; who makes one names only what it is about. */
import type { CapturedPicture } from '../../capture/capture.ts';
import { pictureHash } from '../../capture/picture-files.ts';
import { AT } from './visits.ts';

/** The head of a PNG of that size, with bytes behind it that make it another. No browser draws it. */
export function pngBytes(width: number, height: number, others = 9): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33 + others).fill(others);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A picture with these bytes. */
export function makePicture(bytes: Uint8Array, over: Partial<CapturedPicture> = {}): CapturedPicture {
  return {
    ...{ page: 1, address: { scheme: 'https', host: 'www.bobdylan.com', path: '/tour' }, at: AT, caption: '' },
    ...{ file: 'picture-1.png', hash: pictureHash(bytes), width: 1280, height: 800 },
    ...over,
  };
}
