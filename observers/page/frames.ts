/** The frames of the document, by their addresses; what is in them is their own affair. */
import { clip, MAX_TEXT_LENGTH, toAddress } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { firstSightings } from './first-sightings.ts';
import type { PageObserver } from './observer.ts';
import { attribute, resolved } from './page-elements.ts';

const MAX_FRAMES = 60;

/** Reports each address that a frame leads to, once. Frames without one (about:, srcdoc, blob:) belong to the page. */
export const observeFrames: PageObserver = (watch) => {
  const isFirst = firstSightings(watch, 'frames', MAX_FRAMES);
  watch.onDom((changes) => {
    for (const frame of changes.elements('iframe[src]:not([srcdoc]),frame[src]')) {
      const address = toAddress(resolved(attribute(frame, 'src')));
      if (address === null || address.scheme === 'other') continue;
      if (!isFirst(`${address.host}${address.path}`)) continue;
      const title = clip(attribute(frame, 'title').trim(), MAX_TEXT_LENGTH);
      watch.report({ kind: 'frame', at: clock.now(), address, title });
    }
  });
};
