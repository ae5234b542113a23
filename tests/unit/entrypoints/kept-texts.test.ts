// @vitest-environment happy-dom
/** Does the inspector hear of a policy that is read while it is open? */
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { KeptTexts } from '../../../entrypoints/inspector/kept-texts.ts';
import { putCopy } from '../../../reading/border/kept-copies.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { copyOfText, GERMAN_TEXT } from '../../../tools/builders/kept-copies.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';

// There is no worker here to read the text in.
vi.mock('../../../reading/border/start-study.ts', () => ({
  startStudy: () => ({ result: Promise.resolve({ texts: [] }) }),
}));

it('has a copy take part that another page of the extension keeps meanwhile', async () => {
  const texts = new KeptTexts(shippedKnowledge());
  await texts.load();
  const visit = makeVisit({ address: { scheme: 'https', host: 'www.sonymusic.com', path: '/' } });
  const ofNow = (): readonly string[] => texts.study(captureOfVisit(visit)).capture.texts.map(({ id }) => id);
  expect(ofNow()).toEqual([]);
  const told = vi.fn();
  texts.follow(told);
  await putCopy(copyOfText('c1', GERMAN_TEXT));
  await vi.waitFor(() => {
    expect(told).toHaveBeenCalled();
  });
  expect(ofNow()).toEqual(['c1']);
});
