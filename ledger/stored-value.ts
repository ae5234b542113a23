/**
 * How a value stands in the browser's storage: as a text with the version of its shape, so that a later version of the extension
 * knows what it has before it, and this one what is not for it.
 */
import { serialise } from './visit-text.ts';

/** What was found under a key of the storage. */
export type Found<T> =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly value: T }
  /** A later version of the extension has stored it, in a shape that this one cannot know. */
  | { readonly state: 'newer'; readonly version: number }
  /** It is in no shape that ever was. */
  | { readonly state: 'damaged' };

/** The shape of what is stored under a key. */
export interface StoredShape<T> {
  /** Goes up when what is stored can no longer be read by the reader of before. */
  readonly version: number;
  /** Reads a value of this version or of an earlier one; 0.1.0 stored without a version, which is 0. Null: damaged. */
  readonly read: (value: unknown, version: number) => T | null;
}

/** The text to store. */
export function toStored<T>({ version }: StoredShape<T>, value: T): string {
  return serialise({ version, value });
}

/** A text as JSON, or as it is where it is none; all else as it is. */
function parsed(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  try {
    return JSON.parse(stored);
  } catch {
    return stored;
  }
}

/** Reads what stands in the storage. Never throws. */
export function fromStored<T>(shape: StoredShape<T>, stored: unknown): Found<T> {
  if (stored === undefined || stored === null) return { state: 'none' };
  const whole = parsed(stored);
  const { version, value } = versioned(whole) ?? { version: 0, value: whole };
  if (version > shape.version) return { state: 'newer', version };
  const read = shape.read(value, version);
  return read === null ? { state: 'damaged' } : { state: 'read', value: read };
}

function versioned(whole: unknown): { readonly version: number; readonly value: unknown } | null {
  if (typeof whole !== 'object' || whole === null) return null;
  const { version, value } = whole as { readonly version?: unknown; readonly value?: unknown };
  return typeof version === 'number' ? { version, value } : null;
}
