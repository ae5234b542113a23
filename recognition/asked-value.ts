/** The value of a stored item, as it comes from the live page when a person asks: handed from the observer to what shows it, never kept. */

/** Longest value that is handed over, in UTF-16 code units: more than this nobody reads, and a screen cannot show it. */
export const MAX_VALUE = 100_000;

/**
 * What came of asking.
 *
 * - `left`: the tab shows another page by now. `closed`: there is no such tab any more. `private`: the tab is in a private window.
 * - `gone`: the item is not there any more. `no-frame`: nor is the frame that keeps it.
 * - `not-permitted`: the browser does not let us look, for want of the site's permission. `refused`: the frame's own storage is shut.
 * - `unclear`: several items fit what is known of its name or place.
 * - `no-answer`: the page or the browser has not answered.
 */
export type AskedValue =
  | {
      readonly state: 'read';
      /** At most `MAX_VALUE` code units of it. */
      readonly value: string;
      /** UTF-16 code units of the whole value. */
      readonly length: number;
      /** When it was read, in milliseconds since 1970. */
      readonly at: number;
    }
  | {
      readonly state:
        'left' | 'closed' | 'private' | 'gone' | 'no-frame' | 'not-permitted' | 'refused' | 'unclear' | 'no-answer';
    };
