/** What a state of the popup is made of: what the browser says of the tab, what the ledger holds of it, which view is open. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import type { KeptCopy } from '../../reading/kept-copy.ts';
import type { RawDocument } from '../../reading/raw-document.ts';

/** What the browser tells the popup of its tab. */
export interface TabFacts {
  /** Null where the extension may not know it. */
  readonly url: string | null;
  readonly incognito?: boolean;
  /** Storage never answers. */
  readonly holds?: boolean;
  /** The person has allowed all sites. */
  readonly allSites?: boolean;
  /** The person has taken back what the extension needs on the page's host. */
  readonly withheld?: boolean;
  /** What the page gives when it is read as a policy: its text, or `refuses`, or `hangs` (it never answers). Absent: the browser's own answer. */
  readonly page?: RawDocument | 'refuses' | 'hangs';
  /** What the clock shows, in milliseconds since 1970; absent: the time. */
  readonly now?: number;
}

/** One state, as a person meets it. */
export interface StateOfPopup {
  /** Names the picture's file. */
  readonly id: string;
  /** What it shows, in words. */
  readonly caption: string;
  /** The popup's own name for it (`data-state`); null before it has one. */
  readonly state: string | null;
  readonly tab: TabFacts;
  /** What stands under the tab's key: a record, a text that is none, or nothing. */
  readonly record: Visit | string | null;
  /** Behind the # of the popup's address; the first screen where none is given. */
  readonly view?: string;
  /** Copies of policies that are kept when the popup opens; none where absent. */
  readonly copies?: readonly KeptCopy[];
  /** What the person does once it is open. */
  readonly then?: (popup: Page) => Promise<void>;
}
