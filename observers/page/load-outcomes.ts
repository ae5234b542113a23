/** What became of the elements' loads: which failed, which were images of 1 × 1. Resource Timing tells neither. */

import { withoutFragment } from '../../recognition/web-address.ts';
import { elementsIn } from './page-elements.ts';
import { onDocument } from './safe-document.ts';

/** What has been heard so far; follows the document from when it was made until its signal aborts. */
export interface LoadOutcomes {
  /** Addresses that failed to load, with when it was heard, in milliseconds since the document's time origin. */
  readonly failed: ReadonlyMap<string, number>;
  /** Addresses of images whose load has ended, well or not. */
  readonly ended: ReadonlySet<string>;
  /** Addresses of images that are at most 1 × 1 pixels. */
  readonly pixels: ReadonlySet<string>;
  /** Calls `listener` after each failure, until `signal` aborts. */
  readonly onFailure: (listener: () => void, signal: AbortSignal) => void;
}

/** Most addresses that are kept of each kind; the oldest make room. */
const MAX_KEPT = 500;
/** Longest address that is kept, in characters; longer ones cannot be matched to a request. */
const MAX_LENGTH = 4000;

/** The address that an element loads: an image of several sizes says itself which it took. */
function addressOf(element: Element): string {
  const written =
    element instanceof HTMLImageElement || element instanceof HTMLMediaElement
      ? element.currentSrc || element.src
      : element instanceof HTMLLinkElement
        ? element.href
        : element instanceof HTMLScriptElement ||
            element instanceof HTMLIFrameElement ||
            element instanceof HTMLSourceElement
          ? element.src
          : '';
  return /^https?:/.test(written) && written.length <= MAX_LENGTH ? withoutFragment(written) : '';
}

function isPixel(image: HTMLImageElement): boolean {
  return image.naturalWidth === 1 && image.naturalHeight <= 1;
}

function makeRoom(kept: Map<string, number> | Set<string>): void {
  if (kept.size < MAX_KEPT) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

/** Begins to listen, in the capture phase: the events of loads don't bubble. */
export function watchLoads(signal: AbortSignal): LoadOutcomes {
  const failed = new Map<string, number>();
  const ended = new Set<string>();
  const pixels = new Set<string>();
  const failures = new EventTarget();

  function noteImage(image: HTMLImageElement): void {
    const address = image.complete ? addressOf(image) : '';
    if (address === '') return;
    makeRoom(ended);
    ended.add(address);
    if (!isPixel(image)) return;
    makeRoom(pixels);
    pixels.add(address);
  }

  function noteLoad({ target }: Event): void {
    // Tried again, and it worked.
    if (failed.size > 0 && target instanceof Element) failed.delete(addressOf(target));
    if (target instanceof HTMLImageElement) noteImage(target);
  }

  function noteFailure({ target }: Event): void {
    const address = target instanceof Element ? addressOf(target) : '';
    if (address === '') return;
    if (target instanceof HTMLImageElement) noteImage(target);
    makeRoom(failed);
    failed.set(address, performance.now());
    failures.dispatchEvent(new Event('failure'));
  }

  const options = { capture: true, passive: true, signal };
  onDocument('load', noteLoad, options);
  onDocument('error', noteFailure, options);
  // Those that were there before us.
  for (const image of elementsIn<HTMLImageElement>([document], 'img')) noteImage(image);

  return {
    failed,
    ended,
    pixels,
    onFailure(listener, until) {
      failures.addEventListener('failure', listener, { signal: until });
    },
  };
}
