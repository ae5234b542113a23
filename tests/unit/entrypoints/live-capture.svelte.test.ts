// @vitest-environment happy-dom
/** Does the inspector follow the record of a tab, keep in sight what was left, and judge it anew when a policy was read meanwhile? */
import { expect, it, vi } from 'vitest';
import type { Capture } from '../../../capture/capture.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { LiveCapture } from '../../../entrypoints/inspector/live-capture.svelte.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { makeConditions } from '../../../tools/builders/captures.ts';
import { copyOfText, GERMAN_TEXT } from '../../../tools/builders/kept-copies.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';

const study = (capture: Capture) => studyCapture(capture, shippedKnowledge(), null);
const begin = (by = study) => {
  const live = new LiveCapture({ conditions: makeConditions(), region: null }, by);
  live.take({ state: 'visit', visit: makeVisit() }, 7);
  return live;
};

it('says of which tab it is, also when its page was left', () => {
  const live = begin();
  expect(live.current).toMatchObject({ state: 'live', tab: 7 });
  live.take({ state: 'empty' }, 7);
  expect(live.current).toMatchObject({ state: 'left', tab: 7, study: { capture: { id: 'd1' } } });
});

it.each(['live', 'left'])('judges a page that is %s anew', (state) => {
  let texts: Capture['texts'] = [];
  const live = begin((capture) => study({ ...capture, texts }));
  if (state === 'left') live.take({ state: 'empty' }, 7);
  texts = [copyOfText('c1', GERMAN_TEXT)];
  live.renew();
  expect(live.current).toMatchObject({ state, tab: 7, study: { capture: { texts } } });
});

it('has nothing to judge anew where nothing is looked at', () => {
  const by = vi.fn(study);
  const live = new LiveCapture({ conditions: makeConditions(), region: null }, by);
  live.renew();
  live.take({ state: 'empty' }, 7);
  live.renew();
  expect(live.current).toEqual({ state: 'none' });
  expect(by).not.toHaveBeenCalled();
});
