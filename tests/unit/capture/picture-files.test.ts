/** A picture's file is believed only where it is the PNG that the capture says it is. */
import { expect, it } from 'vitest';
import { MAX_PICTURE_BYTES, pictureFile, pngSize } from '../../../capture/picture-files.ts';
import { makePicture, pngBytes } from '../../../tools/builders/pictures.ts';

const PNG = pngBytes(1280, 800);
const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"/>',
);

it('tells the size of a PNG by its head, and of nothing else', () => {
  expect(pngSize(PNG)).toEqual({ width: 1280, height: 800 });
  for (const other of [SVG, PNG.slice(0, 32), PNG.slice(1), pngBytes(0, 800), new Uint8Array()])
    expect(pngSize(other)).toBeNull();
  // Of a part of a larger piece of memory, too.
  expect(pngSize(new Uint8Array([0, ...PNG]).subarray(1))).toEqual({ width: 1280, height: 800 });
});

it.each([
  ['whole', makePicture(PNG), PNG],
  ['missing', makePicture(PNG), undefined],
  ['changed', makePicture(PNG), pngBytes(1280, 800, 10)],
  ['no-png', makePicture(SVG), SVG],
  ['no-png', makePicture(PNG, { width: 1281 }), PNG],
  ['too-large', makePicture(PNG, { width: 100_000, height: 100_000 }), PNG],
  ['too-large', makePicture(PNG), new Uint8Array(MAX_PICTURE_BYTES + 1)],
])('is %s', (state, picture, bytes) => {
  expect(pictureFile(picture, bytes)).toEqual(state === 'whole' ? { state, bytes } : { state });
});
