/** What can be seen of a form without reading it: it tells whether there is anything new to read. */
import { MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import type { Group } from './field-groups.ts';
import { attribute, elementBefore, hasAttribute } from './page-elements.ts';
import { textContentOf } from './safe-document.ts';
import { FIELD_ATTRIBUTES } from './telling-attributes.ts';

/** Fields and buttons of a form that make its outline, and characters of its text. */
const MAX_FIELDS = 60;
const MAX_BUTTONS = 10;
const MAX_TEXT = 1500;
/** What can be seen of a group at little cost: while it stays the same, and in another group that is the same, nothing is read again. */
export function outlineOf({ form, fields, buttons }: Group): string {
  const element = form ?? fields[0];
  const marks = [...fields.slice(0, MAX_FIELDS), ...buttons.slice(0, MAX_BUTTONS)].map((field) =>
    // That it is there at all is what `required` says.
    FIELD_ATTRIBUTES.map((name) =>
      hasAttribute(field, name) ? `=${attribute(field, name).slice(0, MAX_NAME_LENGTH)}` : '',
    ).join(' '),
  );
  const heading = element === undefined ? null : elementBefore(element);
  const text = [element, heading].map((one) => (one == null ? '' : textContentOf(one).slice(0, MAX_TEXT))).join(' ');
  const ways = form === null ? '' : `${attribute(form, 'action')} ${attribute(form, 'method')}`;
  return [ways, fields.length, text.replace(/\s+/g, ' '), ...marks].join('\n');
}
