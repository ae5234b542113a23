/** Recordings as the database holds them. */
import type { Recording } from '../../capture/recording.ts';
import { makeConditions } from './captures.ts';
import { AT } from './visits.ts';

/** One that was stopped, named as its id. */
export function makeRecording(id: string, over: Partial<Recording> = {}): Recording {
  return {
    ...{
      version: 1,
      id: `recording-${id}`,
      name: id,
      note: '',
      startedAt: AT,
      endedAt: AT + 60_000,
      keptAt: AT + 60_000,
    },
    ...{ state: 'stopped', bytes: 1_250_000, batches: 3, facts: 412, pages: 3, pictures: 0, pictureBytes: 0 },
    ...{ dropped: 0, interruptions: 0, hosts: ['www.bobdylan.com'], shown: [], conditions: makeConditions() },
    ...over,
  };
}
