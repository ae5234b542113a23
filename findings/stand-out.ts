/** Which findings a person should read first. */
import type { Finding } from './finding.ts';
import type { Evidence } from './evidence.ts';
import { isKept } from './kept.ts';
import type { Report } from './report.ts';

/** From this weight on a thing is an ordinary part of a page, or said already by the lead: it never stands out. */
const ORDINARY = 4;
/** From this weight on only what the text is silent about stands out. */
const ONLY_SILENT = 3;
/** The weight of stored items that can tell one browser from others. */
const IDENTIFYING_WEIGHT = 2;
/** Holds stored items of every kind: it weighs as much as those among them that matter. */
const WEB_STORAGE = 'web-storage';
/** Reads the same contacts as other practices by another question: what came before the choice. */
const BEFORE_CHOICE = 'used-before-choice';

type JudgedPage = Pick<Report, 'findings' | 'items'>;

/** Names of the items of web storage that can tell one browser from others, as far as their form or our list tells. */
function identifyingNames(items: Report['items']): ReadonlySet<string> {
  const identifying = items.filter(
    (known) =>
      isKept(known) &&
      (known.item.store === 'local' || known.item.store === 'session') &&
      (known.knowledge?.identifier === true || known.item.shape === 'identifier' || known.item.shape === 'uuid'),
  );
  return new Set(identifying.map(({ item }) => item.name));
}

/** A finding with what it weighs, and the evidence by which it does. */
interface Weighed {
  readonly finding: Finding;
  readonly weight: number;
  readonly by: readonly Evidence[];
}

/** How much a finding matters to a person: its practice's weight, but for web storage that tells browsers apart. */
function weigh(finding: Finding, items: Report['items']): Weighed {
  const { practice, evidence } = finding;
  const identifying = practice.id === WEB_STORAGE ? identifyingNames(items) : new Set<string>();
  const by = evidence.filter((one) => 'name' in one && identifying.has(one.name));
  return by.length === 0
    ? { finding, weight: practice.weight, by: evidence }
    : { finding, weight: Math.min(IDENTIFYING_WEIGHT, practice.weight), by };
}

/** What brought a piece of evidence about: a contact, a form, a kept thing, or else itself. Equal texts are one cause. */
function causesOf(evidence: Evidence): readonly string[] {
  const { kind, host } = evidence;
  const cause = (...parts: readonly unknown[]): readonly string[] => [JSON.stringify(parts)];
  switch (kind) {
    case 'request':
    case 'pixel':
    case 'frame':
    case 'upload':
    case 'disguise':
      return cause('contact', host);
    case 'form':
      // That it leads somewhere is another fact than what it asks for.
      return evidence.calledBy === 'target'
        ? cause('target', host, evidence.words)
        : cause('form', host, evidence.target);
    case 'field':
      return cause('form', host, evidence.target);
    case 'identifier':
      return evidence.places.flatMap(({ name }) => cause('kept', name));
    case 'shared-identifier':
      return evidence.holders.flatMap(({ name }) => cause('kept', name));
    case 'cookie':
    case 'local':
    case 'session':
      return cause('kept', evidence.name);
    case 'indexed-db':
    case 'cache':
    case 'service-worker':
    case 'origin-file':
    case 'storage-bucket':
      return cause(kind, host, evidence.name);
    case 'link':
      return cause(kind, host, evidence.text);
    case 'read-out':
    case 'geolocation':
      return cause(kind, host, evidence.path);
    case 'typed-text':
      return cause(kind, host, evidence.field);
    case 'redirect':
      return cause(kind, host, evidence.way);
    case 'consent':
      return cause(kind, host, evidence.platform);
    case 'flash-object':
      return cause(kind, host, evidence.path);
    case 'flash-cookie':
      return cause(kind, host, evidence.key);
    case 'absence':
      return cause(kind, host, evidence.of);
  }
}

/** Whether it is about an identifier in several places or hands. */
const isOnIdentifier = ({ kind }: Evidence): boolean => kind === 'identifier' || kind === 'shared-identifier';

/**
 * Whether a finding tells no more than another that stands already: all of its causes are among the other's. Two findings on
 * identifiers have one cause as soon as one value is in both.
 */
function isSaidBy({ finding, by }: Weighed, { finding: other, by: otherBy }: Weighed): boolean {
  const own = new Set(by.flatMap(causesOf));
  const others = new Set(otherBy.flatMap(causesOf));
  if (own.size === 0) return false;
  const onIdentifiers = [by, otherBy].every((evidence) => evidence.every(isOnIdentifier));
  const shared = [...own].filter((cause) => others.has(cause)).length;
  if (onIdentifiers) return shared > 0;
  const isOfChoice = finding.practice.id === BEFORE_CHOICE || other.practice.id === BEFORE_CHOICE;
  return shared === own.size && (!isOfChoice || shared === others.size);
}

/**
 * The findings that matter most, at most `most`: a promise of the text that the page does not keep comes first, then what
 * weighs most to a person; among equals the order of the report, which begins where the text is silent. What is an ordinary part of a page never stands out, the lesser things only where the
 * text is silent, and of two findings with one cause only the first. There may be none.
 */
export function standOut({ findings, items }: JudgedPage, most: number): readonly Finding[] {
  const ranked = findings
    .map((finding) => weigh(finding, items))
    .filter(({ finding, weight }) => weight < ORDINARY && (weight < ONLY_SILENT || silence(finding) <= 0))
    .toSorted(
      (a, b) =>
        broken(a.finding) - broken(b.finding) ||
        a.weight - b.weight ||
        silence(a.finding) - silence(b.finding) ||
        a.finding.practice.weight - b.finding.practice.weight,
    );
  const chosen: Weighed[] = [];
  for (const one of ranked) {
    if (chosen.length >= most) break;
    if (!chosen.some((other) => isSaidBy(one, other))) chosen.push(one);
  }
  return chosen.map(({ finding }) => finding);
}

/** First what the text promises otherwise. */
function broken({ otherwise }: Finding): number {
  return otherwise === true ? 0 : 1;
}

/** Where a promise is broken, or the text is silent. */
function silence({ label, otherwise }: Finding): number {
  return otherwise === true || label === 'not-found' ? 0 : 1;
}
