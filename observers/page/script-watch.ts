/** Who wrote it, and who read it out: what the script in the page's own world tells, checked and bounded. */
import type { ViewObservation } from '../../ledger/observation';
import { SILENT } from '../page-world/report-format';
import { clock } from '../clock';
import type { Meeting } from './meet-page-world';
import type { PageObserver } from './observer';
import { readScriptReport, type ScriptFact } from './script-report';

/** Most facts of a document that are remembered and told; what is new beyond that is counted. */
export const MAX_FACTS = 600;

function keyOf(fact: ScriptFact): string {
  return fact.kind === 'write'
    ? [fact.api, fact.store, fact.name, fact.writer ?? '', fact.path].join('\n')
    : [fact.readOut, fact.script ?? '', fact.path].join('\n');
}

/** Adds a fact to what was known of the same: writes add up, of read-outs the later totals hold. */
function joined(known: ScriptFact | undefined, fact: ScriptFact): ScriptFact {
  if (known === undefined || fact.kind !== 'write' || known.kind !== 'write') return fact;
  return { ...known, count: (known.count ?? 1) + (fact.count ?? 1) };
}

/**
 * The observer of what a document's scripts write and read out. `stopped` aborts when nothing is watched any more. What was told
 * before a visit begins is told in it when it happened since the visit's beginning.
 */
export function observeScripts(meeting: Meeting, stopped: AbortSignal): PageObserver {
  const facts = new Map<string, ScriptFact>();
  let leftOut = 0;
  let state: ViewObservation['state'] | null = null;
  let tell: ((news: readonly ScriptFact[], changed: boolean) => void) | null = null;

  meeting.whenMet((port) => {
    state = port === null ? 'silent' : meeting.late ? 'late' : 'from-start';
    tell?.([], true);
    if (port === null) return;
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (data === SILENT) {
        state = 'silent';
        tell?.([], true);
        return;
      }
      const news: ScriptFact[] = [];
      for (const fact of readScriptReport(data, location.hostname, clock.now())) {
        const key = keyOf(fact);
        const known = facts.get(key);
        if (known === undefined && facts.size >= MAX_FACTS) leftOut += 1;
        else {
          facts.set(key, joined(known, fact));
          news.push(fact);
        }
      }
      tell?.(news, false);
    };
    port.addEventListener('message', hear);
    port.start();
    stopped.addEventListener('abort', () => {
      port.postMessage(0);
      port.close();
    });
  });

  return (watch) => {
    let told = leftOut;
    const now = (news: readonly ScriptFact[], changed: boolean): void => {
      if (changed && state !== null) watch.report({ kind: 'view', at: clock.now(), view: 'script-watch', state });
      for (const fact of news) watch.report(fact);
      if (leftOut > told) {
        told = leftOut;
        watch.report({ kind: 'limit', at: clock.now(), observer: 'script-watch', reason: 'too-many', count: leftOut });
      }
    };
    tell = now;
    now(
      [...facts.values()].filter(({ at }) => at >= watch.since),
      true,
    );
    watch.signal.addEventListener('abort', () => {
      if (tell === now) tell = null;
    });
  };
}
