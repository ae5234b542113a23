/** When the person pressed something, and so whether a choice that was stored may be theirs. */
import type { ConsentMaker } from '../../ledger/observation.ts';
import { isConsentHost } from '../../recognition/consent-hosts.ts';
import { clock } from '../clock.ts';
import type { VisitWatch } from './observer.ts';
import { attribute, resolved } from './page-elements.ts';
import { hasFocus, tagOf, withFocus } from './safe-document.ts';

/** How long before the last look without a choice a press may have set it going: a tool that asks its server first. Milliseconds. */
const NEAR = 1500;
/** After so long the browser no longer counts a press as recent; Firefox and Chromium say 5000. Milliseconds. */
const FORGOTTEN = 4000;
const SURELY_FORGOTTEN = 6000;
/** Presses remembered. */
const MAX_PRESSES = 30;

export interface Presses {
  /**
   * Who may have made a choice that was stored between two looks, and since when a site may have acted on it: many act on the press
   * at once, and store it later.
   */
  readonly makerBetween: (after: number, at: number) => { readonly maker: ConsentMaker; readonly since: number };
  /** Notes where else the person may press just now: what is gone by the time of the choice was there. */
  readonly glance: () => void;
}

/** Keys that press what has the focus, or close what is open. */
const PRESSING = new Set(['Enter', ' ', 'Escape']);

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether what the person is in is a frame of a consent platform. */
function isInConsentFrame(): boolean {
  const element = withFocus();
  if (element === null || !/^i?frame$/i.test(tagOf(element))) return false;
  const [, host = ''] = /^https?:\/\/([^/?#:@]+)/.exec(resolved(attribute(element, 'src'))) ?? [];
  return isConsentHost(host);
}

/**
 * Listens to real presses of the person in this document. Those in frames of other companies, in other windows and in other tabs
 * are not seen: of frames the browser tells that something in the page was pressed, and not what.
 */
export function watchPresses({ signal, frame }: VisitWatch, pressed: () => void): Presses {
  const isFrame = frame === 'frame';
  const times: number[] = [];
  /** When the person last did something here that the browser counts as a press. */
  let heardAt = -Infinity;
  /** When a frame was last in the page, when this page was last not the one that the person is in, and when a platform's frame was. */
  let framesAt = -Infinity;
  let awayAt = -Infinity;
  let askedAt = -Infinity;
  /** When the browser last said that something is being pressed which was not heard here. */
  let unheardAt = -Infinity;

  const activation = (): UserActivation | undefined =>
    (navigator as { userActivation?: UserActivation }).userActivation;
  let wasEverActive = activation()?.hasBeenActive === true;

  function glance(): void {
    const now = clock.now();
    if (window.length > 0) framesAt = now;
    if (!hasFocus()) awayAt = now;
    if (isInConsentFrame()) askedAt = now;
    const { isActive = false, hasBeenActive = false } = activation() ?? {};
    // What is pressed in a frame may use the press up before the next look; that there was a first one stays.
    const isNew = isActive || (hasBeenActive && !wasEverActive);
    if (isNew && now - heardAt > SURELY_FORGOTTEN) unheardAt = now;
    wasEverActive ||= hasBeenActive;
  }

  function press(event: Event): void {
    // What a script does in the person's name is no press; a finger that is put down may only scroll.
    if (!event.isTrusted) return;
    heardAt = clock.now();
    if (event.type !== 'pointerdown') times.push(heardAt);
    if (times.length > MAX_PRESSES) times.shift();
    glance();
    pressed();
  }
  const options = { capture: true, passive: true, signal };
  for (const type of ['pointerdown', 'pointerup', 'click']) addEventListener(type, press, options);
  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted) heardAt = clock.now();
      if (PRESSING.has(event.key) && !(event.key === ' ' && isTyping(event))) press(event);
    },
    options,
  );
  // The focus goes into a frame, or to another window, and comes back.
  for (const type of ['blur', 'focus']) addEventListener(type, glance, options);
  glance();

  return {
    glance,
    makerBetween(after, at) {
      const press = times.find((time) => time >= after - NEAR && time <= at);
      if (press !== undefined) return { maker: 'person', since: Math.min(after, press) };
      glance();
      const unseen = { maker: 'unknown', since: after - NEAR } as const;
      // A document in a frame does not hear what is pressed around it.
      if (isFrame) return unseen;
      const isNear = (time: number): boolean => time >= after - NEAR;
      if (isNear(unheardAt)) return isNear(askedAt) ? { ...unseen, maker: 'person' } : unseen;
      // In another window that the page has opened, or in another tab of the site.
      if (isNear(awayAt)) return unseen;
      const none = { maker: 'tool', since: after } as const;
      if (!isNear(framesAt)) return none;
      const known = activation();
      if (known === undefined) return unseen;
      return known.isActive || (known.hasBeenActive && at - after > FORGOTTEN) ? unseen : none;
    },
  };
}
