/**
 * The optional permission for all sites, in one file: asking, giving back, and the script that looks for the marks of organisations on
 * pages that are not on the list; a page without them is left alone. What else it is for: `full-view.ts`, `sent-script.ts`.
 */
import { browser, type Browser } from 'wxt/browser';
import { listedPatterns } from '../observers/listed-sites.ts';
import { settleScript } from './registered-script.ts';

/** All pages. */
export const ALL_SITES = '*://*/*';
/** What is asked for, as in the manifest's `optional_host_permissions`. Chromium's first pattern leaves WebSockets out. */
export const ASKED_SITES: readonly string[] = [ALL_SITES, 'ws://*/*', 'wss://*/*'];

const permission = (origins: readonly string[]): Browser.permissions.Permissions => ({ origins: [...origins] });

/** The question that is on its way. */
let asked: Promise<boolean> | null = null;

/** Whether the person has allowed all sites. Who asks while an answer is awaited gets the same: each start of the worker asks several times. */
export function hasAllSites(): Promise<boolean> {
  if (asked !== null) return asked;
  const question: Promise<boolean> = browser.permissions.contains(permission([ALL_SITES])).finally(() => {
    if (asked === question) asked = null;
  });
  asked = question;
  return question;
}

/** Has the browser ask the person; false when they refuse. Only in answer to a press: without one the browser rejects. */
export function askForAllSites(): Promise<boolean> {
  return browser.permissions.request(permission(ASKED_SITES));
}

/** Gives the permission back; false when the browser keeps it, as where an administrator has granted it. */
export async function giveBackAllSites(): Promise<boolean> {
  await browser.permissions.remove(permission(ASKED_SITES));
  asked = null;
  return !(await hasAllSites());
}

/** Tells of every change, also of one made in the browser's own settings; gives a function that stops it. */
export function followAllSites(listener: (allowed: boolean) => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const onChange = (): void => {
    // An answer that is on its way may be from before the change.
    asked = null;
    // Which permission changed says less than what holds now: a person may allow sites one by one.
    hasAllSites().then(listener, () => undefined);
  };
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}

/**
 * Makes the registration of the script what it should be now: there while all sites are allowed, gone otherwise, never
 * on the listed sites. It may be called at any time, and when all is right already it changes nothing.
 *
 * `passOver`: match patterns of further sites where the script has no business.
 */
export async function settleMarksScript(passOver: readonly string[] = []): Promise<void> {
  await settleScript(
    {
      id: 'marks',
      file: 'content-scripts/marks.js',
      matches: [ALL_SITES],
      excludeMatches: [...listedPatterns(), ...passOver],
      allFrames: false,
      runAt: 'document_idle',
      world: 'ISOLATED',
    },
    await hasAllSites(),
  );
}
