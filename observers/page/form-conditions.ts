/** On what terms does a form ask? Which fields must be filled in, which boxes are ticked before anybody has ticked them, and which policy it links to. */
import type { Address } from '../../ledger/observation.ts';
import { typeOf, type Field, type Group } from './field-groups.ts';
import { readLink } from './links.ts';
import { attribute, composedParent, elementsUnder, hasAttribute } from './page-elements.ts';

/** How far around a form its policy link may stand, in elements that hold one another. */
const MAX_STEPS = 3;
/** An element with more links is a part of the page, and none that belongs to the form. */
const MAX_LINKS = 12;

/** What is asked of a field besides its meaning; nothing where nothing is. */
export interface Conditions {
  readonly required?: true;
  readonly preset?: true;
}

/**
 * The conditions of a field as the page's markup has them. Whether a box is ticked now is for nobody to read: the attribute `checked` says
 * whether it was from the start, and a person's press does not change it.
 */
export function conditionsOf(field: Field): Conditions {
  const isRequired = hasAttribute(field, 'required') || attribute(field, 'aria-required').trim() === 'true';
  const isPreset = typeOf(field) === 'checkbox' && hasAttribute(field, 'checked');
  return { ...(isRequired ? { required: true } : {}), ...(isPreset ? { preset: true } : {}) };
}

function policyUnder(element: Element, site: string): Address | null {
  for (const link of [...elementsUnder(element, 'a[href],area[href]')].slice(0, MAX_LINKS)) {
    const found = readLink(link, site);
    if (found?.role === 'policy' && found.address !== null) return found.address;
  }
  return null;
}

/** Whether an element may belong to a form: it holds no other, and few links. */
function isAround(element: Element): boolean {
  const links = elementsUnder(element, 'a[href],area[href]');
  return links.length <= MAX_LINKS && elementsUnder(element, 'form').length <= 1;
}

/** The address of the policy that is linked to in a form, or close around it; null for none. */
export function policyNear({ form, container }: Group, site: string): Address | null {
  const inside = form !== null || isAround(container) ? policyUnder(container, site) : null;
  if (inside !== null) return inside;
  let around = composedParent(container);
  for (let step = 0; step < MAX_STEPS && around !== null && isAround(around); step += 1) {
    const found = policyUnder(around, site);
    if (found !== null) return found;
    around = composedParent(around);
  }
  return null;
}
