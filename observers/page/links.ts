/** The links that lead elsewhere, or to the site's policy and choices; and the buttons that act as such links. */
import { clip, MAX_TEXT_LENGTH, toAddress, type LinkObservation } from '../../ledger/observation.ts';
import { isUnder, normaliseHost } from '../../recognition/host-name.ts';
import { clock } from '../clock.ts';
import { inSlices } from './dom-scan.ts';
import { firstSightings } from './first-sightings.ts';
import { linkRole } from './link-role.ts';
import type { PageObserver } from './observer.ts';
import { attribute } from './page-elements.ts';
import { textsIn } from './page-text.ts';
import { documentBase } from './safe-document.ts';

const MAX_LINKS = 200;
const MAX_OUTBOUND = 60;
/** Links of one role to one host: a page of a hundred videos is one host. */
const MAX_PER_HOST = 5;
/** How much of an address is compared with what it was, in characters. */
const MAX_WRITTEN = 500;
/** How much text of a link is read, in characters. */
const TEXT_IN_LINK = 160;

const LINKS = 'a[href],area[href],a:not([href]),button,[role=button],[role=link],input[type=button]';

/** What the first image in a link that has words says; '' where none has. */
function wordsOfImage(element: Element): string {
  const image = element.querySelector('img[alt]');
  return image === null ? '' : attribute(image, 'alt').trim();
}

function textOf(element: Element): string {
  // A walk costs ten times as much as the text of an element that holds nothing else.
  const isPlain = element.firstElementChild === null;
  const words = isPlain ? element.textContent.slice(0, TEXT_IN_LINK) : textsIn(element, TEXT_IN_LINK).join(' ');
  const named = words.trim() || attribute(element, 'aria-label') || attribute(element, 'title');
  if (named !== '') return named.replace(/\s+/g, ' ').trim();
  if (element.localName === 'input') return attribute(element, 'value').trim();
  return wordsOfImage(element);
}

function urlOf(element: Element): URL | null {
  const written = attribute(element, 'href');
  if (written === '' || /^(?:#|javascript:|mailto:|tel:)/i.test(written)) return null;
  try {
    const url = new URL(written, documentBase());
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

/** What a link or a button leads to, and for what; null where that is of no interest. `site`: what is under it is the page's own. */
export function readLink(element: Element, site: string): LinkObservation | null {
  const url = urlOf(element);
  const text = textOf(element);
  const found = linkRole({ url, text, leadsElsewhere: url !== null && !isUnder(normaliseHost(url.hostname), site) });
  if (found === null) return null;
  const address = url === null ? null : toAddress(url.href);
  return { kind: 'link', at: clock.now(), ...found, address, text: clip(text, MAX_TEXT_LENGTH) };
}

/** Reports each link once by role and address; links that only lead to another site come last, when all have been seen. */
export const observeLinks: PageObserver = (watch) => {
  /** What each element led to and said when it was read: it is read again when either has changed. */
  const read = new WeakMap<Element, string>();
  const isFirst = firstSightings(watch, 'links', MAX_LINKS);
  const isFirstOutbound = firstSightings(watch, 'outbound-links', MAX_OUTBOUND);
  const perHost = new Map<string, number>();
  let outbound: { readonly key: string; readonly link: LinkObservation }[] = [];

  function readAndReport(element: Element): void {
    // Read by the browser itself: a walk for the words would cost ten times as much.
    const now = [
      attribute(element, 'href').slice(0, MAX_WRITTEN),
      element.textContent.slice(0, TEXT_IN_LINK),
      ...['aria-label', 'title'].map((name) => attribute(element, name).slice(0, TEXT_IN_LINK)),
      element.firstElementChild === null ? '' : wordsOfImage(element).slice(0, TEXT_IN_LINK),
    ].join('\n');
    if (read.get(element) === now) return;
    read.set(element, now);
    const link = readLink(element, watch.site);
    if (link === null) return;
    const { role, address, scopes } = link;
    const key = [role, address === null ? link.text : address.host + address.path, ...scopes].join(' ');
    if (role === 'outbound') outbound.push({ key, link });
    else if (isFirst(key)) watch.report(link);
  }

  const readAll = inSlices(watch.signal, readAndReport, () => {
    for (const { key, link } of outbound) {
      const linkedHost = link.address?.host ?? '';
      const known = perHost.get(linkedHost) ?? 0;
      if (known >= MAX_PER_HOST || !isFirstOutbound(key)) continue;
      perHost.set(linkedHost, known + 1);
      watch.report(link);
    }
    outbound = [];
  });

  watch.onDom((changes) => {
    readAll(changes.elements(LINKS));
  });
};
