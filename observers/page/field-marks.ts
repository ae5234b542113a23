/** What a field shows of itself: its attributes and the words around it, never what is in it. */
import { MAX_NAME_LENGTH } from '../../ledger/observation';
import { typeOf, type Field } from './field-groups';
import type { FieldMarks } from './field-meaning';
import { attribute } from './page-elements';
import { textsIn } from './page-words';

/** The marks of a field. `label`: the words of a label that names the field and stands elsewhere. */
export function fieldMarks(field: Field, label: string): FieldMarks {
  const around = field.closest('label');
  return {
    tag: field.localName,
    type: typeOf(field),
    autocomplete: attribute(field, 'autocomplete'),
    words: [
      attribute(field, 'name'),
      attribute(field, 'id'),
      attribute(field, 'placeholder'),
      attribute(field, 'aria-label'),
      attribute(field, 'title'),
      label,
      around === null ? '' : textsIn(around, MAX_NAME_LENGTH).join(' '),
    ].join(' '),
  };
}

/** The name that a field goes by: its own, else its id. */
export function fieldName(field: Field): string {
  return attribute(field, 'name') || attribute(field, 'id');
}
