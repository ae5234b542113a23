/** Where the content scripts of a document find each other: in the world of content scripts, not the page's. */
import { isPrerendering } from './safe-document.ts';
import type { Visits } from './visits.ts';

const RUNNING = Symbol.for('liner-notes.visits');
const AWAITED = Symbol.for('liner-notes.visits-awaited');

const world = globalThis as { [RUNNING]?: Visits; [AWAITED]?: ((visits: Visits) => void)[] };

/** The document's visits, once they are watched. */
export function runningVisits(): Visits | undefined {
  return world[RUNNING];
}

/** Makes the visits known to a second script, and to a second injection of the first. */
export function setRunningVisits(visits: Visits): void {
  world[RUNNING] = visits;
  world[AWAITED]?.splice(0).forEach((join) => {
    join(visits);
  });
}

/** Runs now, or as soon as the document's visits are watched: of two scripts at the document's start, either may come first. */
export function whenRunning(join: (visits: Visits) => void): void {
  const visits = world[RUNNING];
  if (visits === undefined) world[AWAITED] = [...(world[AWAITED] ?? []), join];
  else join(visits);
}

/** Runs now, or when the person first sees the page: one that is prepared in the background has not been visited yet. */
export function whenShown(run: () => void): void {
  if (isPrerendering()) {
    addEventListener('prerenderingchange', run, { once: true, capture: true });
  } else {
    run();
  }
}
