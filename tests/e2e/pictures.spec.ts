/** Do the pictures of docs/ still say what the popup says? tests/unit/pictures.test.ts asks whether they are drawn in the styles of today. */
import { hashWords, readRecord, wordsKey } from '../../tools/picture-record.ts';
import { expect } from './fixtures.ts';
import { README_PICTURES, sheetFile, SHEETS, type Shot } from '../../tools/stage/sheets.ts';
import { test } from './stage-fixtures.ts';

const HINT = 'draw anew: npm run screenshots && npm run contact-sheet';
const record = readRecord();
const pictures = [
  ...README_PICTURES,
  ...SHEETS.map((sheet): { file: string; shots: readonly Shot[] } => ({ file: sheetFile(sheet), shots: sheet.shots })),
];

for (const { file, shots } of pictures) {
  test(`${file} says what the popup says`, async ({ stage }) => {
    const said = new Map<string, string>();
    for (const shot of shots) {
      const key = wordsKey(shot);
      if (said.has(key)) continue;
      await stage.show(shot.state, shot.language === undefined ? {} : { language: shot.language });
      said.set(key, hashWords(await stage.words()));
    }
    const drawn = record[file]?.words ?? {};
    const older = [...said].filter(([key, hash]) => drawn[key] !== hash).map(([key]) => key);
    expect(older, `drawn before they said this; ${HINT}`).toEqual([]);
    expect(Object.keys(drawn).filter((key) => !said.has(key))).toEqual([]);
  });
}
