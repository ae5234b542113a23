/** What the replica gets and gives: plain values, so that a page is a function. */

/** A request as the pages and stubs see it. */
export interface SiteRequest {
  readonly scheme: 'http' | 'https';
  readonly method: string;
  /** Lower case, without port. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
}

/** What is sent back. */
export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

export function html(body: string, headers: Answer['headers'] = {}): Answer {
  return { type: 'text/html; charset=utf-8', body, headers };
}

export function script(body: string, headers: Answer['headers'] = {}): Answer {
  return { type: 'text/javascript; charset=utf-8', body, headers };
}

export function json(value: unknown): Answer {
  return { type: 'application/json', body: JSON.stringify(value) };
}

export function notFound(): Answer {
  return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is nothing here.' };
}

/** A transparent image of one pixel (GIF, 43 bytes). */
const ONE_PIXEL = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));

export function pixel(headers: Answer['headers'] = {}): Answer {
  return { type: 'image/gif', body: ONE_PIXEL, headers };
}
