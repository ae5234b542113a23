/** Which words name a field: labels in its own part of the page, and the question of the group that it stands in. */
import { MAX_NAME_LENGTH } from '../../ledger/observation.ts';
import { inOrder, typeOf, type Field } from './field-groups.ts';
import { attribute, composedParent, hasAttribute } from './page-elements.ts';
import { textsIn } from './page-text.ts';
import { childrenOf, closest, contains, isInPage, rootOf, tagOf } from './safe-document.ts';

/** Labels that name a field by its id. */
export interface Labels {
  /** Takes in labels that are new. */
  readonly add: (labels: Iterable<Element>) => void;
  /** Those for an id in a root, in the order of the page. */
  readonly named: (root: Node, id: string) => readonly Element[];
}

/** Most questions that are read above a field, and how far up they are looked for. */
const MAX_QUESTIONS = 2;
const MAX_LEVELS_UP = 20;
/** Most ids of one `aria-labelledby`. */
const MAX_IDS = 5;
const GROUPS = /^(?:group|radiogroup)$/;

/** Most labels that are known before those that have gone are sought out. */
const MANY = 1000;

/** No labels at first. Kept, since asking each field for its labels would have the browser walk the page once for each. */
export function createLabels(): Labels {
  const byId = new Map<string, Set<Element>>();
  let count = 0;
  let most = MANY;

  function forget(): void {
    count = 0;
    for (const [id, labels] of byId) {
      for (const label of labels) if (!isInPage(label)) labels.delete(label);
      if (labels.size === 0) byId.delete(id);
      count += labels.size;
    }
    most = MANY + 2 * count;
  }

  return {
    add(labels) {
      for (const label of labels) {
        const id = attribute(label, 'for');
        const known = byId.get(id) ?? new Set();
        byId.set(id, known.add(label));
        count += 1;
      }
      if (count > most) forget();
    },
    named(root, id) {
      const stands = (label: Element): boolean =>
        isInPage(label) && rootOf(label) === root && attribute(label, 'for') === id;
      return [...(byId.get(id) ?? [])].filter(stands).sort(inOrder);
    },
  };
}

/**
 * The labels of a field: those that name its id and the one around it. Two forms may use one id: then the label of the same form
 * counts, and of several there the nearest before the field.
 */
export function labelsOf(field: Field, labels: Labels): readonly Element[] {
  const around = closest(field, 'label');
  const id = attribute(field, 'id');
  const named = id === '' ? [] : labels.named(rootOf(field), id);
  const form = closest(field, 'form');
  const near = form === null ? named : named.filter((label) => contains(form, label));
  const fitting = near.length > 0 ? near : named.filter((label) => closest(label, 'form') === null);
  const before = fitting.filter(
    (label) => (label.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const [first] = fitting;
  const best = before.at(-1) ?? first;
  return [best, around].filter((label) => label != null);
}

/** The words of an element, as a person reads them. */
export function wordsOf(element: Element): string {
  return textsIn(element, MAX_NAME_LENGTH).join(' ');
}

/** What `aria-labelledby` leads to, in the element's own root, and `aria-label`. */
export function ariaNames(element: Element): string[] {
  const ids = attribute(element, 'aria-labelledby').split(/\s+/, MAX_IDS).filter(Boolean);
  const root = ids.length === 0 ? null : rootOf(element);
  const isFragment = root instanceof ShadowRoot;
  if (root === null || !(isFragment || root.nodeType === Node.DOCUMENT_NODE)) return [attribute(element, 'aria-label')];
  const named = ids.flatMap((id) => {
    const found = isFragment
      ? DocumentFragment.prototype.getElementById.call(root, id)
      : Document.prototype.getElementById.call(root as Document, id);
    return found ?? [];
  });
  return [named.map(wordsOf).join(' '), attribute(element, 'aria-label')];
}

/** The legends and the names of the groups around a field, the nearest first, up to `boundary`, itself counted. */
export function questionsOf(field: Field, boundary: Element): string[] {
  const questions: string[] = [];
  let place = composedParent(field);
  for (let level = 0; place !== null && level < MAX_LEVELS_UP; level += 1) {
    if (tagOf(place) === 'fieldset') {
      const legend = [...childrenOf(place)].find((child) => tagOf(child) === 'legend');
      if (legend !== undefined) questions.push(wordsOf(legend));
    }
    if (tagOf(place) === 'fieldset' || GROUPS.test(attribute(place, 'role'))) questions.push(...ariaNames(place));
    if (place === boundary || questions.filter(Boolean).length >= MAX_QUESTIONS) break;
    place = composedParent(place);
  }
  return questions.filter(Boolean).slice(0, MAX_QUESTIONS);
}

/**
 * Whether a box or a radio button is one of several answers: radio buttons always are, boxes where they share a name, or stand in a
 * group that asks a question.
 */
export function isAnswer(field: Field, siblings: readonly Field[], questions: readonly string[]): boolean {
  const type = typeOf(field);
  if (type === 'radio') return siblings.some((other) => other !== field && sharesName(field, other));
  if (type !== 'checkbox') return false;
  if (siblings.some((other) => other !== field && sharesName(field, other))) return true;
  if (questions.length === 0) return false;
  return siblings.filter((other) => typeOf(other) === 'checkbox').length > 1;
}

function sharesName(one: Field, other: Field): boolean {
  const name = attribute(one, 'name');
  return (
    name !== '' && typeOf(one) === typeOf(other) && attribute(other, 'name') === name && hasAttribute(other, 'name')
  );
}
