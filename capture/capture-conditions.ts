/** The conditions under which a capture was made, as far as they are known. */

/** What is known of the conditions. Null: not known. */
export interface CaptureConditions {
  /** When these conditions were read, in milliseconds since 1970. */
  readonly readAt: number;
  /** IANA name of the time zone that the browser works with. */
  readonly timeZone: string;
  /** Minutes that local time is ahead of UTC. */
  readonly utcOffset: number;
  readonly extension: {
    readonly name: string;
    readonly version: string;
    /** Which of the two packages. */
    readonly target: 'chromium' | 'firefox';
    /** SHA-256 of the list of the package's files and their hashes, hexadecimal; null where it has none. */
    readonly filesHash: string | null;
  };
  readonly browser: {
    readonly name: string;
    readonly version: string | null;
    /** 'Linux', 'Windows' … */
    readonly platform: string | null;
  };
  /** Languages that the browser tells sites, the first one first. */
  readonly languages: readonly string[];
  /** Whether the browser tells sites that the person wants no sale and no sharing. */
  readonly gpc: boolean | null;
  readonly cookiesEnabled: boolean | null;
  /** Whether the browser keeps other companies' cookies. */
  readonly thirdPartyCookies: 'allowed' | 'blocked' | null;
  /** As the person says. `clean`: made for this capture, without history, cookies and other extensions. */
  readonly profile: 'clean' | 'used' | null;
  /** Where the person lives, as they have set it; null where they have not. */
  readonly region: string | null;
}
