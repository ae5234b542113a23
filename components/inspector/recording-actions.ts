/** What the inspector can do with recordings; handed in, so that its components call no browser. */
import type { OpenedRecording } from '../../capture/border/open-recording.ts';
import type { RecordingState, Recordings, StartResult } from '../../capture/border/recordings.ts';
import type { Recording } from '../../capture/recording.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { RecorderReply } from '../../ledger/messages.ts';

/** All recordings, and what the recorder does. */
export interface KeptRecordings extends Recordings {
  readonly recorder: RecordingState;
}

/** What came of opening one: `opened` with all that is known of it, or why not. */
export type StudiedRecording =
  | { readonly state: 'opened'; readonly name: string; readonly study: CaptureStudy }
  | Exclude<OpenedRecording, { readonly state: 'read' }>;

/**
 * Is shown a long recording while the rest of it is read, time and again: all that is known of its beginning, and how many facts are read
 * by now, of how many. Gives whether it is still wanted.
 */
export type FollowReading = (
  beginning: CaptureStudy,
  reading: { readonly facts: number; readonly of: number },
) => boolean;

/** What the inspector's page hands to the views of recordings. */
export interface RecordingActions {
  /** @throws Error when the database cannot be read */
  readonly list: () => Promise<KeptRecordings>;
  /** Calls `tell` whenever they may have changed; gives what ends it. */
  readonly follow: (tell: () => void) => () => void;
  readonly start: (name: string, note: string) => Promise<StartResult>;
  readonly stop: () => Promise<RecorderReply>;
  /** @throws Error when the database does not take it */
  readonly describe: (id: Recording['id'], words: { readonly name: string; readonly note: string }) => Promise<boolean>;
  /** @throws Error when the database does not let go of it */
  readonly remove: (id: Recording['id']) => Promise<void>;
  /** @throws Error when the database cannot be read */
  readonly open: (id: Recording['id']) => Promise<StudiedRecording>;
  /** The same, with the beginning of a long one as soon as it is there; null where nobody wanted the rest. @throws as `open` */
  readonly openInParts: (id: Recording['id'], follow: FollowReading) => Promise<StudiedRecording | null>;
}
