/**
 * A page's text as it arrives, before anything is made of it: from the page's observer, from a kept copy, or from a
 * file. Blocks stand in the order in which a person reads them.
 */

/**
 * What a block is. `heading`, `paragraph` and `item` (of a list) carry running text; `cell` is one cell of a table, `summary` the
 * button of a section that folds.
 */
export type RawBlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'summary';

/** A link in a block: its words, and the absolute address that it leads to. */
export interface RawLink {
  readonly text: string;
  readonly address: string;
}

/** One block of the page. */
export interface RawBlock {
  readonly kind: RawBlockKind;
  /** Its words as a person sees them; a line break stands where the page breaks the line, runs of spaces are one space. */
  readonly text: string;
  /** Heading: 1 to 6. Item: how deep its list is nested, 1 for the outermost. Else 0. */
  readonly level: number;
  /** Whether all of it is set in bold: a paragraph like that may be a heading that is not marked as one. */
  readonly isBold?: boolean;
  /** Whether it stood in a section that was folded, which a person has to open first. */
  readonly isFolded?: boolean;
  /** Of a cell: the words of its row's header and of its column's; '' where there is none. */
  readonly row?: string;
  readonly column?: string;
  readonly links?: readonly RawLink[];
}

/** Why text is missing at the end: a limit on characters, on elements or on blocks. */
export type CutBy = 'characters' | 'elements' | 'blocks';

/** A page's text with what is known of where it stood. */
export interface RawDocument {
  /** Address of the page, without its fragment; '' for a file. */
  readonly address: string;
  readonly title: string;
  /** Language that the page declares (`lang`), as it writes it; '' where it declares none. */
  readonly declaredLanguage: string;
  /** Name of the site as the page gives it (`og:site_name`), or the line with © in its footer; '' where there is neither. */
  readonly publisher: string;
  readonly blocks: readonly RawBlock[];
  /** What ended the reading before the end of the page; null when all was read. */
  readonly cutBy: CutBy | null;
  /** Frames with text that could not be read, because they belong to another site. */
  readonly unreadFrames: number;
}
