/** Which words stand in a form and near it? */
import { MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import { BUTTONS, typeOf, type Group } from './field-groups.ts';
import { ariaNames } from './field-labels.ts';
import { attribute, composedParent, elementBefore, parentOf } from './page-elements.ts';
import { textsIn } from './page-text.ts';
import { documentBody } from './safe-document.ts';

/** How much text is read in a form, and near it, in characters. */
const TEXT_IN_FORM = 1500;
const TEXT_NEAR_FORM = 400;
/** How far up the words near a form are looked for, and how long they are at least. */
const MAX_LEVELS_UP = 3;
const SHORTEST_HEADING = 4;

/** Most fields and buttons whose own labels are read. */
const MAX_LABELS = 60;

/** What a button or a field bears as its words. */
function labelsOn(element: Element): string[] {
  const label = element.localName === 'input' && BUTTONS.test(typeOf(element)) ? attribute(element, 'value') : '';
  return [label, attribute(element, 'placeholder'), attribute(element, 'aria-label')];
}

/** Texts in the form, then the nearest ones around it, then the names that its makers gave it. */
export function textsOf({ form, fields, buttons }: Group): string[] {
  const core = form ?? (fields[0] === undefined ? null : (parentOf(fields[0]) ?? composedParent(fields[0])));
  if (core === null) return [];
  const texts = textsIn(core, TEXT_IN_FORM);
  const own = lengthOf(texts);
  const names: string[] = [];
  for (let level = 0, place: Element = core; level < MAX_LEVELS_UP; level += 1) {
    const around = parentOf(place);
    if (around === null) break;
    // A dialog may bear its heading as a name alone.
    names.push(...ariaNames(around));
    // The page as a whole is not near: of it, what stands right before.
    const isPage = around === documentBody();
    const nearby = isPage ? textsBefore(place) : textsIn(around, own + TEXT_NEAR_FORM);
    if (isPage || lengthOf(nearby) > own + SHORTEST_HEADING) {
      texts.push(...nearby.filter((text) => !texts.includes(text)));
      break;
    }
    place = around;
  }
  for (const element of [...fields.slice(0, MAX_LABELS), ...buttons.slice(0, MAX_LABELS)])
    texts.push(...labelsOn(element));
  texts.push(...names);
  for (const name of ['aria-label', 'id', 'name', 'class']) texts.push(attribute(core, name).slice(0, MAX_NAME_LENGTH));
  return texts.filter((text) => text !== '');
}

function textsBefore(element: Element): string[] {
  const before = elementBefore(element);
  return before === null ? [] : textsIn(before, TEXT_NEAR_FORM);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
