/**
 * Is what stands in a field sent to another site before the person sends it? The text is compared here, in the page's own
 * process, and is held in memory only; what leaves is that it was found, in which field and where it went.
 *
 * What a script puts into a field is not typed: only events that the browser itself made count.
 */
import { clip, MAX_NAME_LENGTH, toAddress, type Address, type FieldMeaning } from '../../ledger/observation.ts';
import type { SentRequest } from './sent-request.ts';
import { isUnder, normaliseHost } from '../../recognition/host-name.ts';
import { formsFound, formsOf, isComparable, searchable, type TextForms } from '../../recognition/text-forms.ts';
import { clock } from '../clock.ts';
import { digest } from '../page/digests.ts';
import type { Field } from '../page/field-groups.ts';
import { fieldMarks, fieldName } from '../page/field-marks.ts';
import { fieldMeaning } from '../page/field-meaning.ts';
import type { VisitObserver, VisitWatch } from '../page/observer.ts';
import { documentBody, documentTitle } from '../page/safe-document.ts';
import { originOf, watchSubmissions } from './submissions.ts';

/** Fields that are remembered, and texts of each: those that stood there while it was typed. */
export const MAX_FIELDS = 20;
const MAX_TEXTS = 12;
/** How long a text that has been typed on may still be sent as it was, in milliseconds. */
const STAYS = 1500;
/** The clocks of the browser's processes differ by so much, in milliseconds. */
const SLACK = 5;
/** Requests that wait to be compared, and how long they may; milliseconds. */
const MAX_WAITING = 300;
const PATIENCE = 500;

const TYPES = /^(?:text|email|tel|search|url|password)$/;

interface Typed {
  readonly text: string;
  readonly at: number;
  /** When another text took its place. */
  until: number;
  /** Between these two, what goes out was sent by the person. */
  sentAt: number;
  sentUntil: number;
  /** Made when the first request is compared. */
  forms: TextForms | null;
}

interface WatchedField {
  readonly name: string;
  readonly meaning: FieldMeaning;
  readonly texts: Typed[];
}

/** The watch over the fields of a document. */
export interface TypedTextWatch {
  readonly observer: VisitObserver;
  /** Takes what was sent; it is compared in idle time. `before`: what went to a host earlier, to tell what a page knows anyway. */
  readonly compare: (requests: readonly SentRequest[]) => void;
}

function textField(element: Element | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (element instanceof HTMLTextAreaElement) return element;
  return element instanceof HTMLInputElement && TYPES.test(element.type) ? element : null;
}

function meaningOf(field: Field): FieldMeaning {
  return fieldMeaning(fieldMarks(field, [...(field.labels ?? [])], field.form ?? field, [field]));
}

/**
 * Begins to watch, until `signal` aborts: then all that was typed is forgotten. `earlier` gives the requests to a host that are
 * still remembered.
 */
export function watchTypedText(earlier: (host: string) => readonly SentRequest[], signal: AbortSignal): TypedTextWatch {
  const fields = new Map<Field, WatchedField>();
  let waiting: SentRequest[] = [];
  let watch: VisitWatch | null = null;
  let reported = new Set<string>();

  function typed(event: Event): void {
    const field = event.isTrusted ? textField(originOf(event)) : null;
    if (field === null) return;
    const text = field.value;
    let known = fields.get(field);
    const last = known?.texts.at(-1);
    if (last?.text === text) return;
    const at = clock.now();
    if (last !== undefined) last.until = Math.min(last.until, at);
    const meaning = known?.meaning ?? meaningOf(field);
    if (text === field.defaultValue || !isComparable(text, meaning)) return;
    if (known === undefined) {
      known = { name: clip(fieldName(field), MAX_NAME_LENGTH), meaning, texts: [] };
      fields.set(field, known);
      const [oldest] = fields.keys();
      if (fields.size > MAX_FIELDS && oldest !== undefined) fields.delete(oldest);
    }
    known.texts.push({ text, at, until: Infinity, sentAt: Infinity, sentUntil: 0, forms: null });
    if (known.texts.length > MAX_TEXTS) known.texts.shift();
  }

  for (const type of ['input', 'change']) addEventListener(type, typed, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    fields.clear();
    waiting = [];
    watch = null;
  });
  watchSubmissions((fits, at, until) => {
    for (const [field, { texts }] of fields) {
      if (!fits(field)) continue;
      for (const one of texts) {
        if (at > one.sentUntil) one.sentAt = at;
        one.sentUntil = Math.max(one.sentUntil, until);
      }
    }
  }, signal);

  /** The page shows or sends such words anyway: that they are also typed proves nothing. */
  function isKnownToPage(text: string, forms: TextForms, host: string, typedAt: number): boolean {
    if (forms.distinctive) return false;
    const words = text.trim().toLowerCase();
    const shown = [documentTitle(), location.href, documentBody()?.textContent].join('\n').toLowerCase();
    if (shown.includes(words)) return true;
    return earlier(host).some(
      ({ url, body, at }) => at < typedAt && formsFound(forms, searchable(url, body)).length > 0,
    );
  }

  function compareOne(request: SentRequest, address: Address, report: VisitWatch['report']): void {
    let ready: ReturnType<typeof searchable> | null = null;
    for (const { name, meaning, texts } of fields.values()) {
      for (const one of texts) {
        const { at } = request;
        if (at < one.at - SLACK || at > one.until + STAYS) continue;
        if (at >= one.sentAt - SLACK && at <= one.sentUntil) continue;
        const forms = (one.forms ??= formsOf(one.text, digest));
        ready ??= searchable(request.url, request.body);
        const found = formsFound(forms, ready);
        if (found.length === 0 || isKnownToPage(one.text, forms, address.host, one.at)) continue;
        // A path that carries the text itself is not told.
        const isInPath = formsFound(forms, searchable(new URL(request.url).pathname, null)).length > 0;
        for (const form of found) {
          const key = [name, address.host, form].join('\n');
          if (reported.has(key)) continue;
          reported.add(key);
          report({
            kind: 'typed-text',
            at: Math.round(at),
            field: meaning,
            name,
            address: isInPath ? { ...address, path: '/' } : address,
            form,
            source: request.source,
          });
        }
      }
    }
  }

  function compareSome(deadline?: IdleDeadline): void {
    while (waiting.length > 0 && watch !== null) {
      if (deadline !== undefined && !deadline.didTimeout && deadline.timeRemaining() < 1) break;
      const request = waiting.shift();
      const address = request === undefined ? null : toAddress(request.url);
      if (request === undefined || address === null || isUnder(normaliseHost(address.host), watch.site)) continue;
      try {
        compareOne(request, address, watch.report);
      } catch {
        // What cannot be read of one request says nothing about those behind it.
      }
    }
    if (waiting.length > 0 && watch !== null) soon();
  }

  function soon(): void {
    // Safari's kin and the tests' documents have no idle time.
    if ('requestIdleCallback' in window) requestIdleCallback(compareSome, { timeout: PATIENCE });
    else setTimeout(compareSome, 0);
  }

  return {
    observer(begun) {
      if (signal.aborted) return;
      watch = begun;
      reported = new Set();
      begun.signal.addEventListener('abort', () => {
        // What waits is of this visit; the page may be gone before there is idle time.
        compareSome();
        if (watch === begun) watch = null;
      });
      soon();
    },
    compare(requests) {
      if (fields.size === 0) return;
      const isIdle = waiting.length === 0;
      waiting = [...waiting, ...requests].slice(-MAX_WAITING);
      if (isIdle) soon();
    },
  };
}
