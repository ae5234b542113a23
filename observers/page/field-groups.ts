/** Which fields belong together: those of a form, or those that stand close to each other outside of any. */
import { attribute, elementsIn, type Root } from './page-elements.ts';
import { closest, documentElement, rootOf } from './safe-document.ts';

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Types of inputs that are buttons. */
export const BUTTONS = /^(?:submit|button|image|reset)$/;
/** Where a group of fields without a form ends. */
export const CONTAINERS =
  'section,article,aside,dialog,header,footer,nav,main,fieldset,[role=form],[role=search],[role=dialog]';
/** The fields of a form; `form` is null where they stand outside of any. */
export interface Group {
  readonly form: Element | null;
  readonly container: Element;
  readonly fields: Field[];
  readonly buttons: Element[];
}

/** Fields and buttons by their form, or without a form by the nearest container. */
export function groupsIn(roots: readonly Root[]): Group[] {
  const groups = new Map<Element, Group>();
  for (const element of elementsIn<Field | HTMLButtonElement>(roots, 'input,select,textarea,button')) {
    // `element.form` and not `closest`: a field may stand elsewhere and name its form.
    const form = element.form ?? formAround(element);
    const container = form ?? closest(element, CONTAINERS) ?? hostOf(element);
    let group = groups.get(container);
    if (group === undefined) {
      group = { form, container, fields: [], buttons: [] };
      groups.set(container, group);
    }
    const isButton = element.localName === 'button' || BUTTONS.test(typeOf(element));
    if (isButton) group.buttons.push(element);
    else group.fields.push(element as Field);
  }
  return [...groups.values()];
}

/** Most trees that are left to find the form around a component. */
const MAX_TREES = 5;

/** The form around the component in whose shadow tree a field stands: the browser does not count the field as the form's, people do. */
function formAround(element: Element): HTMLFormElement | null {
  let root = rootOf(element);
  for (let level = 0; root instanceof ShadowRoot && level < MAX_TREES; level += 1) {
    const form = closest(root.host, 'form');
    if (form instanceof HTMLFormElement) return form;
    root = rootOf(root.host);
  }
  return null;
}

function hostOf(element: Element): Element {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : (documentElement() ?? element);
}

/** The type as it is written, lower case; '' when none is. */
export function typeOf(field: Element): string {
  return attribute(field, 'type').trim().toLowerCase();
}
