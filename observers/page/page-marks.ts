/** The marks by which a page shows whose it is: addresses that it loads, links and forms, elements, its footer's words. */
import type { MarkObservation } from '../../ledger/observation.ts';
import type { MarkFinder } from '../../recognition/mark-finder.ts';
import { clock } from '../clock.ts';
import { inSlices } from './dom-scan.ts';
import { firstSightings } from './first-sightings.ts';
import type { PageObserver } from './observer.ts';
import type { PageChanges } from './page-changes.ts';
import { attribute, resolved } from './page-elements.ts';
import { textsIn } from './page-text.ts';
import { documentElement, tagOf } from './safe-document.ts';

type Place = MarkObservation['on'];

const MAX_MARKS = 60;
/** Different things told of one mark in one kind of place: a copied page bears another site's folder beside its own. */
const MAX_DETAILS = 8;
/** Addresses that are remembered as looked at; beyond it the oldest half is looked at again, where it still stands. */
const MAX_LOOKED = 2000;
/** Longest address that may be a mark, as written. */
const MAX_WRITTEN = 2000;
/** Written so, it leads to no host: a picture in the page itself may be a megabyte long. */
const NO_HOST = /^\s{0,9}(?:#|data:|blob:|about:|javascript:|mailto:|tel:)/i;
/** How much text is read of each footer, or of the end of a page without one, in characters. */
const FOOTER_TEXT = 3000;
const MAX_FOOTERS = 5;
/** Most nodes that are walked back from the end of a page. */
const MAX_NODES = 1500;

/** Elements whose address may be a mark: which of their attributes holds it, and what kind of place it is. */
const BEARERS: Readonly<Record<string, readonly [attribute: string, place: Place]>> = {
  script: ['src', 'script'],
  iframe: ['src', 'frame'],
  frame: ['src', 'frame'],
  img: ['src', 'image'],
  link: ['href', 'style'],
  form: ['action', 'form'],
  a: ['href', 'link'],
  area: ['href', 'link'],
};
const BEARING =
  'script[src],iframe[src],frame[src],img[src],link[rel~=stylesheet][href],form[action],a[href],area[href]';
const FOOTERS = 'footer,[role=contentinfo],#footer,.footer';

function joinedSelectors(marks: MarkFinder['selectors']): string {
  return marks.map(({ selector }) => selector).join(',');
}

/** The last words of the page, for one that marks no footer: text nodes from the end backwards. */
function lastWords(): string {
  const top = documentElement();
  if (top === null) return '';
  const walker = Document.prototype.createTreeWalker.call(
    document,
    top,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  while (walker.lastChild() !== null);
  let words = '';
  for (let walked = 0; walked < MAX_NODES && words.length < FOOTER_TEXT; walked += 1) {
    const node = walker.currentNode;
    const isWords =
      node.nodeType === Node.TEXT_NODE && !/^(?:script|style|noscript)$/i.test(node.parentNode?.nodeName ?? '');
    const text = isWords ? (node.nodeValue?.slice(-FOOTER_TEXT).trim() ?? '') : '';
    if (text !== '') words = `${text} ${words}`;
    if (walker.previousNode() === null) break;
  }
  return words;
}

/** Makes the observer; `finder` knows the marks of the organisations. */
export function createMarkObserver(finder: MarkFinder): PageObserver {
  return (watch) => {
    const isFirst = firstSightings(watch, 'page-marks', MAX_MARKS);
    /** What each element bore when it was read. */
    const read = new WeakMap<Element, string>();
    /** Addresses stand in a page many times: in its header, its footer, each of its teasers. */
    const readAddresses = new Set<string>();
    const details = new Map<string, number>();
    /** Selectors that have not been found yet, and all of them as one: most looks find none, and need one search. */
    let wanted = finder.selectors;
    let anyWanted = joinedSelectors(wanted);
    let hasFooter = false;
    /** The last words of a page without a footer, as they were read. */
    let readWords = '';

    const reportMark = (mark: string, detail: string, on: Place): void => {
      const place = `${mark} ${on}`;
      // What a host mark proves hangs on the site's own folder there; two files of one folder say the same.
      const key = `${place} ${detail.split('/', 2).join('/')}`;
      const known = details.get(place) ?? 0;
      if (known >= MAX_DETAILS || !isFirst(key)) return;
      details.set(place, known + 1);
      watch.report({ kind: 'mark', at: clock.now(), mark, detail, on });
    };
    const bornBy = (element: Element): string => {
      const written = attribute(element, BEARERS[tagOf(element)]?.[0] ?? '');
      return written.length > MAX_WRITTEN || NO_HOST.test(written) ? '' : written;
    };
    const readElement = inSlices<Element>(watch.signal, (element) => {
      const written = bornBy(element);
      if (read.get(element) === written) return;
      read.set(element, written);
      const on = BEARERS[tagOf(element)]?.[1] ?? 'other';
      const key = `${on} ${written}`;
      if (written === '' || readAddresses.has(key)) return;
      if (readAddresses.size >= MAX_LOOKED) {
        let half = MAX_LOOKED / 2;
        for (const oldest of readAddresses) {
          if (half === 0) break;
          readAddresses.delete(oldest);
          half -= 1;
        }
      }
      readAddresses.add(key);
      // The finder takes an address apart itself: what is whole as it is written need not be resolved before.
      const address = /^https?:\/\//i.test(written) ? written : resolved(written);
      for (const { mark, detail } of finder.ofAddress(address, on)) reportMark(mark, detail, on);
    });

    function readFooters(changes: PageChanges): void {
      const footers = changes.elements(FOOTERS).slice(-MAX_FOOTERS);
      const words = footers.map((footer) => textsIn(footer, FOOTER_TEXT).join(' ')).filter((text) => text !== '');
      hasFooter ||= words.length > 0;
      if (!hasFooter) {
        const last = lastWords();
        if (last !== readWords) words.push(last);
        readWords = last;
      }
      for (const text of words) {
        for (const { mark, detail } of finder.ofFooter(text)) reportMark(mark, detail, 'footer');
      }
    }

    function lookForElements(changes: PageChanges): void {
      if (wanted.length === 0 || changes.elements(anyWanted).length === 0) return;
      const met = wanted.filter(({ selector }) => changes.elements(selector).length > 0);
      wanted = wanted.filter((one) => !met.includes(one));
      anyWanted = joinedSelectors(wanted);
      for (const { id, selector } of met) reportMark(id, selector, 'element');
    }

    watch.onDom((changes) => {
      lookForElements(changes);
      readFooters(changes);
      readElement(changes.elements(BEARING));
    });
  };
}
