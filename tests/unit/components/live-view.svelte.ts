/** A ledger that a test changes while the popup is open. */
import type { LedgerState } from '../../../ledger/ledger-state.ts';

export class LiveView {
  current = $state.raw<LedgerState>({ state: 'loading' });

  constructor(first: LedgerState) {
    this.current = first;
  }
}
