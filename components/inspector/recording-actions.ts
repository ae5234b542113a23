/** What the inspector can do with recordings; handed in, so that its components call no browser. */
import type { OpenedRecording, RecordingState, Recordings, StartResult } from '../../capture/border/recordings.ts';
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
}
