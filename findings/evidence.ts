/** What a rule has to show for a practice: what was observed, as a person could check it in the page. */
import type { CookieDistinction } from './cookie-distinction.ts';

/** One of those who hold the same identifier. */
export interface Holder {
  /** The company's owner; the site's host where it is the site itself. */
  readonly owner: string;
  readonly isSite: boolean;
  /** Under which name, and where. */
  readonly name: string;
  readonly host: string;
  /** `got`: it was sent there, or goes there with each request. `keeps`: a tool of its keeps it at the site's address. */
  readonly how: 'got' | 'keeps';
}

/** One thing that was seen, as a person could check it in the page. */
export interface Evidence {
  /** What kind of thing: picks the sentence in the popup. */
  readonly what:
    | 'request'
    | 'pixel'
    | 'frame'
    | 'cookie'
    | 'local'
    | 'session'
    | 'indexed-db'
    | 'cache'
    | 'service-worker'
    | 'origin-file'
    | 'storage-bucket'
    | 'flash-object'
    | 'flash-cookie'
    | 'form'
    | 'field'
    | 'link'
    | 'consent'
    | 'geolocation'
    | 'identifier'
    | 'redirect'
    | 'read-out'
    /** Requests that carried something besides their address. */
    | 'upload'
    | 'typed-text'
    | 'disguise'
    /** Something looked for and not found; `subject` says what. */
    | 'absence';
  /** Host name, item name, address or words, as seen. Never a value. */
  readonly subject: string;
  /** More of it (path, lifetime, field names, scopes), '' when there is none. */
  readonly detail: string;
  readonly host: string;
  /** First seen, milliseconds since 1970. */
  readonly at: number;
  /** How many of it. */
  readonly count: number;
  /** What tells a cookie from others of its name that are evidence too. */
  readonly apart?: CookieDistinction;
  /** A host of the company behind it, where `host` is not that company's own. */
  readonly behind?: string;
  /** Which of the practice's situations it shows (`practices.json`); absent where the practice's own words are true of it. */
  readonly situation?: string;
  /** True where none of the requests was answered, as far as anybody saw: blocked, or failed. */
  readonly unanswered?: true;
  /** Who holds an identifier that several have, each once. */
  readonly holders?: readonly Holder[];
}
