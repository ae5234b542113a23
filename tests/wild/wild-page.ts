/**
 * What a wild page is: a page as real sites run it, written from public documentation, with the right answers beside it.
 * The answers come first and from outside: they say what a fair person would call true of the page, whatever the product says.
 */
import type { Page } from '@playwright/test';
import type { Answer, SiteRequest } from '../../replica/answer.ts';

/** How the extension looks at a page. */
export type View = 'page' | 'full';

/** The state of the choice, in the record's own words. */
export type Choice = 'none-yet' | 'accepted' | 'refused' | 'partly' | 'some' | 'unknown';

/** What holds of the choice when the page has been seen. */
export interface ConsentAnswer {
  /** What may rightly be said; more than one where the tool keeps its answer in a form that nobody can read. */
  readonly choice: readonly Choice[];
  /**
   * Who made it: the person now, the person on an earlier visit, the site by itself, or nobody. What the site has made may be
   * told as allowed where it is told that nobody chose.
   */
  readonly by: 'person' | 'earlier' | 'site' | 'nobody';
}

/** The right answers for one page. Practices by their ids in policy-data/practices.json. */
export interface RightAnswer {
  /** True in both views. `policy-and-choice-links` is true of every page that is looked at and is not listed. */
  readonly practices: readonly string[];
  /** True in full view besides. */
  readonly full?: readonly string[];
  /** What the page is there to prove that nobody says. All other practices must not be said either. */
  readonly not?: readonly string[];
  /** Where a fair person could say both, with the reason. Not counted. */
  readonly either?: Readonly<Record<string, string>>;
  /** The other companies that are contacted: a name of the owner (or several, split by |), and the hosts. */
  readonly others?: Readonly<Record<string, readonly string[]>>;
  /** Those that only full view can see, besides. */
  readonly othersInFull?: Readonly<Record<string, readonly string[]>>;
  /** Hosts of Sony Music's own on another domain than the page's. */
  readonly own?: readonly string[];
  /** Hosts that only a page before this one contacted: they are no part of what this page did. */
  readonly formerly?: readonly string[];
  /** The choice; absent where the page has no tool that asks for one. */
  readonly consent?: ConsentAnswer;
  /** Hosts and names of items that were used before the choice. */
  readonly before?: readonly string[];
  /** Those that came only after it, or are no part of what was used. */
  readonly after?: readonly string[];
  /** On no list and with no mark: nothing may be said at all. */
  readonly unlisted?: true;
}

/** Somebody who uses the page: real input, by way of the browser. */
export interface Person {
  readonly page: Page;
  /** Waits until the extension's record rests. */
  readonly settle: () => Promise<void>;
}

/** Answers by `host/path`, or by `/path` on the page's own host; a last `*` stands for any rest. */
export type Served = Readonly<Record<string, (request: SiteRequest) => Answer>>;

/** A page with its right answers. */
export interface WildPage {
  readonly name: string;
  /** What it is and what happens on it, in a sentence. */
  readonly about: string;
  /** Where the order of events, the names and the addresses come from. */
  readonly sources: readonly string[];
  /** A real host name: that of a listed site, or of another one. */
  readonly host: string;
  /** '/' unless given. */
  readonly path?: string;
  /** The document at `path`. */
  readonly html: string;
  /** Headers of the document, for instance the cookies that the server sets. */
  readonly headers?: Answer['headers'];
  /** What else the page's own host, or a host of this page alone, answers. */
  readonly serve?: Served;
  /** What has been kept from an earlier visit: cookies by their name, and what the document's first script stores. */
  readonly earlier?: { readonly cookies?: Readonly<Record<string, string>> };
  /** What the person does once the page rests. */
  readonly steps?: (person: Person) => Promise<void>;
  readonly right: RightAnswer;
}

/** A document with a title, something in its head and its body. */
export function document(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="icon" href="data:,">${head}</head>
<body><header><h1>${title}</h1><nav><a href="/tour">Tour</a> <a href="/music">Music</a> <a href="/news">News</a></nav></header>
<main>${body}</main></body></html>`;
}
