/** What the inspector asks of the recorder and of its database. */
import {
  deleteRecording,
  describeRecording,
  followRecordings,
  listRecordings,
  openRecording,
  recordingState,
  startRecording,
  stopRecording,
} from '../../capture/border/recordings.ts';
import type { Capture } from '../../capture/capture.ts';
import type { PictureFiles } from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { PictureShelf } from '../../components/inspector/picture-shelf.svelte.ts';
import type { RecordingActions } from '../../components/inspector/recording-actions.ts';
import { readBrowserConditions } from './read-conditions.ts';

interface Parts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where the person lives, as they have set it. */
  readonly region: string | null;
  /** The capture with all that is known of it, in the texts that speak for its pages. */
  readonly study: (capture: Capture, pictureFiles: PictureFiles) => Promise<CaptureStudy>;
  /** Takes the pictures of what is opened. */
  readonly shelf: PictureShelf;
}

/** Makes them. */
export function recordingActions({ now, region, study, shelf }: Parts): RecordingActions {
  return {
    list: async () => {
      const [recordings, recorder] = await Promise.all([listRecordings(), recordingState()]);
      return { ...recordings, recorder };
    },
    follow: followRecordings,
    start: async (name, note) => {
      const startedAt = now();
      const conditions = await readBrowserConditions(startedAt);
      return startRecording({
        ...{ name, note, startedAt },
        conditions: { ...conditions, gpc: null, profile: null, region },
      });
    },
    stop: stopRecording,
    describe: describeRecording,
    remove: deleteRecording,
    open: async (id) => {
      const opened = await openRecording(id);
      if (opened.state !== 'read') return opened;
      const { capture, recording, pictureFiles } = opened;
      shelf.put(capture, pictureFiles);
      // The signal is told by the pages: nothing was known of it when the recording began.
      const gpc = capture.pages.map(({ visit }) => visit.signal?.gpc ?? null).find((told) => told !== null) ?? null;
      const told = { ...capture, conditions: { ...capture.conditions, gpc } };
      return { state: 'opened', name: recording.name, study: await study(told, pictureFiles) };
    },
  };
}
