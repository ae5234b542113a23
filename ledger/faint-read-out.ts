/** Which read-outs give way to others where a visit has no room for all. */
import type { EntryOf } from './visit-entries.ts';

/** Properties of navigator and screen that any script may read. */
const FEW_PROPERTIES = 8;
/** Fonts that any page may measure. */
const FEW_FONTS = 20;

/** What most scripts read, or what no rule asks for: that must not fill the list. */
export function isFaint({ readOut, measures }: EntryOf<'read-out'>): boolean {
  const of = (name: string): number => measures[name] ?? 0;
  switch (readOut) {
    case 'navigator':
      return of('properties') < FEW_PROPERTIES;
    case 'listeners':
      return of('pointer') === 0 || of('keyboard') === 0 || of('mutations') === 0;
    case 'canvas':
      return of('saves') > 0 || of('characters') === 0;
    case 'fonts':
      return of('fonts') < FEW_FONTS;
    case 'audio':
      return of('oscillators') === 0;
    case 'webgl':
      return of('unmasked') === 0;
    case 'location':
      return false;
  }
}
