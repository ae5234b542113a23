/** What the words in an element belong to: a heading, an item, a cell; the main part; a section that is folded. */
import { attribute } from '../page/page-elements.ts';
import { tagOf } from '../page/safe-document.ts';
import type { Place } from './block-writer.ts';
import { headingLevel, isDataTable, isFoldButton, isMain } from './element-part.ts';
import type { Style } from './page-tree.ts';
import { TableHeaders } from './table-headers.ts';

/** What is known where the walk is. */
export interface Where extends Place {
  readonly isInSection: boolean;
  /** Whether what is around the section that folds is folded too: the section's own title is not. */
  readonly isFoldedAround: boolean;
  readonly lists: number;
  readonly isVisible: boolean;
  readonly table: TableHeaders | null;
}

/** Where a page begins. */
export const AT_START: Where = {
  ...{
    kind: 'paragraph',
    level: 0,
    isInMain: false,
    isInSection: false,
    isFolded: false,
    isBold: false,
    isPreformatted: false,
  },
  ...{ row: '', column: '', lists: 0, isFoldedAround: false, isVisible: true, table: null },
};

/** What words in an element belong to; `isHidden`: it is not drawn now. */
export function placeIn(element: Element, style: Style, around: Where, isHidden: boolean): Where {
  const tag = tagOf(element);
  const isList = tag === 'ul' || tag === 'ol' || tag === 'menu';
  const isItem = tag === 'li' || style.display === 'list-item';
  const isClosed = tag === 'details' && element instanceof HTMLDetailsElement && !element.open;
  const level = headingLevel(element);
  const inside: Where = {
    ...around,
    lists: around.lists + (isList ? 1 : 0),
    isInMain: around.isInMain || isMain(element),
    isInSection: around.isInSection || tag === 'section' || tag === 'article',
    isFolded: around.isFolded || isHidden || isClosed,
    isFoldedAround: isClosed ? around.isFolded : around.isFoldedAround,
    isBold: Number(style.fontWeight) >= 600 || tag === 'dt',
    isVisible: style.visibility === 'visible' || isHidden || around.isFolded,
    isPreformatted: /^(?:pre|break-spaces)/.test(style.whiteSpace),
  };
  if (tag === 'table') return { ...inside, table: isDataTable(element) ? new TableHeaders(element) : null };
  if (tag === 'tr') inside.table?.enter(element);
  if ((tag === 'td' || tag === 'th') && inside.table !== null)
    return { ...inside, ...inside.table.of(element), kind: 'cell', level: 0 };
  if (inside.kind === 'cell') return inside;
  if (level !== null) return { ...inside, kind: 'heading', level };
  const isFoldTitle = isFoldButton(element) && (/^(?:button|a)$/.test(tag) || attribute(element, 'role') === 'button');
  if (inside.kind !== 'heading' && (tag === 'summary' || tag === 'caption' || isFoldTitle))
    return {
      ...inside,
      kind: 'summary',
      level: 0,
      isFolded: tag === 'summary' ? around.isFoldedAround : around.isFolded,
    };
  if (isItem) return { ...inside, kind: 'item', level: Math.max(inside.lists, 1) };
  return inside;
}
