/** What a field shows of itself: its attributes and the words around it, never what is in it. */
import { typeOf, type Field } from './field-groups.ts';
import { ariaNames, isAnswer, questionsOf, wordsOf } from './field-labels.ts';
import type { FieldMarks } from './field-meaning.ts';
import { attribute } from './page-elements.ts';
import { rootOf } from './safe-document.ts';

/** Attributes by which a component around a field names it, where the field stands in its shadow tree. */
const HOST_NAMES = ['label', 'aria-label', 'placeholder', 'name', 'id'];

/** What a component says of the field in its shadow tree; nothing for a field of the page itself. */
function hostNames(field: Field): string[] {
  const root = rootOf(field);
  return root instanceof ShadowRoot ? HOST_NAMES.map((name) => attribute(root.host, name)) : [];
}

/** The marks of a field. `labels`: its labels. `boundary`: its form, or what holds it. `siblings`: the fields of the same. */
export function fieldMarks(
  field: Field,
  labels: readonly Element[],
  boundary: Element,
  siblings: readonly Field[],
): FieldMarks {
  const named = (...names: readonly string[]): string[] => names.map((name) => attribute(field, name));
  const questions = questionsOf(field, boundary);
  const answer = isAnswer(field, siblings, questions);
  const names = [...named('name', 'id'), ...hostNames(field)];
  return {
    tag: field.localName,
    type: typeOf(field),
    autocomplete: attribute(field, 'autocomplete'),
    inputmode: attribute(field, 'inputmode').trim().toLowerCase(),
    texts: [...labels.map(wordsOf), ...ariaNames(field), ...named('placeholder', 'title'), ...(answer ? [] : names)],
    questions: answer ? [...questions, attribute(field, 'name')] : questions,
    isAnswer: answer,
  };
}

/** The name that a field goes by: its own, else its id, else that of the component whose shadow tree it stands in. */
export function fieldName(field: Field): string {
  const own = attribute(field, 'name') || attribute(field, 'id');
  const root = rootOf(field);
  if (!(root instanceof ShadowRoot)) return own;
  return attribute(field, 'name') || attribute(root.host, 'name') || attribute(root.host, 'id') || own;
}
