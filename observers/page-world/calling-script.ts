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
  table,
  type Own,
} from './primordials';
import { scriptOfStack, withoutLines } from './script-of-stack';

/** Frames wanted: V8's own number. Half of them are ours. */
const FRAMES = 10;
const FORMATTER = 'prepareStackTrace';
const LIMIT = 'stackTraceLimit';

/** Firefox keeps the stack behind an accessor of the prototype; V8 on the error itself. */
const behind = own(NativeError.prototype, 'stack');

/** Changes a setting of `Error`, and nothing else about it. */
function put(name: string, value: unknown, isNew = false, holder: object = NativeError): void {
  const descriptor = table<unknown>();
  descriptor.value = value;
  if (isNew) descriptor.writable = descriptor.configurable = true;
  defineProperty(holder, name, descriptor as PropertyDescriptor);
}

function putBack(name: string, before: Own | undefined): void {
  if (before === undefined) deleteProperty(NativeError, name);
  else put(name, before.value);
}

/**
 * Runs `read` while `Error` makes plain stacks of enough frames, then puts the page's own settings back. Gives '' where that
 * would run the page's code, or could not be undone.
 */
function withPlainStacks(read: () => unknown): string {
  const formatter = own(NativeError, FORMATTER);
  const limit = own(NativeError, LIMIT);
  const may = (found: Own | undefined): boolean =>
    found === undefined ? isExtensible(NativeError) : found.writable === true;
  const isFormatted =
    formatter === undefined
      ? has(NativeError, FORMATTER)
      : formatter.value !== undefined || formatter.writable === undefined;
  const isShort = limit === undefined ? behind === undefined : !((limit.value as number) >= FRAMES);
  if ((isFormatted && !may(formatter)) || (isShort && !may(limit))) return '';
  try {
    if (isFormatted) put(FORMATTER, undefined, formatter === undefined);
    if (isShort) put(LIMIT, FRAMES, limit === undefined);
    const text = read();
    return typeof text === 'string' ? text : '';
  } finally {
    if (isShort) putBack(LIMIT, limit);
    if (isFormatted) putBack(FORMATTER, formatter);
  }
}

/** The stack of an error, by its own property or by what stands behind it. */
function stackOf(error: object): unknown {
  const found = own(error, 'stack') ?? behind;
  return found?.get === undefined ? found?.value : apply(found.get, error, []);
}

const freshStack = (): string => withPlainStacks(() => stackOf(new NativeError()));

/** The address of this very file, by which its own frames are known. */
const ourFile = ((): string => {
  const stack = freshStack();
  const start = indexOf(stack, '-extension://');
  const end = indexOf(stack, '.js', start);
  return start === -1 || end === -1 ? '' : slice(stack, start, end);
})();

/** The address of the script that called, without query and fragment; '' where it cannot be told. */
export function callingScript(): string {
  return scriptOfStack(freshStack());
}

/** Takes our frames out of an error that a native threw, so that it is the one that the page would have got. */
export function cleaned(error: unknown): unknown {
  try {
    if (typeof error !== 'object' || error === null || ourFile === '') return error;
    const stack = withPlainStacks(() => stackOf(error));
    if (indexOf(stack, ourFile) === -1) return error;
    const text = withoutLines(stack, ourFile);
    const found = own(error, 'stack') ?? behind;
    if (found?.set !== undefined) apply(found.set, error, [text]);
    else if (found !== undefined) put('stack', text, false, error);
  } catch {
    // Then the page gets it as it is.
  }
  return error;
}
