/** Flash content in any form that pages use: elements, the swfobject library, the Ruffle player, and requests for films. */
import { clip, MAX_NAME_LENGTH, toAddress, type FlashObjectObservation } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { SHORTEST_PAUSE } from './dom-scan.ts';
import { firstSightings } from './first-sightings.ts';
import type { PageObserver } from './observer.ts';
import { attribute, parentOf, resolved } from './page-elements.ts';
import { followResources } from './resource-entries.ts';
import { isInPage, tagOf } from './safe-document.ts';

/** Flash objects told of on a page, and names of parameters told of each. */
export const MAX_FLASH_OBJECTS = 100;
export const MAX_PARAMETERS = 30;
/** How much of Flash variables and of a script is read, in UTF-16 code units. */
const MAX_VARIABLES_LENGTH = 2000;
const MAX_SCRIPT_LENGTH = 50_000;

/** A path that ends with a film's name; a server may have put its session behind it. */
const FILM = /\.swf(?:;[^/]*)?$/i;
/** Flash by its types, and by the class under which Internet Explorer knew it. */
const FLASH = /shockwave-flash|futuresplash|d27cdb6e-ae6d-11cf-96b8-444553540000/i;
/**
 * Where a name is taken (two copies of Ruffle, or an extension's and the site's), Ruffle puts a number behind it.
 * https://github.com/ruffle-rs/ruffle/blob/master/web/packages/core/src/internal/register-element.ts
 */
const NUMBERED_RUFFLE = /^ruffle-(?:object|embed|player)-\d{1,3}$/;
/** `swfobject.embedSWF("film.swf", …)` of version 2, `new SWFObject("film.swf", …)` of version 1. */
const EMBEDS = /swfobject(?:\.embedSWF)?\s{0,9}\(\s{0,99}["']([^"']{1,500})["']/gi;

/** Whether an address is that of a film. One that only speaks of a film, in its query or its fragment, is none. */
function isFilm(written: string): boolean {
  // An address is taken apart only where it may be one: each request of the page is asked about. The browser passes over breaks in it.
  if (!/s[\t\n\r]*w[\t\n\r]*f/i.test(written)) return false;
  try {
    return FILM.test(new URL(resolved(written)).pathname);
  } catch {
    return false;
  }
}

/** Reports each Flash object once, and again when its film or its parameters change. */
export const observeFlashObjects: PageObserver = (watch) => {
  const isFirst = firstSightings(watch, 'flash-objects', MAX_FLASH_OBJECTS);
  const readScripts = new WeakSet();
  /** Those that are Flash. */
  let objects = new Set<Element>();
  const followed = new WeakSet<Element>();
  let followedCount = 0;
  /** What has got other variables, or another value of a parameter, since it was read. */
  const altered = new Set<Element>();
  let again: ReturnType<typeof setTimeout> | undefined;
  // Asked for at these few elements alone: pages set such attributes of their fields with each key.
  const variables = new MutationObserver((records) => {
    for (const { target } of records) {
      const holder = tagOf(target as Element) === 'param' ? parentOf(target as Element) : (target as Element);
      if (holder !== null && followed.has(holder)) altered.add(holder);
    }
    if (altered.size > 0) again ??= setTimeout(readAltered, SHORTEST_PAUSE);
  });
  watch.signal.addEventListener('abort', () => {
    variables.disconnect();
    clearTimeout(again);
  });

  function follow(found: Element): void {
    if (followed.has(found) || followedCount >= MAX_FLASH_OBJECTS) return;
    followedCount += 1;
    followed.add(found);
    variables.observe(found, { subtree: true, attributes: true, attributeFilter: ['flashvars', 'value'] });
  }

  function readAltered(): void {
    again = undefined;
    const now = [...altered].filter(isInPage);
    altered.clear();
    now.forEach(element);
  }

  function reportObject(form: FlashObjectObservation['form'], film: string, parameters: readonly string[] = []): void {
    const address = film === '' ? null : toAddress(resolved(film));
    if (!isFirst(JSON.stringify([form, address, parameters]))) return;
    watch.report({ kind: 'flash-object', at: clock.now(), form, address, parameters });
  }

  function element(found: Element): void {
    const tag = found.localName;
    const params = [...found.children].filter((child) => child.localName === 'param').slice(0, MAX_PARAMETERS);
    const param = (name: RegExp): string => {
      const named = params.find((one) => name.test(attribute(one, 'name')));
      return named ? attribute(named, 'value') : '';
    };
    const film = attribute(found, 'data') || attribute(found, 'src') || param(/^(?:movie|src)$/i);
    const isRuffle = tag.startsWith('ruffle');
    const marks = `${attribute(found, 'type')} ${attribute(found, 'classid')}`;
    if (!isRuffle && !FLASH.test(marks) && !isFilm(film)) return;
    if (objects.size < MAX_FLASH_OBJECTS) objects.add(found);
    const written = attribute(found, 'flashvars') || param(/^flashvars$/i);
    const names = params.map((one) => attribute(one, 'name'));
    // Firefox does not let a content script iterate over what this constructor gives.
    new URLSearchParams(written.slice(0, MAX_VARIABLES_LENGTH)).forEach((_, name) => names.push(name));
    const parameters = [...new Set(names.map((name) => clip(name, MAX_NAME_LENGTH)))].slice(0, MAX_PARAMETERS);
    reportObject(isRuffle ? 'ruffle' : tag === 'embed' ? 'embed' : 'object', film, parameters);
  }

  function script(found: Element): void {
    if (readScripts.has(found)) return;
    readScripts.add(found);
    if (/swfobject/i.test(attribute(found, 'src'))) reportObject('swfobject', '');
    for (const [, film] of found.textContent.slice(0, MAX_SCRIPT_LENGTH).matchAll(EMBEDS)) {
      if (film) reportObject('swfobject', film);
    }
  }

  watch.onDom((changes) => {
    // What is told of a parameter is told of itself, and not of the object around it, so the few objects of a page are read again.
    const before = [...objects].filter(isInPage);
    const fresh = changes.elements('object,embed,ruffle-object,ruffle-embed,ruffle-player');
    const numbered = changes.named.filter((one) => NUMBERED_RUFFLE.test(tagOf(one)));
    objects = new Set(before);
    [...fresh, ...numbered].forEach(follow);
    new Set([...before, ...fresh, ...numbered]).forEach(element);
    changes.elements('script').forEach(script);
  });

  followResources({
    since: watch.since,
    signal: watch.signal,
    take(entries) {
      for (const { name, startTime } of entries) {
        if (isFilm(name) && clock.at(startTime) >= watch.since) reportObject('request', name);
      }
    },
  });
};
