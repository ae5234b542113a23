/** What an element is to somebody who reads a policy: nothing, a section that is folded, a heading, an item, a table, or more text. */
import { attribute, elementBefore, elementsUnder, hasAttribute } from '../page/page-elements.ts';
import { childrenOf, tagOf, textContentOf } from '../page/safe-document.ts';
import { namesOf, type Style } from './page-tree.ts';

/** Elements that hold no words of the page, or ask for some. */
const WORDLESS =
  /^(?:script|style|noscript|template|svg|canvas|video|audio|object|embed|picture|img|input|select|textarea|option|datalist|progress|meter|head|link|meta|map)$/;
/** Menus and what stands around the text. */
const AROUND = /^(?:nav|aside|footer|header)$/;
const ROLES_AROUND =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|complementary|alert|tooltip|status)$/;
const NAMES_AROUND =
  /(?:^|[\s_-])(?:breadcrumbs?|cookie-?(?:banner|bar|consent|notice|law|popup|modal|wall)|cookies-?(?:banner|bar|consent|notice)|consent-?(?:banner|bar|popup|manager)|onetrust\S*|sme_cookie\S*|usercentrics\S*|didomi\S*|truste-?\S*|cky-\S*|cc-window|skip-?(?:link|to-content|nav)\S*|share-?(?:bar|buttons|links)|social-?(?:links|icons|share))(?=$|\s|[_-])/i;
const UNSEEN_NAMES = /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hiddenVisually|a11y-hidden)(?=$|\s)/i;

/** Names of sections that fold. */
const FOLDS =
  /accordion|collaps|toggle|foldable|expand|faq|tab-?(?:pane|panel|content)|panel|drawer-content|read-?more|spoiler/i;

/** What is known around an element. */
export interface Around {
  /** Whether it stands in the page's main part: what is a menu at the page's edge is a part of the text there. */
  readonly isInMain: boolean;
  /** Whether it stands in a section: its header and footer are parts of the text then. */
  readonly isInSection: boolean;
}

/** Whether an element is the page's main part. */
export function isMain(element: Element): boolean {
  return /^(?:main|article)$/.test(tagOf(element)) || attribute(element, 'role') === 'main';
}

/** Text of this length in a window over the page is a policy that is shown there, and no notice; in characters. */
const LONG_WINDOW = 4000;

/** Whether nothing in an element is read: a menu, a banner, a field, what nobody sees. */
export function isPassedOver(element: Element, { position }: Style, { isInMain, isInSection }: Around): boolean {
  const tag = tagOf(element);
  const role = attribute(element, 'role');
  if (tag === 'nav' || role === 'navigation' || WORDLESS.test(tag)) return true;
  if (tag === 'button' || role === 'button') return !isFoldButton(element);
  const names = namesOf(element);
  if (names.length > 1 && (NAMES_AROUND.test(names) || UNSEEN_NAMES.test(names))) return true;
  if (isInMain) return false;
  const isOver = position === 'fixed' || role.endsWith('dialog') || tag === 'dialog';
  if (isOver) return textContentOf(element).length < LONG_WINDOW;
  return (AROUND.test(tag) && !isInSection) || ROLES_AROUND.test(role);
}

/** Whether a button opens and closes a section: its words are that section's title. */
export function isFoldButton(element: Element): boolean {
  return hasAttribute(element, 'aria-expanded') || hasAttribute(element, 'aria-controls');
}

/** Whether what is not drawn now is a section that folds: by its own names and role, or by the button or title right before it. */
export function isFoldedSection(element: Element): boolean {
  const role = attribute(element, 'role');
  if (role === 'tabpanel' || role === 'region' || attribute(element, 'hidden') === 'until-found') return true;
  if (FOLDS.test(namesOf(element)) || attribute(element, 'aria-labelledby') !== '') return true;
  const before = elementBefore(element);
  if (before === null) return false;
  return (
    /^(?:button|summary|h[1-6]|dt)$/.test(tagOf(before)) ||
    isFoldButton(before) ||
    attribute(before, 'role') === 'button' ||
    FOLDS.test(namesOf(before))
  );
}

/** The level of a heading, 1 to 6; null for everything else. */
export function headingLevel(element: Element): number | null {
  const tag = tagOf(element);
  if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
  if (attribute(element, 'role') !== 'heading') return null;
  const level = Number(attribute(element, 'aria-level'));
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}

/** Rows of a table that are looked at to tell what it is. */
const ROWS_LOOKED_AT = 20;

/**
 * Whether a table sets out data, and not the page: it has headers, or several short cells in several rows. Old pages put all their
 * text in a table.
 */
export function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role')) || elementsUnder(table, 'table').length > 0)
    return false;
  if (elementsUnder(table, 'th').length > 0) return true;
  const rows = [...elementsUnder(table, 'tr')].slice(0, ROWS_LOOKED_AT);
  const isShort = (cell: Element): boolean => textContentOf(cell).length < 400;
  return rows.length > 1 && rows.every((row) => childrenOf(row).length > 1 && [...childrenOf(row)].every(isShort));
}

/** Whether an element begins a block of its own, by the way it is drawn. */
export function isBlock({ display }: Style): boolean {
  return !/^(?:inline|contents|ruby)/.test(display);
}
