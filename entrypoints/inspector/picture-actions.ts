/** What the inspector does with pictures: takes them, and keeps them with the page's record and with the recording that runs. */
import {
  describeRecordedPicture,
  recordPicture,
  removeRecordedPicture,
  type KeptPicture,
} from '../../capture/border/recorded-pictures.ts';
import type { PictureFacts } from '../../capture/border/recordings-database.ts';
import { recordingState } from '../../capture/border/recordings.ts';
import { isTooLarge, pictureHash, pngSize } from '../../capture/picture-files.ts';
import type { InspectorSource } from '../../components/inspector/inspector-actions.ts';
import type { PictureActions, TakenPicture } from '../../components/inspector/picture-actions.ts';
import type { PictureShelf } from '../../components/inspector/picture-shelf.svelte.ts';
import { takePicture } from './take-picture.ts';

interface Parts {
  readonly shelf: PictureShelf;
  /** The page that the tables show live. */
  readonly live: { readonly current: InspectorSource };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Keeps a picture with the recording that runs. */
async function withRecording(
  picture: PictureFacts,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<KeptPicture | { readonly state: 'failed' }> {
  try {
    const running = await recordingState();
    return running.state === 'running' ? await recordPicture(running.id, picture, bytes) : { state: 'none' };
  } catch {
    return { state: 'failed' };
  }
}

/** Makes them. */
export function pictureActions({ shelf, live, now }: Parts): PictureActions {
  return {
    joined: (study) => shelf.joined(study),
    take: async ({ capture: { id } }): Promise<TakenPicture> => {
      const { current } = live;
      if (current.state !== 'live') return { state: 'moved' };
      const at = now();
      const shot = await takePicture(current.tab, id);
      if (shot.state !== 'taken') return shot;
      const { address, bytes } = shot;
      const size = pngSize(bytes);
      if (size === null) return { state: 'no-picture' };
      if (isTooLarge(bytes, size)) return { state: 'too-large' };
      if (!shelf.hasRoom(id, bytes.length)) return { state: 'no-room' };
      const facts = { address, at, caption: '', hash: pictureHash(bytes), ...size };
      const kept = await withRecording({ ...facts, document: id }, bytes);
      const file = shelf.add(id, { page: 1, ...facts }, bytes, kept.state === 'kept' ? kept : null);
      return { state: 'added', file, recording: kept.state };
    },
    describe: async ({ capture: { id } }, picture, caption) => {
      const recorded = shelf.recordedAs(id, picture);
      shelf.describe(id, picture, caption);
      if (recorded !== null) await describeRecordedPicture(recorded, caption);
    },
    remove: async ({ capture: { id } }, picture) => {
      const recorded = shelf.recordedAs(id, picture);
      if (recorded !== null) await removeRecordedPicture(recorded);
      shelf.remove(id, picture);
    },
  };
}
