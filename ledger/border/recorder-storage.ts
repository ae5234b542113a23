/** What the recorder does, in the browser's storage for this session. */
import type { Browser } from 'wxt/browser';
import { RECORDER, type RecorderState } from '../stored-session.ts';
import { fromStored, toStored } from '../stored-value.ts';

/** What stands there; `idle` where nothing can be read. @throws Error when storage does not answer */
export async function readRecorderState(area: Pick<Browser.storage.StorageArea, 'get'>): Promise<RecorderState> {
  const found = fromStored(RECORDER, (await area.get(RECORDER.key))[RECORDER.key]);
  return found.state === 'read' ? found.value : { state: 'idle' };
}

/** Keeps it; that nothing is recorded is what stands there where nothing does. @throws Error when storage does not take it */
export async function keepRecorderState(
  area: Pick<Browser.storage.StorageArea, 'set' | 'remove'>,
  state: RecorderState,
): Promise<void> {
  await (state.state === 'idle' ? area.remove(RECORDER.key) : area.set({ [RECORDER.key]: toStored(RECORDER, state) }));
}
