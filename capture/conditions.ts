/**
 * The conditions under which a capture was made, and which of them meet what is asked of evidence of a website: `met`, `not-met`,
 * `not-known`. The list follows what bailiffs' and authorities' methods ask for; docs/evidence.md tells whose.
 */
import type { Capture, CapturedPage } from './capture.ts';

/** A condition by its name. */
export type ConditionId =
  | 'clock'
  | 'time-zone'
  | 'browser'
  | 'extension'
  | 'package-files'
  | 'view'
  | 'from-start'
  | 'scripts-watched'
  | 'profile'
  | 'other-extensions'
  | 'cookies'
  | 'third-party-cookies'
  | 'privacy-signal'
  | 'languages'
  | 'consent'
  | 'private-window'
  | 'network-place'
  | 'unbroken'
  | 'permission'
  | 'ended'
  | 'complete';

/** One condition, judged. */
export interface Condition {
  readonly id: ConditionId;
  readonly state: 'met' | 'not-met' | 'not-known';
  /** What it rests on, as values that words are made of; by name, in a fixed order. */
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

const known = (isKnown: boolean): Condition['state'] => (isKnown ? 'met' : 'not-known');

/** Since when the browser reported all requests of a page, and whether it did to the end. */
function isFullView({ visit }: CapturedPage): boolean {
  const { fullView } = visit;
  return fullView !== null && fullView.state === 'from-start' && fullView.until === undefined;
}

function consentFacts(pages: readonly CapturedPage[]): Condition['facts'] {
  const choices = pages.flatMap(({ visit }) => visit.consents.flatMap(({ history }) => history));
  const [first] = choices;
  const last = choices.at(-1);
  return {
    platforms: [...new Set(pages.flatMap(({ visit }) => visit.consents.map(({ platform }) => platform)))],
    before: first?.choice ?? '',
    after: last?.choice ?? '',
  };
}

/** What could not be counted or scanned, by observer. */
function limitsOf(pages: readonly CapturedPage[]): readonly string[] {
  return [
    ...new Set(pages.flatMap(({ visit }) => visit.limits.map(({ observer, reason }) => `${observer} ${reason}`))),
  ];
}

/** What only a recording has: whether it was watched without a break, was let watch, and was ended by the person. */
function recordingConditions({ pages, interruptions, ended }: Capture): readonly Condition[] {
  const withheld = pages.filter(({ withheldAt }) => withheldAt !== undefined).map(({ no }) => String(no));
  return [
    { id: 'unbroken', state: interruptions === 0 ? 'met' : 'not-met', facts: { times: interruptions } },
    { id: 'permission', state: withheld.length === 0 ? 'met' : 'not-met', facts: { pages: withheld } },
    {
      id: 'ended',
      state: ended === undefined ? 'not-known' : ended === 'stopped' ? 'met' : 'not-met',
      facts: { how: ended ?? '' },
    },
  ];
}

/** Judges the conditions of a capture, in the order of showing. */
export function judgeConditions(capture: Capture): readonly Condition[] {
  const { kind, conditions, pages, leftOut } = capture;
  const { extension, browser } = conditions;
  const lists = pages.flatMap(({ visit }) => Object.keys(visit.leftOut));
  const lateFrom = pages.filter(({ visit }) => visit.late).map(({ no }) => String(no));
  const halfView = pages.filter((page) => !isFullView(page)).map(({ no }) => String(no));
  const unwatched = pages.filter(({ visit }) => visit.scriptWatch?.state !== 'from-start').map(({ no }) => String(no));
  const setBack = pages.filter(({ visit }) => visit.ahead !== undefined).map(({ no }) => String(no));
  const consents = consentFacts(pages);
  return [
    // The clock is the computer's own, and nobody has compared it with another.
    { id: 'clock', state: setBack.length > 0 ? 'not-met' : 'not-known', facts: { setBack } },
    { id: 'time-zone', state: 'met', facts: { zone: conditions.timeZone, minutes: conditions.utcOffset } },
    {
      id: 'browser',
      state: known(browser.version !== null),
      facts: { name: browser.name, version: browser.version ?? '', platform: browser.platform ?? '' },
    },
    {
      id: 'extension',
      state: 'met',
      facts: { name: extension.name, version: extension.version, target: extension.target },
    },
    { id: 'package-files', state: known(extension.filesHash !== null), facts: { hash: extension.filesHash ?? '' } },
    { id: 'view', state: halfView.length === 0 ? 'met' : 'not-met', facts: { pages: halfView } },
    { id: 'from-start', state: lateFrom.length === 0 ? 'met' : 'not-met', facts: { pages: lateFrom } },
    { id: 'scripts-watched', state: unwatched.length === 0 ? 'met' : 'not-met', facts: { pages: unwatched } },
    {
      id: 'profile',
      state: conditions.profile === null ? 'not-known' : conditions.profile === 'clean' ? 'met' : 'not-met',
      facts: {},
    },
    // An extension may not ask which others there are without a permission that this one does not want.
    { id: 'other-extensions', state: 'not-known', facts: {} },
    {
      id: 'cookies',
      state: known(conditions.cookiesEnabled !== null),
      facts: { enabled: conditions.cookiesEnabled ?? '' },
    },
    {
      id: 'third-party-cookies',
      state: known(conditions.thirdPartyCookies !== null),
      facts: { state: conditions.thirdPartyCookies ?? '' },
    },
    { id: 'privacy-signal', state: known(conditions.gpc !== null), facts: { sent: conditions.gpc ?? '' } },
    { id: 'languages', state: 'met', facts: { languages: conditions.languages } },
    { id: 'consent', state: known(consents.before !== ''), facts: consents },
    // Nothing of a private window is ever kept.
    { id: 'private-window', state: 'met', facts: {} },
    { id: 'network-place', state: 'not-known', facts: {} },
    ...(kind === 'recording' ? recordingConditions(capture) : []),
    {
      id: 'complete',
      state: leftOut === 0 && lists.length === 0 && limitsOf(pages).length === 0 ? 'met' : 'not-met',
      facts: { facts: leftOut, lists: [...new Set(lists)], limits: limitsOf(pages) },
    },
  ];
}
