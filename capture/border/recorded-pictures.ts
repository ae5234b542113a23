/** Pictures in the database of recordings: each is kept with a recording that runs, and counts in its size. */
import * as v from 'valibot';
import { address } from '../../ledger/observation-schema.ts';
import { MAX_CAPTION, MAX_PICTURES, type CapturedPage, type CapturedPicture } from '../capture.ts';
import { MAX_PICTURES_BYTES, pictureFile, type PictureFile } from '../picture-files.ts';
import { bytesOfAll, MAX_ALL_BYTES, MAX_RECORDING_BYTES, type Recording } from '../recording.ts';
import { inRecordings, tellRecordingsChanged, type PictureFacts, type StoredPicture } from './recordings-database.ts';

/** Last number of a picture: its file's name has three digits. */
const LAST_NUMBER = 999;

/** A picture of a recording. */
export interface RecordedPicture {
  readonly recording: string;
  /** Among its pictures. */
  readonly number: number;
}

/** What became of a picture. `none`: no such recording runs. `not-of-it`: the recording does not know the page. */
export type KeptPicture =
  ({ readonly state: 'kept' } & RecordedPicture) | { readonly state: 'none' | 'not-of-it' | 'full' };

/** The keys of a recording's pictures. */
export const picturesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Infinity]);

function hasRoom({ bytes, pictures, pictureBytes }: Recording, more: number, all: readonly Recording[]): boolean {
  return (
    pictures < MAX_PICTURES &&
    pictureBytes + more <= MAX_PICTURES_BYTES &&
    bytes + more <= MAX_RECORDING_BYTES &&
    bytesOfAll(all) + more <= MAX_ALL_BYTES
  );
}

/**
 * Keeps a picture with a recording that runs. The picture and the numbers that count it are written in one transaction.
 *
 * @throws Error when the database does not take it: then nothing has changed
 */
export async function recordPicture(
  id: string,
  picture: PictureFacts,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<KeptPicture> {
  const kept = await inRecordings(async (database): Promise<KeptPicture> => {
    const written = database.transaction(['recordings', 'pictures'], 'readwrite', { durability: 'strict' });
    const [recordings, pictures] = [written.objectStore('recordings'), written.objectStore('pictures')];
    const known = await recordings.get(id);
    if (known?.state !== 'running') return { state: 'none' };
    if (!known.shown.some(([, document]) => document === picture.document)) return { state: 'not-of-it' };
    const number = ((await pictures.getAllKeys(picturesOf(id))).at(-1)?.[1] ?? 0) + 1;
    if (number > LAST_NUMBER || !hasRoom(known, bytes.length, await recordings.getAll())) return { state: 'full' };
    await Promise.all([
      pictures.add({ ...{ recording: id, number, picture }, bytes }),
      recordings.put({
        ...known,
        bytes: known.bytes + bytes.length,
        pictures: known.pictures + 1,
        pictureBytes: known.pictureBytes + bytes.length,
      }),
      written.done,
    ]);
    return { state: 'kept', recording: id, number };
  });
  tellRecordingsChanged();
  return kept;
}

/** Changes what is said of a picture; does nothing where it is not there any more. @throws Error when the database does not take it */
export async function describeRecordedPicture({ recording, number }: RecordedPicture, caption: string): Promise<void> {
  await inRecordings(async (database) => {
    const { store, done } = database.transaction('pictures', 'readwrite', { durability: 'strict' });
    const known = await store.get([recording, number]);
    const changed = known && { ...known, picture: { ...known.picture, caption: caption.slice(0, MAX_CAPTION) } };
    await Promise.all([changed === undefined ? undefined : store.put(changed), done]);
  });
}

/** Deletes a picture; does nothing where it is not there any more. @throws Error when the database does not let go of it */
export async function removeRecordedPicture({ recording, number }: RecordedPicture): Promise<void> {
  await inRecordings(async (database) => {
    const written = database.transaction(['recordings', 'pictures'], 'readwrite', { durability: 'strict' });
    const [recordings, pictures] = [written.objectStore('recordings'), written.objectStore('pictures')];
    const [known, picture] = await Promise.all([recordings.get(recording), pictures.get([recording, number])]);
    if (known === undefined || picture === undefined) return;
    const less = picture.bytes.length;
    await Promise.all([
      pictures.delete([recording, number]),
      recordings.put({
        ...known,
        bytes: known.bytes - less,
        pictures: known.pictures - 1,
        pictureBytes: known.pictureBytes - less,
      }),
      written.done,
    ]);
  });
  tellRecordingsChanged();
}

const SIZE = v.pipe(v.number(), v.integer(), v.minValue(1));
const STORED = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LAST_NUMBER)),
  picture: v.strictObject({
    document: v.string(),
    address,
    at: v.pipe(v.number(), v.finite(), v.minValue(0)),
    caption: v.pipe(v.string(), v.maxLength(MAX_CAPTION)),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    width: SIZE,
    height: SIZE,
  }),
});

/** A picture that came out of the database. */
export interface OpenedPicture {
  readonly picture: CapturedPicture;
  readonly file: PictureFile;
}

/** The pictures of a recording with these pages; null where what stands there is not what was written. A damaged file is told by its state. */
export function openPictures(
  stored: readonly StoredPicture[],
  pages: readonly Pick<CapturedPage, 'no' | 'visit'>[],
): readonly OpenedPicture[] | null {
  const opened: OpenedPicture[] = [];
  for (const one of stored) {
    const read = v.safeParse(STORED, one);
    if (!read.success) return null;
    const { document, ...facts } = read.output.picture;
    const page = pages.find(({ visit }) => visit.document === document)?.no;
    if (page === undefined) return null;
    const bytes: unknown = one.bytes;
    opened.push({
      picture: { page, ...facts, file: `picture-${String(read.output.number)}.png` },
      file: pictureFile(facts, bytes instanceof Uint8Array ? new Uint8Array(bytes) : undefined),
    });
  }
  return opened;
}
