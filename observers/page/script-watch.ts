/** Who wrote it, and who read it out: what the script in the page's own world tells, checked and bounded. */
import type { ViewObservation } from '../../ledger/observation.ts';
import { SILENT, STOP, TAKEN, TELL } from '../page-world/report-format.ts';
import { clock } from '../clock.ts';
import type { Meeting } from './meet-page-world.ts';
import type { VisitObserver } from './observer.ts';
import { leftOutIn, readScriptReport, type ScriptFact } from './script-report.ts';

/**
 * Most facts of a visit that are remembered and told; what is new beyond that is counted. Each kind has room of its own: a page that
 * keeps hundreds of things, or runs hundreds of scripts, hides no fingerprinting.
 */
export const MAX_WRITES = 400;
export const MAX_READ_OUTS = 200;

/** A fact, and when it was last seen. */
interface Remembered {
  readonly fact: ScriptFact;
  readonly lastAt: number;
}

function keyOf(fact: ScriptFact): string {
  return fact.kind === 'write'
    ? [fact.api, fact.store, fact.name, fact.writer ?? '', fact.path].join('\n')
    : [fact.readOut, fact.script ?? '', fact.path].join('\n');
}

const roomOf = (fact: ScriptFact): string => (fact.kind === 'write' ? 'write' : fact.readOut);

/** Adds a fact to what was known of the same: writes add up, of read-outs the later totals hold. */
function joined(known: ScriptFact | undefined, fact: ScriptFact): ScriptFact {
  if (known?.kind !== 'write' || fact.kind !== 'write') return fact;
  return { ...known, count: (known.count ?? 1) + (fact.count ?? 1) };
}

/**
 * The observer of what a document's scripts write and read out. `stopped` aborts when nothing is watched any more. What was told
 * before a visit begins is told in it when it happened since the visit's beginning.
 */
export function observeScripts(meeting: Meeting, stopped: AbortSignal): VisitObserver {
  const facts = new Map<string, Remembered>();
  const taken = new Map<string, number>();
  /** Left out here, and by the half in the page's world. */
  let leftOut = 0;
  let leftOutThere = 0;
  let leftOutTold = 0;
  let state: ViewObservation['state'] | null = null;
  /** Has the other half tell what it has noted; answered by a report where there is something. */
  let ask = (): void => undefined;
  let reportNews: ((news: readonly ScriptFact[], changed: boolean) => void) | null = null;

  function take(fact: ScriptFact): boolean {
    const key = keyOf(fact);
    const known = facts.get(key);
    const room = roomOf(fact);
    if (known === undefined) {
      const count = taken.get(room) ?? 0;
      if (count >= (fact.kind === 'write' ? MAX_WRITES : MAX_READ_OUTS)) return false;
      taken.set(room, count + 1);
    }
    facts.set(key, { fact: joined(known?.fact, fact), lastAt: Math.max(known?.lastAt ?? 0, fact.at) });
    return true;
  }

  /** What was last seen before a visit belongs to earlier ones, and makes room. */
  function forgetBefore(since: number): void {
    for (const [key, { fact, lastAt }] of facts) {
      if (lastAt >= since) continue;
      facts.delete(key);
      taken.set(roomOf(fact), (taken.get(roomOf(fact)) ?? 1) - 1);
    }
  }

  meeting.whenMet((port) => {
    state = port === null ? 'silent' : meeting.late ? 'late' : 'from-start';
    reportNews?.([], true);
    if (port === null) return;
    const receive = ({ data }: MessageEvent<unknown>): void => {
      if (data === SILENT) {
        state = 'silent';
        reportNews?.([], true);
        return;
      }
      // In Firefox this half may be taken away without a word: the other one stops when it is answered no more.
      port.postMessage(TAKEN);
      const news: ScriptFact[] = [];
      for (const fact of readScriptReport(data, location.hostname, clock.now())) {
        if (take(fact)) news.push(fact);
        else leftOut += 1;
      }
      leftOutThere = Math.max(leftOutThere, leftOutIn(data));
      reportNews?.(news, false);
    };
    port.addEventListener('message', receive);
    port.start();
    ask = () => {
      port.postMessage(TELL);
    };
    stopped.addEventListener('abort', () => {
      port.postMessage(STOP);
      port.close();
    });
  });

  return (watch) => {
    forgetBefore(watch.since);
    const reportedBefore = leftOutTold;
    const now = (news: readonly ScriptFact[], changed: boolean): void => {
      if (changed && state !== null) watch.report({ kind: 'view', at: clock.now(), view: 'script-watch', state });
      for (const fact of news) watch.report(fact);
      if (leftOut + leftOutThere <= leftOutTold) return;
      leftOutTold = leftOut + leftOutThere;
      const count = leftOutTold - reportedBefore;
      watch.report({ kind: 'limit', at: clock.now(), observer: 'script-watch', reason: 'too-many', count });
    };
    reportNews = now;
    // What began before the visit and goes on in it is told once, for the time at which it was seen in it.
    const since = [...facts.values()].map(({ fact, lastAt }) =>
      fact.at >= watch.since ? fact : { ...fact, at: lastAt, ...(fact.kind === 'write' ? { count: 1 } : {}) },
    );
    now(since, true);
    watch.onAsked(() => {
      ask();
    });
    watch.signal.addEventListener('abort', () => {
      if (reportNews === now) reportNews = null;
    });
  };
}
