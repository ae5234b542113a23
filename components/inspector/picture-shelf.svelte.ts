/** The pictures of the live pages and the recordings of one page of the inspector. Of live pages they are nowhere else: they go with it. */
import { SvelteMap } from 'svelte/reactivity';
import type { RecordedPicture } from '../../capture/border/recorded-pictures.ts';
import { MAX_CAPTION, MAX_PICTURES, type CapturedPicture } from '../../capture/capture.ts';
import {
  fileOfPicture,
  filesByName,
  MAX_PICTURES_BYTES,
  type PictureFile,
  type PictureFiles,
} from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';

interface Shelved {
  readonly picture: CapturedPicture;
  readonly file: PictureFile;
  /** Where else it is kept; null where it is not. */
  readonly recorded: RecordedPicture | null;
}

const numberOf = ({ file }: CapturedPicture): number => Number(/\d+/.exec(file)?.[0] ?? 0);

/** Those pictures, by the ids of their captures. */
export class PictureShelf {
  readonly #shelves = new SvelteMap<string, readonly Shelved[]>();

  #of(id: string): readonly Shelved[] {
    return this.#shelves.get(id) ?? [];
  }

  /** The study with the pictures of its capture; as it is where none were ever put here. Reactive. */
  joined(study: CaptureStudy): CaptureStudy {
    const shelf = this.#shelves.get(study.capture.id);
    if (shelf === undefined) return study;
    const pictures = shelf.map(({ picture }) => picture);
    return { ...study, capture: { ...study.capture, pictures }, pictureFiles: filesByName(shelf) };
  }

  /** Puts the pictures of an opened recording there: the numbers in the names of their files are those in it. */
  put({ id, pictures }: CaptureStudy['capture'], files: PictureFiles): void {
    const shelf = pictures.map((picture) => ({
      picture,
      file: fileOfPicture(files, picture),
      recorded: { recording: id, number: numberOf(picture) },
    }));
    this.#shelves.set(id, shelf);
  }

  /** Whether a picture of so many bytes finds room. */
  hasRoom(id: string, bytes: number): boolean {
    const shelf = this.#of(id);
    const sum = shelf.reduce((all, { file }) => all + (file.state === 'whole' ? file.bytes.length : 0), 0);
    return shelf.length < MAX_PICTURES && sum + bytes <= MAX_PICTURES_BYTES;
  }

  /** Adds a picture; gives the name of its file. `recorded`: where else it is kept. */
  add(
    id: string,
    facts: Omit<CapturedPicture, 'file'>,
    bytes: Uint8Array<ArrayBuffer>,
    recorded: RecordedPicture | null,
  ): string {
    const shelf = this.#of(id);
    const last = Math.max(0, ...shelf.map(({ picture }) => numberOf(picture)));
    const name = `picture-${String(last + 1)}.png`;
    const picture = { ...facts, file: name };
    this.#shelves.set(id, [...shelf, { picture, file: { state: 'whole', bytes }, recorded }]);
    return name;
  }

  /** Where else a picture is kept; null where it is not. */
  recordedAs(id: string, { file }: CapturedPicture): RecordedPicture | null {
    return this.#of(id).find(({ picture }) => picture.file === file)?.recorded ?? null;
  }

  /** Changes what is said of a picture; what is too long is cut. */
  describe(id: string, { file }: CapturedPicture, caption: string): void {
    const cut = caption.slice(0, MAX_CAPTION);
    const shelf = this.#of(id).map((one) =>
      one.picture.file === file ? { ...one, picture: { ...one.picture, caption: cut } } : one,
    );
    this.#shelves.set(id, shelf);
  }

  remove(id: string, { file }: CapturedPicture): void {
    const shelf = this.#of(id).filter(({ picture }) => picture.file !== file);
    this.#shelves.set(id, shelf);
  }
}
