/** Which fields belong together: those of a form, or those that stand close to each other outside of any. */
import { attribute, composedParent } from './page-elements.ts';
import { closest, documentElement, elementBehind, isInPage, rootOf, tagOf } from './safe-document.ts';

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

/** What makes up groups. */
export const MEMBERS = 'input,select,textarea,button';
/** Longest way up to a group from what has changed. */
const MAX_LEVELS_UP = 100;

/** The groups of a page, as they grow and shrink with it. */
export interface Groups {
  /** Takes in fields and buttons that are new, or stand elsewhere now. */
  readonly add: (members: Iterable<Element>) => void;
  /** Notes that something in or near these elements has changed. */
  readonly touch: (elements: Iterable<Element>) => void;
  /** The groups to which anything has happened since the last call, in the order in which they came. */
  readonly takeChanged: () => Group[];
}

/** No groups at first. */
export function createGroups(): Groups {
  /** By their form, or without a form by the nearest container. */
  const groups = new Map<Element, Group>();
  const placeOf = new WeakMap<Element, Group>();
  const changed = new Set<Group>();

  function groupFor(element: Member): Group {
    // `element.form` and not `closest`: a field may stand elsewhere and name its form.
    const form = element.form ?? formAround(element);
    const container = form ?? closest(element, CONTAINERS) ?? hostOf(element);
    const known = groups.get(container);
    if (known !== undefined) return known;
    const group = { form, container, fields: [], buttons: [] };
    groups.set(container, group);
    return group;
  }

  function add(element: Member): void {
    const group = groupFor(element);
    changed.add(group);
    if (placeOf.get(element) === group) return;
    placeOf.set(element, group);
    const isButton = tagOf(element) === 'button' || BUTTONS.test(typeOf(element));
    (isButton ? group.buttons : (group.fields as Element[])).push(element);
  }

  /** Takes out what stands in it no more, and puts the rest in the order of the page. */
  function tidy(group: Group): void {
    const stays = (element: Element): boolean => {
      if (!isInPage(element)) placeOf.delete(element);
      else if (groupFor(element as Member) !== group) add(element as Member);
      else return placeOf.get(element) === group;
      return false;
    };
    for (const list of [group.fields, group.buttons])
      list.splice(0, list.length, ...(list.filter(stays).sort(inOrder) as Field[]));
    if (group.fields.length + group.buttons.length === 0) {
      groups.delete(group.container);
      changed.delete(group);
    }
  }

  return {
    add(members) {
      for (const element of members) add(element as Member);
    },
    touch(elements) {
      const passed = new Set<Element>();
      for (const element of elements) {
        let place: Element | null = element;
        for (let level = 0; place !== null && level < MAX_LEVELS_UP && !passed.has(place); level += 1) {
          passed.add(place);
          const behind = elementBehind(place);
          for (const container of [place, behind]) {
            const group = container === null ? undefined : groups.get(container);
            if (group !== undefined) changed.add(group);
          }
          place = composedParent(place);
        }
      }
    },
    takeChanged() {
      for (const group of changed) tidy(group);
      const all = [...changed];
      changed.clear();
      return all;
    },
  };
}

type Member = Field | HTMLButtonElement;

/** By where they stand. Those of different trees stay as they came. */
export function inOrder(one: Element, other: Element): number {
  if (rootOf(one) !== rootOf(other)) return 0;
  return (Node.prototype.compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
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
