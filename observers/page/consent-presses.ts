/** When the person pressed something, and so whether a choice that was stored may be theirs. */
import type { ConsentMaker } from '../../ledger/observation';
import { clock } from '../clock';
import type { PageWatch } from './observer';

/** How long before the last look without a choice a press may have set it going: a tool that asks its server first. Milliseconds. */
const NEAR = 1500;
/** After so long the browser no longer counts a press as recent. Milliseconds. */
const FORGOTTEN = 4000;
/** Presses remembered. */
const MAX_PRESSES = 30;

export interface Presses {
  /**
   * Who may have made a choice that was stored between two looks, and since when a site may have acted on it: many act on the press
   * at once, and store it later.
   */
  readonly makerBetween: (after: number, at: number) => { readonly maker: ConsentMaker; readonly since: number };
}

/** Keys that press what has the focus, or close what is open. */
const PRESSING = new Set(['Enter', ' ', 'Escape']);

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens to real presses of the person in this document; those in frames of other companies are not seen. */
export function watchPresses({ signal, frame }: PageWatch, pressed: () => void): Presses {
  const isFrame = frame === 'frame';
  const times: number[] = [];
  function press(event: Event): void {
    // What a script does in the person's name is no press; a finger that is put down may only scroll.
    if (!event.isTrusted) return;
    if (event.type !== 'pointerdown') times.push(clock.now());
    if (times.length > MAX_PRESSES) times.shift();
    pressed();
  }
  const options = { capture: true, passive: true, signal };
  for (const type of ['pointerdown', 'pointerup', 'click']) addEventListener(type, press, options);
  addEventListener(
    'keydown',
    (event) => {
      if (PRESSING.has(event.key) && !(event.key === ' ' && isTyping(event))) press(event);
    },
    options,
  );
  return {
    makerBetween(after, at) {
      const press = times.find((time) => time >= after - NEAR && time <= at);
      if (press !== undefined) return { maker: 'person', since: Math.min(after, press) };
      const unseen = { maker: 'unknown', since: after - NEAR } as const;
      const none = { maker: 'tool', since: after } as const;
      // A document in a frame does not hear what is pressed around it.
      if (isFrame) return unseen;
      // The browser knows of presses in frames as well, and not of which frame or of what.
      if (window.length === 0) return none;
      const { userActivation } = navigator as { userActivation?: UserActivation };
      if (userActivation === undefined) return unseen;
      return userActivation.isActive || (userActivation.hasBeenActive && at - after > FORGOTTEN) ? unseen : none;
    },
  };
}
