/**
 * What a rule has to show for a practice: what was observed, as a person could check it in the page. Names and addresses, never a value.
 *
 * Long because: the kinds stand side by side, each with its own fields.
 */
import type {
  ConsentObservation,
  FlashCookieDamage,
  FlashObjectObservation,
  FormObservation,
  GeolocationObservation,
  ReadOut,
  Store,
  TypedTextObservation,
} from '../ledger/observation.ts';
import type { CookieDistinction } from './cookie-distinction.ts';

/** What all evidence has, whatever its kind. */
interface Observed {
  /** The host that was contacted, that keeps it or where it stands; '' where there is none. */
  readonly host: string;
  /** First seen, milliseconds since 1970. */
  readonly at: number;
  /** How many of it. */
  readonly count: number;
  /** A host of the company behind it, where `host` is not that company's own; '' where nobody can tell the company. */
  readonly behind?: string;
  /** Which of the practice's situations it shows (`practices.json`); absent where the practice's own words are true of it. */
  readonly situation?: string;
  /** True where none of the requests was answered, as far as anybody saw: blocked, or failed. */
  readonly unanswered?: true;
}

/** Requests to a host; pixel tags among them; those that carried something besides their address. */
export interface RequestEvidence extends Observed {
  readonly kind: 'request' | 'pixel' | 'upload';
  /** Paths that were asked for, the first ones. */
  readonly paths: readonly string[];
}

/** A frame of another document in the page. */
export interface FrameEvidence extends Observed {
  readonly kind: 'frame';
  /** As the page writes it; '' where it has none. */
  readonly title: string;
  readonly path: string;
}

/** A thing that is kept in the browser. */
export interface StoredEvidence extends Observed {
  readonly kind: Store;
  readonly name: string;
  /** When the cookie ends, milliseconds since 1970; null where it ends with the browser's session; absent where it is not told. */
  readonly expiresAt?: number | null;
  /** It came back after it was removed. */
  readonly restored?: true;
  /** What tells a cookie from others of its name that are evidence too. */
  readonly distinction?: CookieDistinction;
}

/** Flash content in the page. */
export interface FlashObjectEvidence extends Observed {
  readonly kind: 'flash-object';
  /** How it was placed. */
  readonly form: FlashObjectObservation['form'];
  /** The film's path at `host`; null where the element names none. */
  readonly path: string | null;
  /** Names of its parameters. */
  readonly parameters: readonly string[];
}

/** A Flash cookie, which the Ruffle player keeps in web storage. */
export interface FlashCookieEvidence extends Observed {
  readonly kind: 'flash-cookie';
  /** Its host, path and name. */
  readonly key: string;
  /** Names of its entries. */
  readonly entries: readonly string[];
  /** What is wrong with it; null where it could be read whole. */
  readonly damaged: FlashCookieDamage | null;
}

/** Where a form is sent; null where only a script knows. */
export type FormTarget = FormObservation['target'];

/** A form. */
export interface FormEvidence extends Observed {
  readonly kind: 'form';
  /** Its own words that tell what it is for. */
  readonly words: readonly string[];
  readonly target: FormTarget;
  /** What it is called by: what it says, or where it is sent, when that is the point. */
  readonly calledBy: 'words' | 'target';
}

/** Fields of one form. */
export interface FieldEvidence extends Observed {
  readonly kind: 'field';
  /** Their names in the page. */
  readonly names: readonly string[];
  readonly target: FormTarget;
}

/** A link, or a button that acts as one. `host` is where it leads, '' where only a script knows. */
export interface LinkEvidence extends Observed {
  readonly kind: 'link';
  /** Its words; '' where it has none. */
  readonly text: string;
  readonly path: string;
  /** Permissions that it asks a music service or a sign-in for, each as written. */
  readonly scopes: readonly string[];
}

/** A choice that is stored at a consent platform. `host` is what tells it: the item's name, or the script's host. */
export interface ConsentEvidence extends Observed {
  readonly kind: 'consent';
  readonly platform: string;
  readonly choice: ConsentObservation['choice'];
}

/** A script asked the browser where it is. `host` is the script's. */
export interface GeolocationEvidence extends Observed {
  readonly kind: 'geolocation';
  /** The script's path. */
  readonly path: string;
  /** How the permission stands; null where nobody saw it. */
  readonly permission: GeolocationObservation['state'] | null;
}

/** A place in the browser where an identifier stands. */
export interface IdentifierPlace {
  readonly name: string;
  readonly store: Store | 'flash-cookie';
}

/** One identifier in several places. */
export interface IdentifierEvidence extends Observed {
  readonly kind: 'identifier';
  /** Each place, that which was seen first before the others. */
  readonly places: readonly IdentifierPlace[];
}

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

/** One identifier that several hold. */
export interface SharedIdentifierEvidence extends Observed {
  readonly kind: 'shared-identifier';
  /** Each holder once. */
  readonly holders: readonly Holder[];
}

/** A request that was sent on from host to host. `host` is that of the company on its way. */
export interface RedirectEvidence extends Observed {
  readonly kind: 'redirect';
  /** The hosts in their order; null in the place of those that are not known, or too many. */
  readonly way: readonly (string | null)[];
}

/** A script that reads out the browser, or listens to what is done. `host` is the script's. */
export interface ReadOutEvidence extends Observed {
  readonly kind: 'read-out';
  /** The script's path; '' where several scripts of the host did it together. */
  readonly path: string;
  readonly parts: readonly Exclude<ReadOut, 'location'>[];
}

/** Typed text that went to `host` before the person sent the form. */
export interface TypedTextEvidence extends Observed {
  readonly kind: 'typed-text';
  /** The field's name in the page, or else what it asks for. */
  readonly field: string;
  /** The form in which the text was found. */
  readonly form: TypedTextObservation['form'];
}

/** How a collector under another name was recognised: by the host that the name stands for, or by the shape of its calls. */
export type DisguiseSign =
  | { readonly by: 'alias'; readonly host: string }
  | { readonly by: 'shape'; readonly path: string; readonly parameters: readonly string[] };

/** Another company's collector under a host of the site's own. */
export interface DisguiseEvidence extends Observed {
  readonly kind: 'disguise';
  readonly collector: string;
  readonly sign: DisguiseSign;
}

/** Something that was looked for and not found. */
export interface AbsenceEvidence extends Observed {
  readonly kind: 'absence';
  readonly of: 'policy-link';
}

/** One thing that was observed. */
export type Evidence =
  | RequestEvidence
  | FrameEvidence
  | StoredEvidence
  | FlashObjectEvidence
  | FlashCookieEvidence
  | FormEvidence
  | FieldEvidence
  | LinkEvidence
  | ConsentEvidence
  | GeolocationEvidence
  | IdentifierEvidence
  | SharedIdentifierEvidence
  | RedirectEvidence
  | ReadOutEvidence
  | TypedTextEvidence
  | DisguiseEvidence
  | AbsenceEvidence;

/** The kinds of evidence: what the sentences in the popup, and conditions of clauses (`seen`), go by. */
export type EvidenceKind = Evidence['kind'];
