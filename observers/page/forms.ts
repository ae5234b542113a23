/**
 * The structure of forms: which fields, what they ask for, where they are sent. What stands in a field is never read: no
 * line here touches `value`, but for the attribute by which a submit button is labelled.
 */
import { clip, MAX_NAME_LENGTH, type FieldMeaning, type FormObservation } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { inSlices } from './dom-scan.ts';
import { createGroups, MEMBERS, typeOf, type Field, type Group } from './field-groups.ts';
import { createLabels, labelsOf, type Labels } from './field-labels.ts';
import { fieldMarks, fieldName } from './field-marks.ts';
import { fieldMeaning } from './field-meaning.ts';
import { firstSightings } from './first-sightings.ts';
import { conditionsOf, policyNear } from './form-conditions.ts';
import { structureId } from './form-identity.ts';
import { outlineOf } from './form-outline.ts';
import { formPurposes } from './form-purpose.ts';
import { destinationOf, methodOf } from './form-target.ts';
import { textsOf } from './form-words.ts';
import type { PageObserver } from './observer.ts';
import { documentHost } from './page-elements.ts';
import { isInPage } from './safe-document.ts';
import { unseenFields, type HiddenBy } from './unseen-fields.ts';

const MAX_FORMS = 40;
const MAX_FIELDS = 60;
/** Fields of a form that are looked at. */
const MAX_READ = 200;
/** Forms that are read for nothing once there is no room for more. */
const MAX_BEYOND = 20;
/** Outlines of forms that are remembered in a visit. */
const MAX_OUTLINES = 500;
/** What fields without a form must ask for to be worth a report: else they are switches of the page. */
const UNREMARKABLE: readonly FieldMeaning[] = ['other', 'consent-box', 'hidden'];

/** What one round of reading all forms needs of the whole page. */
interface Round {
  readonly host: string;
  /** What is under it is the page's own. */
  readonly site: string;
  readonly labels: Labels;
  readonly hiddenBy: HiddenBy;
}

interface ReadFields {
  readonly fields: FormObservation['fields'];
  /** Those that somebody can see. */
  readonly asked: readonly Field[];
}

function readFields(group: Group, { labels, hiddenBy }: Round): ReadFields {
  const fields: FormObservation['fields'][number][] = [];
  const asked: Field[] = [];
  const choices = new Map<string, number>();
  const boundary = group.form ?? group.container;
  const of = (field: Field): readonly Element[] => labelsOf(field, labels);
  const unseen = unseenFields(group, of, hiddenBy);
  for (const field of group.fields.slice(0, MAX_READ)) {
    if (fields.length >= MAX_FIELDS) break;
    const type = typeOf(field);
    const name = clip(fieldName(field), MAX_NAME_LENGTH);
    // What nobody sees asks nobody: a trap for robots is a hidden field.
    if (unseen.has(field)) {
      fields.push({ name, meaning: 'hidden' });
      continue;
    }
    asked.push(field);
    const meaning = fieldMeaning(fieldMarks(field, of(field), boundary, group.fields));
    // Ten radio buttons or boxes of one name are one question.
    const key = /^(?:radio|checkbox)$/.test(type) && name !== '' ? `${type} ${name}` : null;
    const place = key === null ? undefined : choices.get(key);
    if (place !== undefined) {
      const known = fields[place];
      if (known !== undefined)
        fields[place] = { ...known, ...conditionsOf(field), ...(known.meaning === 'other' ? { meaning } : {}) };
      continue;
    }
    if (key !== null) choices.set(key, fields.length);
    fields.push({ name, meaning, ...conditionsOf(field) });
  }
  return { fields, asked };
}

function readGroup(group: Group, round: Round): FormObservation | null {
  const { fields, asked } = readFields(group, round);
  const meanings = new Set(fields.map(({ meaning }) => meaning));
  if (fields.length === 0) return null;
  if (group.form === null && fields.every(({ meaning }) => UNREMARKABLE.includes(meaning))) return null;
  const target = destinationOf(group, round.host);
  const longText = asked.some((field) => field.localName === 'textarea');
  const structure = {
    host: round.host,
    target,
    method: methodOf(group, target),
    fields,
    ...formPurposes(meanings, textsOf({ ...group, fields: [...asked] }), longText),
  };
  const id = structureId(structure, group.form !== null);
  return { kind: 'form', at: clock.now(), id, ...structure, policy: policyNear(group, round.site) };
}

/** A field that is drawn when nothing hides it. */
const isDrawn = (field: Field): boolean => typeOf(field) !== 'hidden';

/** Reports each form and each group of loose fields, and again when its structure has changed. */
export const observeForms: PageObserver = (watch) => {
  const reported = new Map<string, string>();
  /** Which id an element's form was reported under: it stays the same when the form grows. */
  const ids = new WeakMap<Element, string>();
  const outlines = new WeakMap<Element, string>();
  /** Groups with fields that nobody could see. */
  const withUnseen = new Set<Group>();
  const groups = createGroups();
  const labels = createLabels();
  /** Outlines that have been read: a shop has hundreds of forms alike. */
  const read = new Set<string>();
  const isFirst = firstSightings(watch, 'forms', MAX_FORMS);
  let round: Round | null = null;
  let outside = 0;

  function readAndReport(group: Group): void {
    if (round === null) return;
    const outline = outlineOf(group);
    const before = outlines.get(group.container);
    // What nobody could see may have been opened since; nothing but its style tells.
    if (before === outline && !withUnseen.has(group)) return;
    if (before === undefined && read.has(outline)) return;
    // Beyond the cap nothing is reported, so nothing is read but what has been reported before.
    if (before === undefined && outside >= MAX_BEYOND) return;
    outlines.set(group.container, outline);
    if (read.size < MAX_OUTLINES) read.add(outline);
    const form = readGroup(group, round);
    if (form === null) return;
    const isUnseen = form.fields.some(({ meaning }) => meaning === 'hidden') && group.fields.some(isDrawn);
    if (isUnseen) withUnseen.add(group);
    else withUnseen.delete(group);
    const id = ids.get(group.container) ?? form.id;
    const named = { ...form, id };
    const signature = JSON.stringify({ ...named, at: 0 });
    if (reported.get(id) === signature) return;
    if (!reported.has(id) && !isFirst(id)) {
      outside += 1;
      return;
    }
    ids.set(group.container, id);
    reported.set(id, signature);
    watch.report(named);
  }

  const readAll = inSlices(watch.signal, readAndReport);
  watch.onDom((changes) => {
    labels.add(changes.elements('label[for]'));
    groups.add(changes.elements(MEMBERS));
    groups.touch([...changes.touched, ...changes.elements('form')]);
    for (const group of withUnseen) if (!isInPage(group.container)) withUnseen.delete(group);
    const changed = new Set([...groups.takeChanged(), ...withUnseen]);
    if (changed.size === 0) return;
    round = { host: documentHost(), site: watch.site, labels, hiddenBy: new Map() };
    readAll(changed);
  });
};
