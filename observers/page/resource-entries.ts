/**
 * Resource Timing, heard by one observer for all scripts of ours in the document. The browser's own list ends at 250 entries, and
 * a page may empty it; what is heard from the document's start is in neither's hands. So who comes later (a script at the
 * document's end, the next visit of the document) is given what came before from here.
 */
import { clock } from '../clock.ts';

/** What is kept of an entry. */
export interface ResourceEntry extends Pick<
  PerformanceResourceTiming,
  'name' | 'initiatorType' | 'startTime' | 'responseEnd'
> {
  /** The host is known to have answered, whatever it said. */
  readonly isAnswered: boolean;
}

/** One who wants to hear of them. */
export interface ResourceFollower {
  /** Entries that ended before belong to an earlier visit; milliseconds since 1970. */
  readonly since: number;
  /** When it aborts, what has not been told of yet is told, and nothing after it. */
  readonly signal: AbortSignal;
  readonly take: (entries: readonly ResourceEntry[]) => void;
  /** How many entries nobody can tell of any more. */
  readonly missed?: (count: number) => void;
}

interface Feed {
  /** The browser's class: another one is another document's. */
  readonly source: typeof PerformanceObserver;
  readonly follow: (follower: ResourceFollower) => void;
  /** Gives to all followers what the browser has noted and not handed over yet. */
  readonly hurry: () => void;
}

/** Most entries that are kept for those who come later, and characters of their addresses. */
export const MAX_ENTRIES = 2000;
const MAX_CHARACTERS = 600_000;
/** Longest address that is kept; as much as any of us reads. */
const MAX_ADDRESS = 8000;

const FEED = Symbol.for('liner-notes.resources');
const world = globalThis as { [FEED]?: Feed | undefined };

/** When it was over. One that failed has no end. */
function endOf({ responseEnd, startTime }: ResourceEntry): number {
  return clock.at(responseEnd > startTime ? responseEnd : startTime);
}

function copied(entry: PerformanceResourceTiming): ResourceEntry {
  const { name, initiatorType, startTime, responseEnd } = entry;
  // Of most entries the status tells it; each further member is asked of the browser.
  const isAnswered = entry.responseStatus > 0 || entry.transferSize > 0 || entry.encodedBodySize > 0;
  return { name: name.slice(0, MAX_ADDRESS), initiatorType, startTime, responseEnd, isAnswered };
}

function createFeed(): Feed {
  const source = PerformanceObserver;
  const followers = new Set<ResourceFollower>();
  let kept: ResourceEntry[] = [];
  let characters = 0;
  /** Entries that are kept no more, and the latest end among them. */
  let forgotten = 0;
  let forgottenUntil = -Infinity;
  const began = clock.now();
  /** Nothing of the document ended before. */
  const origin = clock.at(0);

  function keep(entries: readonly ResourceEntry[]): void {
    kept.push(...entries);
    for (const { name } of entries) characters += name.length;
    if (kept.length <= MAX_ENTRIES && characters <= MAX_CHARACTERS) return;
    // A good part at once, so that it is not done for each entry.
    const gone = kept.splice(0, Math.max(entries.length, Math.ceil(kept.length / 4)));
    for (const entry of gone) {
      characters -= entry.name.length;
      forgottenUntil = Math.max(forgottenUntil, endOf(entry));
    }
    forgotten += gone.length;
  }

  function give({ since, take }: ResourceFollower, entries: readonly ResourceEntry[]): void {
    if (since === Infinity) return;
    const ownEntries = since <= origin ? entries : entries.filter((entry) => endOf(entry) >= since);
    if (ownEntries.length > 0) take(ownEntries);
  }

  function takeEntries(list: PerformanceEntryList): void {
    const entries = (list as PerformanceResourceTiming[]).map(copied);
    if (entries.length === 0) return;
    // Before they are given on: a look at the clock now tells these entries from what comes after a sleep.
    clock.now();
    keep(entries);
    for (const follower of followers) give(follower, entries);
  }

  const observer = new source((list, _observer, details?: { droppedEntriesCount?: number }) => {
    const dropped = details?.droppedEntriesCount ?? 0;
    if (dropped > 0) {
      forgotten += dropped;
      forgottenUntil = Math.max(forgottenUntil, began);
      for (const { since, missed } of followers) if (since <= began) missed?.(dropped);
    }
    takeEntries(list.getEntries());
  });
  observer.observe({ type: 'resource', buffered: true });

  return {
    source,
    hurry() {
      takeEntries(observer.takeRecords());
    },
    follow(follower) {
      followers.add(follower);
      if (forgotten > 0 && follower.since <= forgottenUntil) follower.missed?.(forgotten);
      give(follower, kept);
      follower.signal.addEventListener('abort', () => {
        takeEntries(observer.takeRecords());
        followers.delete(follower);
        if (followers.size > 0) return;
        observer.disconnect();
        kept = [];
        world[FEED] = undefined;
      });
    },
  };
}

/** Has all followers told now of what the browser would tell in a moment. */
export function hurryResources(): void {
  world[FEED]?.hurry();
}

/** Tells a follower of all entries of its time, those of before now at once. */
export function followResources(follower: ResourceFollower): void {
  if (follower.signal.aborted) return;
  if (world[FEED]?.source !== PerformanceObserver) world[FEED] = createFeed();
  world[FEED].follow(follower);
}
