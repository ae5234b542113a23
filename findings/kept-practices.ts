/** Which practices are seen in what is kept in a place. */
import type { Place } from './kept.ts';

const PRACTICES: Readonly<Record<Place | 'flash', readonly string[]>> = {
  cookie: ['first-party-cookies', 'third-party-cookies'],
  local: ['web-storage'],
  session: ['web-storage'],
  'indexed-db': ['browser-databases'],
  cache: ['browser-databases'],
  'service-worker': ['browser-databases'],
  'origin-file': ['browser-databases'],
  'storage-bucket': ['browser-databases'],
  flash: ['flash-cookies'],
};

/** The practices by their ids, in the order in which they are told. */
export function practicesKeptIn(place: Place | 'flash'): readonly string[] {
  return PRACTICES[place];
}
