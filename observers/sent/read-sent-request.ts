/** What the browser tells of a request → what is handed to the page that sent it. Pure, but for the decoder of UTF-8. */
import { hostOf } from '../../recognition/web-address.ts';
import { MAX_BODY, MAX_URL, type SentRequest } from './sent-request.ts';

/** The part of `webRequest.onBeforeRequest`'s details that is read here, as both browsers give it. */
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly timeStamp: number;
  readonly frameId: number;
  readonly parentFrameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly parentDocumentId?: string | undefined;
  /** Origin of what asked (Chromium). */
  readonly initiator?: string | undefined;
  /** Address of the document that asked (Firefox). */
  readonly documentUrl?: string | undefined;
  readonly requestBody?: RequestBody | null | undefined;
}

interface RequestBody {
  readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
  readonly raw?: readonly { readonly bytes?: unknown }[] | undefined;
}

/** A character takes up to three bytes for each UTF-16 code unit. */
const MAX_BYTES = MAX_BODY * 3;

/** The browser takes forms apart; here they are put together again, as they are sent. */
function formText(formData: Readonly<Record<string, readonly unknown[]>>): string {
  const pairs = new URLSearchParams();
  for (const [name, values] of Object.entries(formData)) {
    for (const value of values) if (typeof value === 'string') pairs.append(name, value);
  }
  return pairs.toString().slice(0, MAX_BODY);
}

/** Null for what is no UTF-8, such as a compressed body or a picture. */
function rawText(raw: readonly { readonly bytes?: unknown }[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let left = MAX_BYTES;
  try {
    for (const { bytes } of raw) {
      if (!(bytes instanceof ArrayBuffer) || left <= 0) continue;
      // With `stream`, a character that is cut at the end is waited for and not an error.
      text += decoder.decode(bytes.byteLength > left ? bytes.slice(0, left) : bytes, { stream: true });
      left -= bytes.byteLength;
    }
  } catch {
    return null;
  }
  return text === '' ? null : text.slice(0, MAX_BODY);
}

/** The body as text; null where there is none or it is no text. Never throws. */
export function bodyText(body: RequestBody | null | undefined): string | null {
  if (body?.formData !== undefined) return formText(body.formData) || null;
  return body?.raw === undefined ? null : rawText(body.raw);
}

/** The browser's id of the tab's own document that a request belongs to; deep inside of frames it cannot be told. */
function ownDocument({ frameId, parentFrameId, documentId, parentDocumentId }: RequestDetails): string | undefined {
  if (frameId === 0) return documentId;
  return parentFrameId === 0 ? parentDocumentId : undefined;
}

/**
 * Makes the request as the page's script gets it. `isWatched`: whether a frame of that host is watched like the page.
 * Null for what is no web address.
 */
export function sentRequest(details: RequestDetails, isWatched: (host: string) => boolean): SentRequest | null {
  if (!/^(?:https?|wss?):\/\//i.test(details.url)) return null;
  // A frame's own load has the frame's number, whoever asked for it: there the host tells.
  const isOfPage = details.frameId === 0;
  const by = isOfPage ? null : hostOf(details.documentUrl ?? details.initiator ?? '');
  const of = ownDocument(details);
  return {
    url: details.url.slice(0, MAX_URL),
    method: details.method,
    body: bodyText(details.requestBody),
    at: details.timeStamp,
    source: isOfPage || (by !== null && isWatched(by)) ? 'page' : 'frame',
    by,
    ...(of === undefined ? {} : { of }),
  };
}
