/** The letters of one page of the inspector: as they were made, and as the person changed them. They stay while the page is open, whatever is chosen or shown. */
import { SvelteMap } from 'svelte/reactivity';
import type { Capture } from '../../capture/capture.ts';
import { letterText } from '../../evidence/letters/letter-files.ts';
import type { Letter } from '../../evidence/letters/letter.ts';
import type { LetterKind } from '../../schemas/letter-data.ts';

/** What was chosen at the desk; null where nothing was. */
export interface LetterChoice {
  readonly kind: LetterKind;
  readonly region: string | null;
  readonly language: string | null;
}

/** A letter with the person's text. */
export interface LetterDraft {
  readonly letter: Letter;
  /** What stood in it before the person changed anything. */
  readonly written: string;
  /** What stands in it now. */
  readonly text: string;
  /** What stood in it before it was written anew; null where that was the letter as it was made. */
  readonly before: string | null;
  /** When the record that it tells of was last added to. */
  readonly endedAt: number;
}

type Recorded = Pick<Capture, 'id' | 'endedAt'>;

/** The drafts. Nothing of them is stored. */
export class LetterDrafts {
  choice = $state.raw<LetterChoice>({ kind: 'feedback', region: null, language: null });
  readonly #drafts = new SvelteMap<string, LetterDraft>();
  readonly #seals = new SvelteMap<string, { readonly endedAt: number; readonly seal: string }>();

  /** The draft under that key. */
  find(key: string): LetterDraft | null {
    return this.#drafts.get(key) ?? null;
  }

  /** Puts a letter that was made in the place of what stood there, which `undo` brings back where the person had changed it. */
  put(key: string, letter: Letter, { endedAt }: Recorded): void {
    const old = this.find(key);
    const before = old === null || old.text === old.written ? null : old.text;
    const written = letterText(letter);
    this.#drafts.set(key, { letter, written, text: written, before, endedAt });
  }

  write(key: string, text: string): void {
    const draft = this.find(key);
    if (draft !== null) this.#drafts.set(key, { ...draft, text });
  }

  /** Puts the seal in its place, where that still stands to be filled in; what the person changed stays. */
  fillSeal(key: string, seal: string): void {
    const draft = this.find(key);
    const mark = draft?.letter.sealMark ?? null;
    if (draft === null || mark === null || !draft.text.includes(mark)) return;
    const { written, text } = draft;
    this.#drafts.set(key, { ...draft, written: written.replaceAll(mark, seal), text: text.replaceAll(mark, seal) });
  }

  /** Brings back what stood there before it was written anew. */
  undo(key: string): void {
    const draft = this.find(key);
    if (draft?.before != null) this.#drafts.set(key, { ...draft, text: draft.before, before: null });
  }

  /** Tells that evidence of a capture was saved with this seal. */
  seal({ id, endedAt }: Recorded, seal: string): void {
    this.#seals.set(id, { endedAt, seal });
  }

  /** The seal that stands for all that a record held at `endedAt`; null where none was made since. */
  sealOf({ id, endedAt }: Recorded): string | null {
    const sealed = this.#seals.get(id);
    return sealed === undefined || sealed.endedAt < endedAt ? null : sealed.seal;
  }
}
