/** Which script made a call: read from the stack, whatever the page has done to stacks. */
import {
  apply,
  defineProperty,
  deleteProperty,
  has,
  indexOf,
  isExtensible,
  NativeError,
  own,
  slice,
  upTo,
  type Own,
} from './primordials';
import { scriptOfStack, withoutLines } from './script-of-stack';

/** Frames wanted: V8's own number. Half of them are ours. */
const FRAMES = 10;
const FORMATTER = 'prepareStackTrace';
const LIMIT = 'stackTraceLimit';

/** Firefox keeps the stack behind an accessor of the prototype; V8 on the error itself. */
const behind = own(NativeError.prototype, 'stack');

/**
 * Changes a setting of `Error` where it does not fit. Gives what puts the page's own back; null where that would run the page's
 * code, or could not be undone.
 */
function change(name: string, value: unknown, isFit: (before: Own | undefined) => boolean): (() => void) | null {
  const before = own(NativeError, name);
  const descriptor = before ?? ({ __proto__: null, writable: true, configurable: true } as Own);
  const { value: pageValue } = descriptor;
  const put = (setting: unknown): void => {
    descriptor.value = setting;
    defineProperty(NativeError, name, descriptor);
  };
  const fits = isFit(before);
  if (!fits) {
    if (before ? !before.writable : !isExtensible(NativeError)) return null;
    put(value);
  }
  return () => {
    if (fits) return;
    if (before) put(pageValue);
    else deleteProperty(NativeError, name);
  };
}

/** Runs `read` while `Error` makes plain stacks of enough frames. Gives '' where it cannot be made to. */
function withPlainStacks(read: () => unknown): string {
  const formatterBack = change(FORMATTER, undefined, (before) =>
    before ? before.writable !== undefined && before.value === undefined : !has(NativeError, FORMATTER),
  );
  const limitBack =
    formatterBack &&
    change(LIMIT, FRAMES, (before) =>
      before ? typeof before.value === 'number' && before.value >= FRAMES : behind !== undefined,
    );
  try {
    const text = limitBack && read();
    return typeof text === 'string' ? text : '';
  } finally {
    limitBack?.();
    formatterBack?.();
  }
}

/** The stack of an error, by its own property or by what stands behind it. */
function stackOf(error: object): unknown {
  const found = own(error, 'stack') ?? behind;
  return found?.get ? apply(found.get, error, []) : found?.value;
}

const freshStack = (): string => withPlainStacks(() => stackOf(new NativeError()));

/** The address of this very file, by which its own frames are known; '' where it cannot be told. */
const ourStack = freshStack();
const ourStart = indexOf(ourStack, '-extension://');
const ourFile = ourStart < 0 ? '' : upTo(slice(ourStack, ourStart), '.js');

/** The address of the script that called, without query and fragment; '' where it cannot be told. */
export function callingScript(): string {
  return scriptOfStack(freshStack());
}

/** Takes our frames out of an error that a native threw, so that it is the one that the page would have got. */
export function cleaned(error: unknown): unknown {
  try {
    if (typeof error !== 'object' || !error || !ourFile) return error;
    const stack = withPlainStacks(() => stackOf(error));
    if (indexOf(stack, ourFile) < 0) return error;
    const text = withoutLines(stack, ourFile);
    const found = own(error, 'stack') ?? behind;
    if (found?.set) apply(found.set, error, [text]);
    else if (found) {
      found.value = text;
      defineProperty(error, 'stack', found);
    }
  } catch {
    // Then the page gets it as it is.
  }
  return error;
}
