/**
 * Which script made a call: read from the stack, whatever the page has done to stacks.
 *
 * Long because: the two ways in which browsers tell a stack stand side by side.
 */
import {
  apply,
  defineProperty,
  deleteProperty,
  free,
  has,
  indexOf,
  isExtensible,
  isPrototypeOf,
  NativeError,
  own,
  slice,
  upTo,
  type AnyFunction,
  type Own,
} from './primordials.ts';
import { OURS } from './our-name.ts';
import {
  chooseScript,
  fileOfLine,
  firstPlace,
  inCode,
  scriptAddress,
  UNTOLD,
  withoutLines,
  type Frame,
} from './script-of-stack.ts';

/** Frames wanted: a dozen are ours. Behind a function that stands in the place of the browser's, a caller may be far. */
const FRAMES = 20;
const FRAMES_BEHIND = 60;
const FORMATTER = 'prepareStackTrace';
const LIMIT = 'stackTraceLimit';

/** Only one of two ways is built for each browser. */
const isFirefox = import.meta.env.FIREFOX === true;

/** Firefox keeps the stack behind an accessor of the prototypes; V8 on the error itself. */
const behind = isFirefox ? own(NativeError.prototype, 'stack') : undefined;
const exceptions = DOMException.prototype;
const behindException = isFirefox ? own(exceptions, 'stack') : undefined;

/**
 * Changes a setting of `Error`. Gives what puts the page's own back; null where that would run the page's code, or could not
 * be undone.
 */
function change(name: string, value: unknown): (() => void) | null {
  const before = own(NativeError, name);
  if (before ? !before.writable : !isExtensible(NativeError)) return null;
  const descriptor = before ?? ({ __proto__: null, writable: true, configurable: true } as Own);
  const { value: pageValue } = descriptor;
  if (before && pageValue === value) return () => undefined;
  const put = (setting: unknown): void => {
    descriptor.value = setting;
    defineProperty(NativeError, name, descriptor);
  };
  put(value);
  return () => {
    if (before) put(pageValue);
    else deleteProperty(NativeError, name);
  };
}

/** Runs `read` while `Error` makes stacks by `formatter` of so many frames. Gives undefined where it cannot be made to. */
function withStacks<T>(formatter: AnyFunction | undefined, frames: number, read: () => T): T | undefined {
  // Firefox knows no formatter.
  const formatterBack =
    isFirefox || (!formatter && !has(NativeError, FORMATTER)) ? () => undefined : change(FORMATTER, formatter);
  // Firefox had no such limit: it kept all frames. V8 keeps none without one.
  const hasLimit = !isFirefox || own(NativeError, LIMIT) !== undefined;
  const limitBack = formatterBack && (hasLimit ? change(LIMIT, frames) : () => undefined);
  try {
    return limitBack ? read() : undefined;
  } finally {
    limitBack?.();
    formatterBack?.();
  }
}

/** The stack of an error: of its own, of an exception of the DOM, or of an error of the language. */
function stackProperty(error: object): Own | undefined {
  return own(error, 'stack') ?? (isFirefox ? (isPrototypeOf(exceptions, error) ? behindException : behind) : undefined);
}
function stackOf(error: object): unknown {
  const found = stackProperty(error);
  return found?.get ? apply(found.get, error, []) : found?.value;
}

/** One frame, as V8 tells it to a formatter. */
interface CallSite {
  readonly getFileName: AnyFunction;
  readonly isEval: AnyFunction;
  readonly getEvalOrigin: AnyFunction;
}
type Sites = ArrayLike<CallSite>;

let sites: Sites | undefined;
const keepSites = (_error: unknown, found: Sites): string => {
  sites = found;
  return '';
};
function freshSites(frames: number): Sites | undefined {
  sites = undefined;
  withStacks(keepSites, frames, () => stackOf(new NativeError()));
  return sites;
}

/** The methods of V8's frames, taken before a page can replace them; undefined in a browser that tells stacks as text alone. */
const first = isFirefox ? undefined : freshSites(1)?.[0];
const fileNameOf = first && free(first.getFileName);
const isEval = first && free(first.isEval);
const originOf = first && free(first.getEvalOrigin);

/** Tells the frames of the stack, the innermost first, until `see` has seen enough. By V8's own word: names prove nothing. */
function eachSite(frames: number, see: (frame: Frame) => boolean): void {
  const found = freshSites(frames);
  if (!found || !fileNameOf || !isEval || !originOf) return;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- its iterator is in the page's hands
  for (let index = 0; index < found.length; index += 1) {
    const site = found[index];
    const file: unknown = fileNameOf(site);
    if (isEval(site) === true) {
      const origin: unknown = originOf(site);
      if (see(inCode(typeof origin === 'string' ? origin : ''))) return;
    } else if (typeof file === 'string' && file !== '' && indexOf(file, '-extension://') < 0) {
      if (see(scriptAddress(file))) return;
    }
  }
}

const freshText = (frames: number): string => {
  const text = withStacks(undefined, frames, () => stackOf(new NativeError()));
  return typeof text === 'string' ? text : '';
};

/**
 * The same where stacks are text alone. A function may bear a name of several lines; so what is told for one frame must be
 * one line.
 */
function eachLine(frames: number, see: (frame: Frame) => boolean): void {
  let ours = 0;
  let line = '';
  for (let rest = freshText(frames); rest !== ''; rest = slice(rest, line.length + 1)) {
    line = upTo(rest, '\n');
    const file = fileOfLine(line, OURS);
    if (file === null) ours += 1;
    else {
      if (ours >= 0 && own(NativeError, LIMIT)) {
        // All of ours, and one more.
        const one = freshText(ours + 1);
        const end = indexOf(one, line);
        if (end < 0 || indexOf(slice(one, end + line.length), '\n') > 0) {
          see(UNTOLD);
          return;
        }
      }
      ours = -Infinity;
      if (see(file)) return;
    }
  }
}

/**
 * The address of the script that called, without query and fragment; '' where it cannot be told. `replaced`: something of the page
 * stands in the place of the browser's function; then the script behind it, a space, and the script that stands there.
 */
export function callingScript(replaced = false): string {
  const each = isFirefox ? eachLine : eachSite;
  return chooseScript(replaced, (see) => {
    each(replaced ? FRAMES_BEHIND : FRAMES, see);
  });
}

/** Whether the innermost call of the stack is that of `Reflect`, where the browser tells calls of its own functions. */
export function isCalledBy(name: string): boolean {
  return !isFirefox && indexOf(freshText(FRAMES), `at ${name} (<anonymous>)`) > 0;
}

/** Puts a value in the place of a property's own, as it was. */
function replace(error: object, name: string, value: unknown): void {
  const found = own(error, name);
  if (!found || found.get) return;
  found.value = value;
  defineProperty(error, name, found);
}

/** Takes our frames out of an error that a native threw, so that it is the one that the page would have got. */
export function cleaned(error: unknown): unknown {
  try {
    if (typeof error !== 'object' || !error) return error;
    const stack = withStacks(undefined, FRAMES, () => stackOf(error));
    if (typeof stack !== 'string' || indexOf(stack, OURS) < 0) return error;
    const text = withoutLines(stack, OURS);
    const found = stackProperty(error);
    if (found?.set) apply(found.set, error, [text]);
    else if (!isFirefox) replace(error, 'stack', text);
    else defineProperty(error, 'stack', { __proto__: null, value: text, writable: true, configurable: true } as Own);
    if (!isFirefox) return error;
    const { file, line, column } = firstPlace(text);
    replace(error, 'fileName', file);
    replace(error, 'lineNumber', line);
    replace(error, 'columnNumber', column);
  } catch {
    // Then the page gets it as it is.
  }
  return error;
}
