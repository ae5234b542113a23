/** What a page of the extension knows of a tab's record. */
import { asShown } from './redate.ts';
import type { Found } from './stored-value.ts';
import type { Visit } from './visit.ts';

/** `empty`: nothing is known of the tab, which is not the same as a page that did nothing. */
export type LedgerState =
  | { readonly state: 'loading' }
  | { readonly state: 'empty' }
  | { readonly state: 'visit'; readonly visit: Visit }
  /** `message`: the browser's own, in its own language; null for a record that is damaged. */
  | { readonly state: 'error'; readonly message: string | null };

/** The state of a tab by what was found of it (`RecordReader`). */
export function ledgerState(found: Found<Visit>): LedgerState {
  switch (found.state) {
    case 'read':
      return { state: 'visit', visit: asShown(found.value) };
    case 'damaged':
      return { state: 'error', message: null };
    // What a later version has written is no fault of the page or of the person: this one knows nothing of the tab.
    case 'newer':
    case 'none':
      return { state: 'empty' };
  }
}
