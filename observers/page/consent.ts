/** Which consent platform a page has, and which choice it has stored. The choice leaves the page, what else is stored does not. */
import type { ConsentObservation } from '../../ledger/observation';
import { CONSENT_PLATFORMS, type Choice } from '../../recognition/consent-platforms';
import { clock } from '../clock';
import type { PageObserver } from './observer';
import { attribute, elementsIn } from './page-elements';
import { documentCookies } from './safe-document';
import { readStorage } from './storage-walk';

/** Cookies looked at. */
const MAX_COOKIES = 200;
/** A choice that is seen so soon after a press was made by that press. Milliseconds. */
const AFTER_PRESS = 5000;
/** Names of all items by which a platform is known. */
const KNOWN = new RegExp(CONSENT_PLATFORMS.flatMap(({ item }) => item?.source ?? []).join('|'));

/** The page's cookies as it can read them itself; '' in a sandboxed frame. */
function cookies(): string {
  try {
    return documentCookies();
  } catch {
    return '';
  }
}

/** Reports each platform with its choice, and again when the choice has changed. */
export const observeConsent: PageObserver = (watch) => {
  const stored = new Map<string, string>();
  const scripts = new Map<string, string>();
  const told = new Map<string, string>();
  let lastCookies: string | null = null;
  let changed = false;
  /** Storage has been read once: before that, nothing stored means nothing. */
  let ready = false;
  /** When the person last pressed something. What the press set going is then dated after the choice, and not before it. */
  let pressedAt = -Infinity;

  /** Cookies and web storage in one list; a cookie and an item of the same name are the same choice. */
  function items(): Map<string, string> {
    const all = new Map(stored);
    for (const cookie of (lastCookies ?? '').split('; ', MAX_COOKIES)) {
      const equals = cookie.indexOf('=');
      const name = cookie.slice(0, Math.max(equals, 0));
      if (KNOWN.test(name)) all.set(name, cookie.slice(equals + 1));
    }
    return all;
  }

  function look(): void {
    const now = cookies();
    if (!ready || (now === lastCookies && !changed)) return;
    lastCookies = now;
    changed = false;
    const all = items();
    for (const { platform, item, chosen } of CONSENT_PLATFORMS) {
      const name = [...all.keys()].find((one) => item?.test(one));
      const script = scripts.get(platform);
      if (name !== undefined)
        tell(
          platform,
          chosen(all.get(name) ?? '', (other) => all.get(other) ?? ''),
          name,
        );
      else if (script !== undefined) tell(platform, item ? 'none-yet' : 'unknown', script);
    }
  }

  function tell(platform: string, choice: Choice, source: string): void {
    if (told.get(platform) === choice) return;
    const now = clock.now();
    const at = told.has(platform) && now - pressedAt < AFTER_PRESS ? pressedAt : now;
    told.set(platform, choice);
    const observation: ConsentObservation = { kind: 'consent', at, platform, choice, source };
    watch.report(observation);
  }

  addEventListener(
    'click',
    ({ isTrusted }) => {
      if (isTrusted) pressedAt = clock.now();
    },
    { capture: true, passive: true, signal: watch.signal },
  );

  readStorage(watch, {
    item({ name, value }) {
      if (!KNOWN.test(name)) return;
      changed = true;
      if (value === null) stored.delete(name);
      else stored.set(name, value);
    },
    looked() {
      ready = true;
      look();
    },
  });

  watch.onDom(() => {
    for (const element of elementsIn([document], 'script[src]')) {
      const src = attribute(element, 'src');
      for (const { platform, script } of CONSENT_PLATFORMS) {
        const host = script?.exec(src)?.[0];
        if (host === undefined || scripts.has(platform)) continue;
        scripts.set(platform, host);
        changed = true;
      }
    }
    look();
  });
};
