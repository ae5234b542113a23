/** Gathers words into blocks while a page is walked, within the limits of a document. */
import type { CutBy, RawBlock, RawLink } from '../../reading/raw-document.ts';
import { MAX_BLOCKS, MAX_CHARACTERS } from '../../reading/read-document.ts';

/** Most links that are kept of a block, and longest address. */
const MAX_LINKS = 50;
const LONGEST_ADDRESS = 2000;

/** What words that are written now belong to. */
export interface Place {
  readonly kind: RawBlock['kind'];
  readonly level: number;
  readonly isInMain: boolean;
  readonly isFolded: boolean;
  readonly isBold: boolean;
  /** Whether line breaks and spaces are shown as they are written. */
  readonly isPreformatted: boolean;
  readonly row: string;
  readonly column: string;
}

/** A block, and whether it stood in the page's main part. */
export interface PlacedBlock {
  readonly block: RawBlock;
  readonly isInMain: boolean;
}

/** A line of a preformatted text that is as long as this was wrapped where it ends, and a shorter one was meant to end there. */
const WRAPPED = 50;

/** 'a long line …\nthat goes on' → 'a long line … that goes on' */
function unwrapped(text: string): string {
  const lines = text.split('\n');
  const gap = (line: string, next: string | undefined): string =>
    next === undefined ? '' : line.length < WRAPPED || /^(?:\s*$|[\u2022*-])/.test(next) ? '\n' : ' ';
  return lines.map((line, at) => line + gap(line, lines[at + 1])).join('');
}

/** Gathers words, a place at a time. */
export class BlockWriter {
  readonly blocks: PlacedBlock[] = [];
  #place: Place | null = null;
  #pieces: string[] = [];
  #length = 0;
  #bold = 0;
  #links: RawLink[] = [];
  #left = MAX_CHARACTERS;
  #cutBy: CutBy | null = null;

  /** What ended the writing; null while there is room. */
  get cutBy(): CutBy | null {
    return this.#cutBy;
  }

  /** Adds words. They belong to `place`, unless words stand in the open block already. */
  write(text: string, place: Place): void {
    const shown = place.isPreformatted ? unwrapped(text) : text.replace(/[\t\n\f\r ]+/g, ' ');
    if (shown.trim() === '' && this.#pieces.length === 0) return;
    const taken = shown.length > this.#left ? shown.slice(0, this.#left) : shown;
    if (taken.length < shown.length) this.#cutBy ??= 'characters';
    if (taken === '') return;
    this.#place ??= place;
    this.#pieces.push(taken);
    this.#left -= taken.length;
    const words = taken.trim().length;
    this.#length += words;
    if (place.isBold) this.#bold += words;
  }

  /** A line break as the page makes it. */
  breakLine(): void {
    if (this.#pieces.length > 0) this.#pieces.push('\n');
  }

  /** The position from which a link's words are counted. */
  get pieces(): number {
    return this.#pieces.length;
  }

  /** A link whose words were written since there were `from` pieces. */
  link(from: number, address: string): void {
    const text = this.#pieces.slice(from).join('').trim();
    if (text === '' || address === '' || address.length > LONGEST_ADDRESS || this.#links.length >= MAX_LINKS) return;
    this.#links.push({ text, address });
  }

  /** Ends the open block. */
  close(): void {
    const place = this.#place;
    const text = this.#pieces
      .join('')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (place !== null && text !== '') this.#add(text, place);
    this.#place = null;
    this.#pieces = [];
    this.#links = [];
    this.#length = 0;
    this.#bold = 0;
  }

  #add(text: string, { kind, level, isInMain, isFolded, row, column }: Place): void {
    if (this.blocks.length >= MAX_BLOCKS) {
      this.#cutBy ??= 'blocks';
      return;
    }
    const isBold = this.#bold === this.#length;
    const links = this.#links;
    const isPlain = kind !== 'cell';
    this.blocks.push({
      block: { kind, text, level, isBold, isFolded, links, ...(isPlain ? {} : { row, column }) },
      isInMain,
    });
  }
}
