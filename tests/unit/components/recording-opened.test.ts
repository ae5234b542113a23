// @vitest-environment happy-dom
/** Does a person who goes on to a table at once, as a recording opens, come to that table and stay there? */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import type { LetterActions } from '../../../components/inspector/inspector-actions.ts';
import InspectorPage from '../../../components/inspector/InspectorPage.svelte';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makeRecording } from '../../../tools/builders/recordings.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';
import { inspectorActions } from './inspector-fixture.ts';

/** What waits until the browser has nothing else to do. */
let idle: (() => void)[];

beforeEach(() => {
  idle = [];
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
  vi.stubGlobal('cancelIdleCallback', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

async function openRecording(): Promise<void> {
  location.hash = '#recordings';
  const actions = inspectorActions({ letters: {} as LetterActions });
  const { list, openInParts } = actions.recordings;
  const study = studyCapture(
    captureOfVisit(makeVisit({ hosts: [makeHost('bat.bing.com')] })),
    shippedKnowledge(),
    null,
  );
  vi.mocked(list).mockResolvedValue({
    ...{ recordings: [makeRecording('kept')], damaged: [], newer: [], bytes: 0, recorder: { state: 'idle' } },
  });
  vi.mocked(openInParts).mockResolvedValue({ state: 'opened', study } as never);
  const source = { current: { state: 'none' } } as never;
  render(InspectorPage, { language: english, source, actions, now: () => AT });
  await fireEvent.click(await screen.findByRole('button', { name: /^Open/u }));
  await waitFor(() => expect(idle.length).toBeGreaterThan(0));
}
const isHere = (table: string): boolean =>
  document.querySelector(`nav a[data-table="${table}"]`)?.getAttribute('aria-current') === 'page';
const whenIdle = (): void => {
  for (const task of idle.splice(0)) task();
};

it('comes to the table that is pressed before the browser has told of it', async () => {
  await openRecording();
  location.hash = '#pages';
  whenIdle();
  await waitFor(() => expect(isHere('pages')).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([location.hash, isHere('pages')]).toEqual(['#pages', true]);
});

it('has the address of the first table where nobody goes on', async () => {
  await openRecording();
  whenIdle();
  expect(location.hash).toBe('');
});
