/** Are the pictures of docs/ those that their scripts drew, in the styles of today? tests/e2e/pictures.spec.ts asks whether they say what the popup says. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hashPicture, hashStyles, PICTURES, readRecord } from '../../tools/picture-record.ts';
import { README_PICTURES, sheetFile, SHEETS } from '../../tools/stage/sheets.ts';

const HINT = 'draw anew: npm run screenshots && npm run contact-sheet';
const record = readRecord();
const pictures = [...README_PICTURES.map(({ file }) => file), ...SHEETS.map(sheetFile)];

it('each picture is drawn by a script, which keeps what it was drawn from', () => {
  const files = readdirSync(PICTURES).filter((name) => name.endsWith('.png'));
  expect(Object.keys(record).toSorted(), HINT).toEqual(files.toSorted());
  expect(pictures.toSorted()).toEqual(files.toSorted());
});

it.each(pictures)('%s is the picture that was drawn, in the styles of today', (file) => {
  expect(record[file]?.file, HINT).toBe(hashPicture(file));
  expect(record[file]?.styles, HINT).toBe(hashStyles());
});
