/** Where the content scripts of a document find each other: in the world of content scripts, not the page's. */
import type { Visits } from './visits';

const RUNNING = Symbol.for('liner-notes.visits');

const world = globalThis as { [RUNNING]?: Visits };

/** The document's visits, once they are watched. */
export function runningVisits(): Visits | undefined {
  return world[RUNNING];
}

/** Makes the visits known to a second script, and to a second injection of the first. */
export function setRunningVisits(visits: Visits): void {
  world[RUNNING] = visits;
}

/** Runs now, or when the person first sees the page: one that is prepared in the background has not been visited yet. */
export function whenShown(run: () => void): void {
  if ('prerendering' in document && document.prerendering === true) {
    addEventListener('prerenderingchange', run, { once: true, capture: true });
  } else {
    run();
  }
}
