/**
 * Which fields of a form can nobody see? Forms carry traps for robots: fields with tempting names, put where no person finds them.
 * They ask nobody anything.
 *
 * A form that is hidden as a whole (in a dialog, a menu, a tab) can be opened, and so can a step of it. So only what hides a field
 * *within* its form counts; and what has been seen once stays a question. Styles alone are asked for, in one go and in idle time, and
 * none is changed in between: the browser lays the page out at most once for all of them.
 */
import { helpingWords, readableWords } from '../../recognition/page-words/page-words.ts';
import { typeOf, type Field, type Group } from './field-groups.ts';
import { wordsOf } from './field-labels.ts';
import { attribute, composedParent, elementsUnder, hasAttribute } from './page-elements.ts';
import { tagOf } from './safe-document.ts';

/** "aside": not shown now, may be opened. "covered": out of sight by a trick, which nothing opens. */
type Hidden = 'aside' | 'covered' | null;

/** How an element is hidden by its own style, as long as one round of reading lasts. */
export type HiddenBy = Map<Element, Hidden>;

const MAX_LEVELS_UP = 20;
/** Further out than any page is wide or tall, in pixels. */
const FAR_OUT = -900;
/** Parts of a form that a person can open. */
const OPENS = 'dialog,details,fieldset,section,[role=dialog],[role=tabpanel],[role=group],[popover]';
const STEP =
  /(?:^| )(?:step|steps|tab|panel|page|slide|wizard|screen|question|accordion|collapse|collapsible|modal)(?: |$)/;
const PRESSED = 'button,input[type=submit],input[type=button],summary,[role=button],a[href]';
/** Fields that pages replace by something of their own: only what hides the stand-in too counts. */
const REPLACED = /^(?:checkbox|radio|file|range|color)$/;

/** Fields that somebody could see once; a step that lies behind stays a question. */
const wereSeen = new WeakSet<Field>();

function pixels(value: string): number {
  return value.endsWith('px') || value.endsWith('%') ? Number.parseFloat(value) : Number.NaN;
}

function hidingOf(element: Element): Hidden {
  const style = getComputedStyle(element);
  const { position } = style;
  const isTaken = position === 'absolute' || position === 'fixed';
  const offsets = position === 'static' || position === '' ? [] : [style.left, style.top, style.right, style.bottom];
  const moved = /^matrix\(([^)]{1,99})\)$/.exec(style.transform)?.[1]?.split(',').slice(4).map(Number) ?? [];
  const isFar = [...offsets, style.marginLeft, style.marginTop]
    .map(pixels)
    .concat(moved)
    .some((at) => at < FAR_OUT);
  if (isFar) return 'covered';
  const isCut =
    (isTaken && /^rect\((?:[01](?:px)?[, ]{0,2}){4}\)$/.test(style.getPropertyValue('clip'))) ||
    /^(?:inset\((?:50|100)%\)|circle\(0(?:px)?(?:\)| at))/.test(style.clipPath);
  const isTiny = [style.width, style.height].some((size) => pixels(size) <= 1) && style.overflow !== 'visible';
  if (isTaken && (isCut || isTiny || style.opacity === '0')) return 'covered';
  if (isCut) return 'covered';
  const isAway = style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse';
  return isAway || isTiny ? 'aside' : null;
}

/** What hides an element within `boundary`: the outermost part that is put aside, and whether a trick covers it. */
function within(
  element: Element,
  boundary: Element,
  known: HiddenBy,
): { aside: Element | null; covered: boolean; self: boolean } {
  let aside: Element | null = null;
  let covered = false;
  let self = false;
  let place: Element | null = element;
  for (let level = 0; place !== null && place !== boundary && level < MAX_LEVELS_UP; level += 1) {
    let hidden = known.get(place);
    if (hidden === undefined) {
      hidden = hidingOf(place);
      known.set(place, hidden);
    }
    if (hidden === 'aside') aside = place;
    if (hidden === 'covered') covered = true;
    // The field alone is hidden, and nothing around it.
    if (place === element) self = hidden !== null;
    else if (hidden !== null) self = false;
    place = composedParent(place);
  }
  return { aside, covered, self };
}

/** The part of the page that all fields of a group stand in; what hides it hides the form as a whole. */
function boundaryOf({ form, fields }: Group): Element | null {
  if (form !== null) return form;
  const [first] = fields;
  let place = first === undefined ? null : composedParent(first);
  for (let level = 0; place !== null && level < MAX_LEVELS_UP; level += 1) {
    const around = place;
    if (fields.every((field) => isInside(field, around))) return place;
    place = composedParent(place);
  }
  return place;
}

function isInside(element: Element, around: Element): boolean {
  let place: Element | null = element;
  for (let level = 0; place !== null && level < MAX_LEVELS_UP * 2; level += 1) {
    if (place === around) return true;
    place = composedParent(place);
  }
  return false;
}

function isLikelyTrap(field: Field, aside: Element | null, boundary: Element, labels: readonly Element[]): boolean {
  if (attribute(field, 'tabindex').trim() === '-1') return true;
  let place: Element | null = field;
  for (let level = 0; place !== null && place !== boundary && level < MAX_LEVELS_UP; level += 1) {
    if (attribute(place, 'aria-hidden') === 'true') return true;
    if (place !== field && helpingWords('trap').test(readableWords(attribute(place, 'class').slice(0, 200))))
      return true;
    if (place === aside) break;
    place = composedParent(place);
  }
  const texts = [
    ...labels.map(wordsOf),
    ...['name', 'id', 'class', 'placeholder'].map((name) => attribute(field, name)),
  ];
  return texts.some((text) => helpingWords('trap').test(readableWords(text.slice(0, 200))));
}

/** Whether a person can open a part of the form: it says so, it is a step like others, or it holds more than a trap does. */
function opens(part: Element): boolean {
  if (Element.prototype.matches.call(part, OPENS)) return true;
  if (STEP.test(readableWords(`${attribute(part, 'class')} ${attribute(part, 'id')}`.slice(0, 200)))) return true;
  if (elementsUnder(part, PRESSED).length > 0) return true;
  return elementsUnder(part, 'input:not([type=hidden]),select,textarea').length > 2;
}

/** The fields of a group that nobody can see. `labelsOf` gives the labels of a field. */
export function unseenFields(
  group: Group,
  labelsOf: (field: Field) => readonly Element[],
  known: HiddenBy,
): ReadonlySet<Field> {
  const boundary = boundaryOf(group);
  const unseen = new Set<Field>();
  if (boundary === null) return unseen;
  const examined = group.fields
    .filter((field) => typeOf(field) !== 'hidden')
    .map((field) => ({ field, ...within(field, boundary, known) }));
  const shows = ({ field, aside, covered, self }: (typeof examined)[number]): boolean => {
    if (aside === null && !covered) return true;
    const isReplaced = REPLACED.test(typeOf(field)) || tagOf(field) === 'select';
    if (isReplaced && self) return true;
    return labelsOf(field).some((label) => {
      const at = within(label, boundary, known);
      return at.aside === null && !at.covered && wordsOf(label) !== '';
    });
  };
  const hidden = examined.filter((one) => {
    const isShown = shows(one);
    if (isShown) wereSeen.add(one.field);
    return !isShown && !wereSeen.has(one.field);
  });
  const isAllHidden = hidden.length === examined.length;
  for (const { field, aside, covered } of hidden) {
    const isTrap = isLikelyTrap(field, aside, boundary, labelsOf(field));
    if (isTrap || (!isAllHidden && (covered || (aside !== null && !opens(aside))))) unseen.add(field);
  }
  // Out of sight for everybody but those who read the page aloud, and kept from them.
  for (const { field } of examined) {
    const isKept = attribute(field, 'tabindex').trim() === '-1' && isAriaHidden(field, boundary);
    const isTyped = !REPLACED.test(typeOf(field)) && tagOf(field) !== 'select';
    if (isKept && isTyped && !isAllHidden) unseen.add(field);
  }
  return unseen;
}

function isAriaHidden(element: Element, boundary: Element): boolean {
  let place: Element | null = element;
  for (let level = 0; place !== null && place !== boundary && level < MAX_LEVELS_UP; level += 1) {
    if (hasAttribute(place, 'aria-hidden') && attribute(place, 'aria-hidden') === 'true') return true;
    place = composedParent(place);
  }
  return false;
}
