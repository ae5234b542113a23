/** A document as one text with its structure: what offsets refer to, what is hashed, and what a kept copy keeps. */
import type { CutBy, RawLink } from './raw-document.ts';

/** A stretch of the text with its place in the document's structure. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** Where it stands in the text, in UTF-16 units; `end` is the place after its last character. */
  readonly start: number;
  readonly end: number;
  /** Heading: 1 to 6. Item: depth of its list, 1 for the outermost. Else 0. */
  readonly level: number;
  /** Headings that it stands under, outermost first. A heading does not stand under itself. */
  readonly section: readonly string[];
  /**
   * Which block its words continue: for an item the paragraph (or the outer item, or heading) that leads in the list ("We may
   * share:"), by its position in `blocks`; null where there is none.
   */
  readonly leadIn: number | null;
  /** Of a cell: the words of its row's header and of its column's; '' where there is none. */
  readonly row: string;
  readonly column: string;
  readonly isFolded: boolean;
  readonly links: readonly RawLink[];
}

/** A document's text with its structure. */
export interface PolicyText {
  readonly address: string;
  readonly title: string;
  readonly declaredLanguage: string;
  readonly publisher: string;
  /** The text as read: the blocks in order, joined by line breaks. Offsets refer to it, in UTF-16 units. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly cutBy: CutBy | null;
  readonly unreadFrames: number;
}
