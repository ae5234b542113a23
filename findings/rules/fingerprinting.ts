/**
 * Did one script read what can tell this browser from others? By the thresholds of the literature, named in docs/method.md
 * with their sources; what is our own choice is marked as such there and here.
 */
import type { ReadOut } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import { handsOutForAll } from '../../recognition/delivery-hosts.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule, Recognised } from '../recognised.ts';

type Read = Visit['readOuts'][number];
/** What a fingerprint is made of. Listeners and the place are other practices. */
type Part = Exclude<ReadOut, 'listeners' | 'location'>;

/** Englehardt and Narayanan 2016: the smallest canvas, and the smallest part of it, in pixels each way. */
const MIN_CANVAS_SIDE = 16;
/** The same: colours, or else distinct characters, of the text that is drawn. */
const MIN_COLOURS = 2;
const MIN_CHARACTERS = 10;
/** Our own choice: a number on a badge and a test for one emoji are drawn in two colours, too; text has letters. */
const MIN_LETTERS = 2;
/** The same: distinct fonts, and how often one text was measured. */
const MIN_FONTS = 50;
const MIN_MEASURES = 50;
/** Our own choice: so many properties of navigator and screen are more than a page needs to fit its window and language. */
const MIN_PROPERTIES = 10;
/** Our own choice: so many fonts are more than a page draws with. */
const SOME_FONTS = 20;
/** Our own choice: parts that must come together where none of them is enough alone; navigator is one of them. */
const MIN_PARTS = 3;

const PARTS: readonly Part[] = ['canvas', 'fonts', 'webgl', 'audio', 'navigator'];

const counted =
  ({ measures }: Read) =>
  (name: string): number =>
    measures[name] ?? 0;

/** Whether it is fingerprinting by itself. */
function isEnough(read: Read): boolean {
  const of = counted(read);
  switch (read.readOut) {
    case 'canvas':
      return (
        isTextRead(read) &&
        ((of('colours') >= MIN_COLOURS && of('letters') >= MIN_LETTERS) || of('characters') >= MIN_CHARACTERS)
      );
    case 'fonts':
      return of('fonts') >= MIN_FONTS && of('measures') >= MIN_MEASURES;
    case 'audio':
      return isSoundRead(read) && of('renders') > 0;
    default:
      return false;
  }
}

/** Whether it is part of fingerprinting when others come with it. */
function isPart(read: Read): boolean {
  const of = counted(read);
  switch (read.readOut) {
    case 'canvas':
      return isTextRead(read) && of('letters') >= MIN_LETTERS;
    case 'fonts':
      return of('fonts') >= SOME_FONTS;
    case 'audio':
      return isSoundRead(read);
    case 'webgl':
      return of('unmasked') > 0;
    case 'navigator':
      return of('properties') >= MIN_PROPERTIES;
    case 'listeners':
    case 'location':
      return false;
  }
}

/** Text was drawn on a canvas that is large enough, its points were read, and nothing was done that drawing programs do. */
function isTextRead(read: Read): boolean {
  const of = counted(read);
  const isLarge = of('width') >= MIN_CANVAS_SIDE && of('height') >= MIN_CANVAS_SIDE;
  return isLarge && of('characters') > 0 && of('reads') > 0 && of('saves') === 0;
}

/** A made tone went through a node whose sums differ between machines, and the result was read. */
function isSoundRead(read: Read): boolean {
  const of = counted(read);
  const isRead = of('reads') > 0 || (of('renders') > 0 && of('levels') > 0);
  return of('oscillators') > 0 && of('compressors') + of('analysers') > 0 && isRead;
}

/** Reads of one script; of one company's host together, since a collector may come in several files: not so on a host of everybody's. */
function byScript({ visit, companyOf }: Recognised): Read[][] {
  const reads = visit.readOuts.filter(({ readOut }) => readOut !== 'listeners' && readOut !== 'location');
  const groups = Map.groupBy(reads, ({ script, path }) => {
    if (script === null) return path;
    return companyOf(script).relation === 'other' && !handsOutForAll(script, companyOf) ? script : script + path;
  });
  return [...groups.values()];
}

function evidenceOf(reads: readonly Read[], { companyOf }: Recognised): Evidence[] {
  const parts = PARTS.filter((part) => reads.some((read) => read.readOut === part && (isEnough(read) || isPart(read))));
  const together = parts.length >= MIN_PARTS && parts.includes('navigator');
  const [first] = reads;
  // Where no script is known, what several of them read may have been added up: only what is enough alone counts.
  if (first === undefined || !(reads.some(isEnough) || (together && first.script !== null))) return [];
  const paths = new Set(reads.map(({ path }) => path));
  const host = first.script ?? first.host;
  return [
    {
      kind: 'read-out',
      path: paths.size === 1 ? first.path : '',
      parts,
      host,
      // A file on a host that serves anybody's files may be anybody's.
      ...(handsOutForAll(host, companyOf) ? { behind: '' } : {}),
      at: Math.min(...reads.map(({ at }) => at)),
      count: 1,
    },
  ];
}

/** One piece of evidence for each script that fingerprints. */
export const fingerprinting: PracticeRule = (recognised) =>
  byScript(recognised).flatMap((reads) => evidenceOf(reads, recognised));
