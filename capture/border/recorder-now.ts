/** What the recorder does at this moment, for those who read what it has written. */
import { browser } from 'wxt/browser';
import { readRecorderState } from '../../ledger/border/recorder-storage.ts';
import type { RecorderState } from '../../ledger/stored-session.ts';
import type { Recording } from '../recording.ts';

/** What it does. The background is not asked, so that it need not be awake. */
export const recorderState = (): Promise<RecorderState> => readRecorderState(browser.storage.session);

/** One that stands there as running and is not the one that runs has ended with the browser. */
export function asItStands(recording: Recording, running: RecorderState): Recording {
  if (recording.state !== 'running' || (running.state === 'running' && running.id === recording.id)) return recording;
  return { ...recording, state: 'cut-off', endedAt: recording.keptAt };
}
