/** What becomes of the wish to keep a copy. */
import type { KeptCopy } from './kept-copy.ts';

/** Whether the browser has promised not to clear the database by itself; 'unanswered': it has said nothing yet. */
export type Persistence = 'promised' | 'refused' | 'unanswered';

/** What became of the wish to keep a copy. */
export type KeepResult =
  | { readonly kind: 'kept'; readonly copy: KeptCopy; readonly persistence: Persistence }
  /** The same text of the same page is kept already. */
  | { readonly kind: 'kept-before'; readonly copy: KeptCopy; readonly persistence: Persistence }
  | {
      readonly kind: 'not-kept';
      readonly why: 'private-window' | 'empty' | 'too-many' | 'no-room' | 'disk-full' | 'no-database';
    };
