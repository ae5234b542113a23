/** Which consent platform a page has, which choice it has stored, and who made it. The choice leaves the page, what else is stored does not. */
import { clip, MAX_NAME_LENGTH, type ConsentObservation } from '../../ledger/observation.ts';
import { consentScript, readConsents } from '../../recognition/consent-platforms.ts';
import { clock } from '../clock.ts';
import { followConsentCookies } from './consent-cookies.ts';
import { keptItems, type Kept } from './consent-items.ts';
import { watchPresses } from './consent-presses.ts';
import type { PageObserver } from './observer.ts';
import { attribute, documentHost, resolved } from './page-elements.ts';
import { readStorage } from './storage-walk.ts';

/** A tool that moves what it has stored to other names has a moment with nothing: so long it is not told as withdrawn. Milliseconds. */
const GRACE = 3000;
/** How soon after a press to look: what it sets going is then bound closely. Milliseconds. */
const AFTER_PRESS = 150;
/** Addresses of scripts that are remembered as looked at. */
const MAX_SCRIPTS = 5000;

interface State extends Pick<ConsentObservation, 'choice' | 'source' | 'several'> {
  readonly by: 'tool' | 'signal' | null;
  /** Told by a script alone: nothing is stored. */
  readonly isBare: boolean;
}

interface Reported extends State {
  /** When the last look began that saw it so. */
  seenAt: number;
  /** Since when nothing is stored any more, where a choice had been. */
  goneSince: number | null;
}

/** Nothing is stored that tells of a choice. */
const isEmpty = ({ choice, isBare }: State): boolean => isBare || choice === 'none-yet' || choice === 'withdrawn';

/** Reports each platform with its choice, and again when the choice has changed. */
export const observeConsent: PageObserver = (watch) => {
  const scripts = new Map<string, State>();
  const checkedScripts = new Set<string>();
  const reported = new Map<string, Reported>();
  /** When the last look began; null before the first. */
  let lastLook: number | null = null;
  /** What was kept then. */
  let lastKept: Kept = new Map();
  let again: ReturnType<typeof setTimeout> | undefined;
  const cookies = followConsentCookies(watch, readChoices);
  const lookAtStorage = readStorage(watch, { scanned: readChoices });
  const presses = watchPresses(watch, () => {
    if (reported.size + scripts.size === 0) return;
    cookies.ask();
    // What other companies keep is parted at the press as well: what stood there by then, and what came later.
    lookAtStorage();
    again ??= setTimeout(() => {
      again = undefined;
      cookies.ask();
      if (!watch.signal.aborted) readChoices();
    }, AFTER_PRESS);
  });

  /** Nothing before the cookies are known, but at the end of a visit, when web storage alone may tell. */
  function readChoices(): void {
    presses.glance();
    const known = cookies.now();
    if (known !== null || watch.signal.aborted) judge(keptItems(known ?? []), clock.now());
  }

  function judge(kept: Kept, began: number): void {
    const now = new Map<string, State>(scripts);
    for (const { platform, ...state } of readConsents(kept, new Set(scripts.keys())))
      now.set(platform, { ...state, isBare: false });
    for (const [platform, before] of reported) {
      if (!now.has(platform)) now.set(platform, { ...before, choice: 'none-yet', by: null, several: false });
    }
    for (const [platform, state] of now) follow(platform, state, began, kept);
    lastLook = began;
    lastKept = kept;
  }

  function follow(platform: string, state: State, began: number, kept: Kept): void {
    const before = reported.get(platform);
    if (before === undefined) {
      // What was kept before its script was seen is no choice of now.
      const isOld = lastKept.has(state.source) && lastKept.get(state.source)?.[0] === kept.get(state.source)?.[0];
      reportChoice(platform, state, began, isOld ? null : lastLook);
    } else if (!isEmpty(state) || (isEmpty(before) && before.choice !== 'withdrawn')) {
      before.goneSince = null;
      if (state.choice === before.choice && state.several === before.several) before.seenAt = began;
      else reportChoice(platform, state, began, before.seenAt);
    } else if (before.choice === 'withdrawn') {
      before.seenAt = began;
    } else {
      before.goneSince ??= began;
      if (began - before.goneSince < GRACE) return;
      reportChoice(platform, { ...state, choice: 'withdrawn', isBare: false }, began, before.seenAt);
    }
  }

  function reportChoice(platform: string, state: State, began: number, before: number | null): void {
    const at = clock.now();
    const { choice, source, several, by, isBare } = state;
    reported.set(platform, { ...state, seenAt: began, goneSince: null });
    const isNone = isBare || choice === 'none-yet';
    const after = isNone ? null : before;
    const made = after === null ? null : presses.makerBetween(after, at);
    watch.report({
      kind: 'consent',
      at,
      after: by === null ? (made?.since ?? null) : after,
      platform,
      host: documentHost(),
      choice,
      maker: isNone ? null : (by ?? made?.maker ?? 'earlier'),
      source: clip(source, MAX_NAME_LENGTH),
      several,
    });
  }

  watch.onDom((changes) => {
    presses.glance();
    let found = false;
    for (const element of changes.elements('script[src]')) {
      const src = attribute(element, 'src');
      if (checkedScripts.has(src) || checkedScripts.size >= MAX_SCRIPTS) continue;
      checkedScripts.add(src);
      const script = consentScript(resolved(src));
      if (script === null || scripts.has(script.platform)) continue;
      const choice = script.asks ? 'none-yet' : 'unknown';
      scripts.set(script.platform, { choice, source: script.source, by: null, several: false, isBare: true });
      found = true;
    }
    if (found && lastLook !== null) readChoices();
  });
};
