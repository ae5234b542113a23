/** What the inspector asks of the recorder and of its database. */
import { openRecording, type OpenedRecording } from '../../capture/border/open-recording.ts';
import {
  deleteRecording,
  describeRecording,
  followRecordings,
  listRecordings,
  recordingState,
  startRecording,
  stopRecording,
} from '../../capture/border/recordings.ts';
import type { Capture } from '../../capture/capture.ts';
import type { PictureFiles } from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { PictureShelf } from '../../components/inspector/picture-shelf.svelte.ts';
import type { RecordingActions, StudiedRecording } from '../../components/inspector/recording-actions.ts';
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

/** Settles when the browser has painted what was drawn until now and has nothing else to do, or at once where nobody sees it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    // The frame is painted after its callback: what is asked for in it comes after the paint.
    else requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 100 }));
  });
}

/** Makes them. */
export function recordingActions({ now, region, study, shelf }: Parts): RecordingActions {
  async function studyOf(capture: Capture, files: PictureFiles = new Map()): Promise<CaptureStudy> {
    // The signal is told by the pages: nothing was known of it when the recording began.
    const gpc = capture.pages.map(({ visit }) => visit.signal?.gpc ?? null).find((told) => told !== null) ?? null;
    return study({ ...capture, conditions: { ...capture.conditions, gpc } }, files);
  }
  async function studied(opened: OpenedRecording): Promise<StudiedRecording> {
    if (opened.state !== 'read') return opened;
    const { capture, recording, pictureFiles } = opened;
    shelf.put(capture, pictureFiles);
    return { state: 'opened', name: recording.name, study: await studyOf(capture, pictureFiles) };
  }
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
    open: async (id) => studied(await openRecording(id)),
    openInParts: async (id, follow) => {
      const opened = await openRecording(id, async (beginning, { facts: of }) => {
        const study = await studyOf(beginning);
        const isWanted = follow(study, { facts: beginning.facts.length, of });
        await painted();
        return isWanted ? (facts) => follow(study, { facts, of }) : null;
      });
      return opened === null ? null : studied(opened);
    },
  };
}
