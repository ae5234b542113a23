/**
 * The structure of forms: which fields, what they ask for, where they are sent. What stands in a field is never read: no
 * line here touches `value`, but for the attribute by which a submit button is labelled.
 */
import {
  clip,
  MAX_NAME_LENGTH,
  toAddress,
  type Address,
  type FieldMeaning,
  type FormObservation,
} from '../../ledger/observation';
import { clock } from '../clock';
import { groupsIn, typeOf, type Group } from './field-groups';
import { fieldMarks, fieldName } from './field-marks';
import { fieldMeaning } from './field-meaning';
import { formPurposes } from './form-purpose';
import { textsOf } from './form-words';
import { firstSightings } from './first-sightings';
import type { PageObserver } from './observer';
import { attribute, documentHost, elementsIn, hasAttribute, openRoots, resolved, type Root } from './page-elements';
import { textsIn } from './page-words';

type Method = FormObservation['method'];

const MAX_FORMS = 40;
const MAX_FIELDS = 60;
/** What fields without a form must ask for to be worth telling: else they are switches of the page. */
const UNREMARKABLE: readonly FieldMeaning[] = ['other', 'consent-box', 'hidden'];

/** Labels by the id of their field: asking each field for its labels would walk the page once for each. */
function labelsIn(roots: readonly Root[]): ReadonlyMap<string, string> {
  return new Map(
    elementsIn(roots, 'label[for]').map((label) => [
      attribute(label, 'for'),
      textsIn(label, MAX_NAME_LENGTH).join(' '),
    ]),
  );
}

function readFields(group: Group, labels: ReadonlyMap<string, string>): FormObservation['fields'] {
  const fields: { name: string; meaning: FieldMeaning }[] = [];
  const choices = new Set<string>();
  for (const field of group.fields) {
    if (fields.length >= MAX_FIELDS) break;
    const type = typeOf(field);
    const name = fieldName(field);
    // Ten radio buttons of one name are one question.
    if (type === 'radio' && choices.has(name)) continue;
    choices.add(name);
    fields.push({
      name: clip(name, MAX_NAME_LENGTH),
      meaning: fieldMeaning(fieldMarks(field, labels.get(attribute(field, 'id')) ?? '')),
    });
  }
  return fields;
}

/** An address that a form can be sent to; `null` for what only script knows ('', '#', 'javascript:…'). */
function targetOf(written: string): Address | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  return toAddress(resolved(trimmed));
}

/** Where a group is sent: another company's address counts before the page's own, whether form or button names it. */
function destinationOf({ form, buttons }: Group, host: string): Address | null {
  if (form === null) return null;
  const targets = [form, ...buttons]
    .map((element) => targetOf(attribute(element, element === form ? 'action' : 'formaction')))
    .filter((target) => target !== null);
  return targets.find((target) => target.host !== host) ?? targets[0] ?? null;
}

function methodOf({ form, buttons }: Group, target: Address | null): Method {
  if (form === null) return 'none';
  const button = buttons.find((element) => hasAttribute(element, 'formmethod'));
  const written = (attribute(form, 'method') || (button ? attribute(button, 'formmethod') : '')).toLowerCase();
  if (written === 'post' || written === 'dialog') return written;
  return target === null ? 'none' : 'get';
}

/** Ids that stay with an element as long as it is in the document; `run` keeps those of two documents of one host apart. */
const ids = new WeakMap<Element, string>();
const run = Math.random().toString(36).slice(2, 7);
let idsGiven = 0;

function idOf({ form, container }: Group): string {
  const known = ids.get(container);
  if (known !== undefined) return known;
  idsGiven += 1;
  const id = `${form === null ? 'loose' : 'form'}-${run}-${String(idsGiven)}`;
  ids.set(container, id);
  return id;
}

function readGroup(group: Group, labels: ReadonlyMap<string, string>, host: string): FormObservation | null {
  const fields = readFields(group, labels);
  const meanings = new Set(fields.map(({ meaning }) => meaning));
  if (fields.length === 0) return null;
  if (group.form === null && fields.every(({ meaning }) => UNREMARKABLE.includes(meaning))) return null;
  const target = destinationOf(group, host);
  const longText = group.fields.some((field) => field.localName === 'textarea');
  return {
    kind: 'form',
    at: clock.now(),
    id: idOf(group),
    host,
    target,
    method: methodOf(group, target),
    fields,
    ...formPurposes(meanings, textsOf(group), longText),
  };
}

/** Reports each form and each group of loose fields, and again when its structure has changed. */
export const observeForms: PageObserver = (watch) => {
  const told = new Map<string, string>();
  const isFirst = firstSightings(watch, 'forms', MAX_FORMS);
  watch.onDom(() => {
    const roots = openRoots();
    const host = documentHost();
    const groups = groupsIn(roots);
    if (groups.length === 0) return;
    const labels = labelsIn(roots);
    for (const group of groups) {
      const form = readGroup(group, labels, host);
      if (form === null) continue;
      const signature = JSON.stringify({ ...form, at: 0 });
      if (told.get(form.id) === signature || !(told.has(form.id) || isFirst(form.id))) continue;
      told.set(form.id, signature);
      watch.report(form);
    }
  });
};
