/**
 * What an observer reports: the one union type that travels the whole way from the page to the popup.
 *
 * An observation is a fact without a judgement. It carries names, sizes and shapes, never a stored value and never what
 * somebody typed. Addresses come without their query and fragment. Times are milliseconds since 1970 by the page's clock.
 *
 * Long because: the members of one union are read side by side.
 */

/** Where a value is kept in the browser. */
export type Store =
  'cookie' | 'local' | 'session' | 'indexed-db' | 'cache' | 'service-worker' | 'origin-file' | 'storage-bucket';

/** What a value looks like, told without telling the value. */
export type ValueShape =
  | 'empty'
  | 'number'
  | 'yes-no'
  | 'time'
  | 'uuid'
  | 'identifier'
  | 'e-mail'
  | 'address'
  | 'json'
  | 'flash-object'
  | 'text';

/** A value that could tell one browser from the next, by the name it travels under and a salted hash of itself. */
export interface IdentifierTrace {
  readonly name: string;
  readonly hash: string;
}

/** An address without query and fragment. */
export interface Address {
  readonly scheme: 'http' | 'https' | 'ws' | 'wss' | 'other';
  /** Lower case, without port. */
  readonly host: string;
  /** Begins with '/'; at most 120 characters. */
  readonly path: string;
}

/** The document itself: always the first observation of a document. */
export interface PageObservation {
  readonly kind: 'page';
  readonly at: number;
  readonly address: Address;
  /** True when observing began after the document had begun to load (asked for by the person, or extension just installed). */
  readonly late: boolean;
}

/** A request that the document made to any host, its own included. */
export interface RequestObservation {
  readonly kind: 'request';
  readonly at: number;
  readonly address: Address;
  /** Resource Timing's initiatorType ("script", "img", "beacon", …), or "error" when only a failed load reported it. */
  readonly initiator: string;
  /** `null`: page view cannot tell. True means failed or blocked: page view cannot tell which. */
  readonly failed: boolean | null;
  /** An image that was loaded only for the call: of at most 1 × 1 pixels, shown nowhere and telling which page is open, or of a known pixel tag. */
  readonly pixel: boolean;
  /** Identifier-like values in the query, at most ten. */
  readonly identifiers: readonly IdentifierTrace[];
  /** How many requests of one burst to this host it stands for; 1 when absent. */
  readonly count?: number;
}

/** A frame of the document, whether or not its content can be seen. */
export interface FrameObservation {
  readonly kind: 'frame';
  readonly at: number;
  readonly address: Address;
  readonly title: string;
}

/** Lifetime and limits of a cookie, as the cookies API gives them. */
export interface CookieAttributes {
  /** The cookie's domain without the leading dot. */
  readonly domain: string;
  /** Null: ends with the browser session. Milliseconds since 1970. */
  readonly expiresAt: number | null;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'no_restriction' | 'lax' | 'strict' | 'unspecified';
  /** The top-level site for which it is kept apart (CHIPS, Firefox's protections), else null. */
  readonly partition: string | null;
  /** True: kept apart also from the top-level site itself, for frames below another company's frame. Absent: false. */
  readonly crossSite?: true;
  /** True: for its domain alone. Absent: for all hosts below it as well. */
  readonly hostOnly?: true;
  /** The path below which it is sent; at most 120 characters. Absent: '/', all of the host. */
  readonly path?: string;
  /** The browser's id of the store (a container of Firefox). Absent: the default one. */
  readonly storeId?: string;
}

/** Something kept in the browser under a name. */
export interface StoredItemObservation {
  readonly kind: 'stored-item';
  readonly at: number;
  readonly store: Store;
  /** Host of the origin that keeps it. */
  readonly host: string;
  /** At most 120 characters; longer names end with '…'. */
  readonly name: string;
  /** UTF-16 code units of name and value together, of a file its bytes; null where the platform does not say (databases, caches). */
  readonly size: number | null;
  readonly shape: ValueShape | null;
  /** Salted hash of the value when it looks like an identifier, else null. */
  readonly hash: string | null;
  readonly change: 'present' | 'written' | 'removed';
  /**
   * Of what is told for the first time: since when it may have stood there and the page had to do with it, where `at` is that of a look
   * which found it. Absent: since `at` where it was written; else any time before.
   */
  readonly since?: number;
  readonly cookie: CookieAttributes | null;
}

/** Flash content, in any of the forms that pages use. */
export interface FlashObjectObservation {
  readonly kind: 'flash-object';
  readonly at: number;
  readonly form: 'object' | 'embed' | 'request' | 'swfobject' | 'ruffle';
  /** The film; null when the element names none. */
  readonly address: Address | null;
  /** Names of `<param>`s and of flash variables. */
  readonly parameters: readonly string[];
}

/** One value inside a Flash cookie. */
export interface FlashCookieEntry {
  readonly name: string;
  /** The AMF type in words: "string", "integer", "array of 2", "object Foo of 3", … */
  readonly type: string;
  readonly shape: ValueShape | null;
  readonly hash: string | null;
}

/** A Flash cookie (local shared object) found in web storage, where the Ruffle player keeps it. */
export interface FlashCookieObservation {
  readonly kind: 'flash-cookie';
  readonly at: number;
  readonly host: string;
  /** The storage key: `HOST/PATH.swf/NAME`. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly amf: 0 | 3 | null;
  readonly entries: readonly FlashCookieEntry[];
  /** What is wrong with it; null when it could be read whole. */
  readonly damaged: FlashCookieDamage | null;
}

/** Why a Flash cookie could be read in part only. */
export type FlashCookieDamage =
  /** Other bytes than such a file has, or text that is no base64. */
  | 'not-flash'
  /** It stops before its end. */
  | 'ends-early'
  /** Deeper or longer than is read. */
  | 'too-large'
  /** It holds what cannot be understood. */
  | 'unknown-value';

/** What a field asks for, by its type, autocomplete token, name and label. */
export type FieldMeaning =
  | 'email'
  | 'friend-email'
  | 'tel'
  /** A telephone number that is said to be a mobile phone's. */
  | 'mobile'
  | 'name'
  | 'postal-address'
  | 'zip-code'
  | 'country'
  | 'birth-date'
  | 'age'
  | 'gender'
  | 'user-name'
  | 'password'
  | 'card-number'
  | 'card-detail'
  | 'upload'
  | 'consent-box'
  | 'search'
  | 'hidden'
  | 'other';

export type FormPurpose =
  | 'newsletter'
  | 'text-messages'
  | 'account'
  | 'payment'
  | 'tell-a-friend'
  | 'sweepstakes'
  | 'job'
  | 'search'
  | 'contact'
  | 'unknown';

/** The structure of a form, or of fields that stand outside of any form. What is typed is never read. */
export interface FormObservation {
  readonly kind: 'form';
  readonly at: number;
  /** Stable within the document, so that a form that grows replaces its earlier report. */
  readonly id: string;
  /** Host of the document that holds the form (it differs from the page in a frame). */
  readonly host: string;
  /** Where it is sent: the form's action or a button's formaction; null when only script knows. */
  readonly target: Address | null;
  readonly method: 'get' | 'post' | 'dialog' | 'none';
  readonly fields: readonly {
    readonly name: string;
    readonly meaning: FieldMeaning;
    /** The form is not sent without it. */
    readonly required?: true;
    /** A box that is ticked before anybody has ticked it. */
    readonly preset?: true;
  }[];
  readonly purposes: readonly FormPurpose[];
  /** The policy that is linked to in the form or close around it; null for none. Absent in records of earlier versions. */
  readonly policy?: Address | null;
  /** The words by which the purposes were recognised, as they stand on the page; at most 80 characters each. */
  readonly words: readonly string[];
}

export type LinkRole =
  'sign-in' | 'pre-save' | 'shop' | 'policy' | 'choice' | 'feedback' | 'cookie-settings' | 'outbound';

/** A link (or a button that acts as one) that leads elsewhere. */
export interface LinkObservation {
  readonly kind: 'link';
  readonly at: number;
  readonly role: LinkRole;
  readonly address: Address | null;
  /** The link's words; at most 80 characters. */
  readonly text: string;
  /** Permissions asked of a music service or sign-in provider (`scope`), each as written. */
  readonly scopes: readonly string[];
}

/** A mark by which a page shows whose it is; ids are those of organisation.json. */
export interface MarkObservation {
  readonly kind: 'mark';
  readonly at: number;
  readonly mark: string;
  /** What was found, for the reason in words: an address or the footer's words; at most 160 characters. */
  readonly detail: string;
  /** Where it stood. "image" never proves whose a page is. */
  readonly on: 'script' | 'frame' | 'image' | 'style' | 'form' | 'link' | 'element' | 'footer' | 'other';
}

/**
 * Who made a choice: the person by a press, the browser by its signal (GPC), the tool by itself (no press, or it says so).
 * `earlier`: it was there at the first look, mostly since a visit before this one. `unknown`: a press in a frame, say, which is not seen.
 */
export type ConsentMaker = 'person' | 'signal' | 'tool' | 'earlier' | 'unknown';

/** A consent platform, and which choice it has stored. `at`: the first scan that saw it. */
export interface ConsentObservation {
  readonly kind: 'consent';
  readonly at: number;
  /**
   * The last scan that still saw what was stored before, or the press before it on which a site may have acted at once; null where
   * it was there at the first scan.
   */
  readonly after: number | null;
  readonly platform: string;
  /** Host of the document that keeps it. */
  readonly host: string;
  /** `some`: allowed, wholly or in part. `withdrawn`: what was chosen is no longer stored. */
  readonly choice: 'none-yet' | 'accepted' | 'refused' | 'partly' | 'some' | 'withdrawn' | 'unknown';
  /** Null where there is no choice. */
  readonly maker: ConsentMaker | null;
  /** What shows it: a stored item's name, or a script's host or path. */
  readonly source: string;
  /** Two different choices are stored at once; `choice` is then unknown. */
  readonly several: boolean;
}

/** The state of the permission to know where the person is, and each change of it, whoever made it: the page asked, or the person set it. */
export interface GeolocationObservation {
  readonly kind: 'geolocation';
  readonly at: number;
  readonly state: 'granted' | 'denied' | 'prompt';
}

/**
 * Where a request came from: the page (or a frame that is watched like it), a frame of another company, or the site's own
 * background (its service worker), which no tab shows.
 */
export type RequestSource = 'page' | 'frame' | 'background';

/** A request that the browser itself reports (full view). The page may have reported it as well: the fold counts it once. */
export interface NetworkRequestObservation {
  readonly kind: 'network-request';
  readonly at: number;
  readonly address: Address;
  /** The browser's type of resource ("script", "xmlhttprequest", "ping", "websocket", …); at most 40 characters. */
  readonly resource: string;
  readonly source: RequestSource;
  /** Host of the document or worker that asked; null where the browser does not say. */
  readonly by: string | null;
  /** `blocked`: by the browser or another extension. `failed`: for any other reason. */
  readonly outcome: 'done' | 'failed' | 'blocked';
  /** It carried something to the host besides its address (a method other than GET and HEAD). */
  readonly upload: boolean;
  /** Identifier-like values in the query, at most ten. */
  readonly identifiers: readonly IdentifierTrace[];
  /** How many requests alike it stands for; 1 when absent. */
  readonly count?: number;
}

/** One step of a redirect (full view): the host asked sent the browser on to another address. */
export interface RedirectObservation {
  readonly kind: 'redirect';
  readonly at: number;
  /** The same for all steps of one request; at most 40 characters. */
  readonly chain: string;
  readonly from: Address;
  readonly to: Address;
  readonly resource: string;
  readonly source: RequestSource;
}

/** Who wrote an item: a response's header, or a script that called the browser. Names only. */
export interface WriteObservation {
  readonly kind: 'write';
  readonly at: number;
  readonly store: 'cookie' | 'local' | 'session' | 'indexed-db';
  /** Host of the document that the item belongs to; of the response, where a header wrote. */
  readonly host: string;
  readonly name: string;
  readonly api: 'set-cookie' | 'document.cookie' | 'cookieStore' | 'setItem' | 'indexedDB.open' | 'IDBObjectStore.put';
  /** Host of the script's file, or of the response; null where it is not known. */
  readonly writer: string | null;
  /** Path of the script's file or of the response; '' where it is not known. */
  readonly path: string;
  /** Host and path of the script by way of which it called: one that has put its own function in the place of the browser's. */
  readonly way?: string;
  readonly source: RequestSource;
  /** How many calls it stands for; 1 when absent. */
  readonly count?: number;
}

/** What a script read out of the browser that can tell one browser from the next; `location`: it asked where the person is. */
export type ReadOut = 'canvas' | 'webgl' | 'audio' | 'fonts' | 'navigator' | 'listeners' | 'location';

/**
 * What one script has read so far, as running totals: a later report replaces an earlier one. The judgement is made elsewhere
 * (`findings/rules/fingerprinting.ts`), by the thresholds of the literature.
 */
export interface ReadOutObservation {
  readonly kind: 'read-out';
  readonly at: number;
  readonly readOut: ReadOut;
  /** Host of the document. */
  readonly host: string;
  /** Host of the script's file; null where it is not known. */
  readonly script: string | null;
  readonly path: string;
  /** Numbers by the name of what was counted, as the page's script gives them; at most 16. */
  readonly measures: Readonly<Record<string, number>>;
}

/** A field's text was found in a request before the person sent the form (full view). The text itself is nowhere in it. */
export interface TypedTextObservation {
  readonly kind: 'typed-text';
  readonly at: number;
  readonly field: FieldMeaning;
  /** The field's name in the page. */
  readonly name: string;
  /** Where it went. */
  readonly address: Address;
  /** The form in which it was found. */
  readonly form: 'plain' | 'encoded' | 'base64' | 'md5' | 'sha1' | 'sha256' | 'sha512';
  readonly source: RequestSource;
}

/** Another company's collector under a host of the site itself. */
export interface DisguiseObservation {
  readonly kind: 'disguise';
  readonly at: number;
  readonly address: Address;
  /** Id of a shape in `recognition/collector-shapes.ts`, or the company's name where the host's alias shows it. */
  readonly collector: string;
  readonly reason: 'shape' | 'alias';
  /** What shows it: names of parameters, or the host that the alias stands for. Never a value. */
  readonly detail: string;
}

/** Whether the browser tells sites that the person wants no sale and no sharing (Global Privacy Control). */
export interface PrivacySignalObservation {
  readonly kind: 'privacy-signal';
  readonly at: number;
  /** `navigator.globalPrivacyControl`; null where the browser has no such thing. */
  readonly gpc: boolean | null;
  /** True when Liner Notes sends it because the person has asked for it. */
  readonly ours: boolean;
  /** Where it is ours: whether the page's own scripts read it as true; absent before they were asked. */
  readonly read?: boolean;
}

/** How far the page can be looked into from a certain moment on. */
export interface ViewObservation {
  readonly kind: 'view';
  readonly at: number;
  /** `full`: the browser reports all requests. `script-watch`: the page's own world is watched for who writes and reads. */
  readonly view: 'full' | 'script-watch';
  /** `late`: scripts of the page had run before. `silent`: it could not be made safe on this page, and nothing is reported. */
  readonly state: 'from-start' | 'late' | 'silent';
  /** True when it went on until now: the person has taken the permission back. */
  readonly ended?: true;
}

/** An observer gave up counting at its cap, or could not scan. */
export interface LimitObservation {
  readonly kind: 'limit';
  readonly at: number;
  readonly observer: string;
  readonly reason: 'too-many' | 'not-permitted' | 'failed';
  /** How many were left out; 0 when that is not known. */
  readonly count: number;
}

/** An observer has scanned all of its store: what appears later is new, and what kept it from looking is over. */
export interface LookObservation {
  readonly kind: 'look';
  readonly at: number;
  readonly observer: string;
}

/** Every fact that Liner Notes can hold. */
export type Observation =
  | PageObservation
  | RequestObservation
  | FrameObservation
  | StoredItemObservation
  | FlashObjectObservation
  | FlashCookieObservation
  | FormObservation
  | LinkObservation
  | MarkObservation
  | ConsentObservation
  | GeolocationObservation
  | NetworkRequestObservation
  | RedirectObservation
  | WriteObservation
  | ReadOutObservation
  | TypedTextObservation
  | DisguiseObservation
  | PrivacySignalObservation
  | ViewObservation
  | LimitObservation
  | LookObservation;

export type ObservationKind = Observation['kind'];
/** The observation of one kind. */
export type ObservationOf<K extends ObservationKind> = Extract<Observation, { kind: K }>;

/** Longest name, path or other page-made text that an observation may carry, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 120;
/** The last moment of the year 9999. What is later stands in no file that another program would read: their years have four digits. */
export const LAST_TIME = 253_402_300_799_999;
/** Longest text of a link or of the words that show a purpose. */
export const MAX_TEXT_LENGTH = 80;
/** Longest detail of a mark. */
export const MAX_DETAIL_LENGTH = 160;

/** A time as it can be told: sites do set cookies that end long after the year 9999, and before 1970. */
export function tellableTime(at: number): number {
  return Math.min(Math.max(at, 0), LAST_TIME);
}

/**
 * Cuts a text made by the page to `max` UTF-16 code units, the last one an ellipsis, without splitting a surrogate pair.
 *
 * clip('abcdef', 4) → 'abc…'
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return (last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut) + '…';
}

/**
 * Reads an absolute or relative address, without query, fragment, user name or port.
 * Gives null for what is no address and for addresses without a host (data:, blob:, about:, javascript:).
 *
 * toAddress('https://A.example:8443/x?y#z') → { scheme: 'https', host: 'a.example', path: '/x' }
 */
export function toAddress(url: string, base?: string): Address | null {
  let parsed: URL;
  try {
    parsed = new URL(url, base);
  } catch {
    return null;
  }
  if (parsed.hostname === '') return null;
  const scheme = parsed.protocol.slice(0, -1);
  return {
    scheme: scheme === 'http' || scheme === 'https' || scheme === 'ws' || scheme === 'wss' ? scheme : 'other',
    host: parsed.hostname,
    path: clip(parsed.pathname, MAX_NAME_LENGTH),
  };
}
