/** Chromium splits a thousand texts as Node does: the borders, and with them the hashes, are the same (Firefox: `firefox-sentences.ts`). */
import { sentenceDigest } from '../fixtures/sentence-texts.ts';
import { bundledSentences } from './bundled-sentences.ts';
import { expect, test } from './fixtures.ts';

test('a thousand texts have the same sentences in Chromium and in Node', async ({ page }) => {
  const script = await bundledSentences();
  const digest = await page.evaluate<string>(script);
  expect(JSON.parse(digest)).toEqual(sentenceDigest());
});
