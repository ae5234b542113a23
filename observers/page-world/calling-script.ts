/**
 * Which script made a call: its stack is taken down while the call waits, and read when the page is idle, whatever the page has done
 * to stacks before or in between.
 *
 * Long because: the two ways in which browsers tell a stack stand side by side.
 */
import {
  apply,
  defineProperty,
  deleteProperty,
  free,
  getPrototypeOf,
  has,
  indexOf,
  isExtensible,
  isPrototypeOf,
  NativeError,
  own,
  slice,
  table,
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
const exceptions = isFirefox ? DOMException.prototype : {};
const functions = Function.prototype;
const behindException = isFirefox ? own(exceptions, 'stack') : undefined;

/**
 * Runs `run` while a setting of `Error` is ours, and puts the page's own back as it was, an accessor too. Gives undefined, without
 * running it, where that could not be undone.
 */
function withSetting<T>(name: string, value: unknown, run: () => T): T | undefined {
  let holder: object = NativeError;
  let before = own(holder, name);
  if (!before && !isExtensible(holder)) {
    // What a frozen `Error` has not is looked for in the next of its line, as long as that is the language's own.
    if (getPrototypeOf(holder) !== functions) return undefined;
    holder = functions;
    before = own(holder, name);
  }
  if (before?.writable) {
    // What is only set keeps all else that it is. It costs a fraction of putting it there anew, and each call that is taken down pays it.
    const settings = holder as Record<string, unknown>;
    settings[name] = value;
    try {
      return run();
    } finally {
      settings[name] = before.value;
    }
  }
  if (before ? !before.configurable : !isExtensible(holder)) return undefined;
  const { configurable, enumerable } = before ?? { configurable: true, enumerable: false };
  defineProperty(holder, name, { __proto__: null, value, writable: true, configurable, enumerable } as Own);
  try {
    return run();
  } finally {
    if (before) defineProperty(holder, name, before);
    else deleteProperty(holder, name);
  }
}

/** Runs `run` while the engine writes stacks in its own words. Firefox knows no others. */
const inOwnWords = <T>(run: () => T): T | undefined =>
  isFirefox || !has(NativeError, FORMATTER) ? run() : withSetting(FORMATTER, undefined, run);

const newError = (): object => new NativeError();

/** Takes a stack of so many frames down. It is the engine's until it is read: nothing is written out, and no code of the page runs. */
const takeStack = (frames: number): object | undefined =>
  // Where Firefox has no such limit it keeps all frames. V8 keeps none without one.
  isFirefox && !own(NativeError, LIMIT) ? newError() : withSetting(LIMIT, frames, newError);

/** The stack of an error: of its own, of an exception of the DOM, or of an error of the language. */
function stackProperty(error: object): Own | undefined {
  return own(error, 'stack') ?? (isFirefox ? (isPrototypeOf(exceptions, error) ? behindException : behind) : undefined);
}
function stackOf(error: object): unknown {
  const found = stackProperty(error);
  return found?.get ? apply(found.get, error, []) : found?.value;
}
function textOf(error: object): string {
  const text = inOwnWords(() => stackOf(error));
  return typeof text === 'string' ? text : '';
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
/** The frames of a stack that nobody has read before, while `keepSites` is the formatter. */
function sitesOf(error: object | undefined): Sites | undefined {
  sites = undefined;
  if (error) stackOf(error);
  return sites;
}

/** The methods of V8's frames, taken before a page can replace them; undefined in a browser that tells stacks as text alone. */
const first = isFirefox ? undefined : withSetting(FORMATTER, keepSites, () => sitesOf(takeStack(1)))?.[0];
const fileNameOf = first && free(first.getFileName);
const isEval = first && free(first.isEval);
const originOf = first && free(first.getEvalOrigin);
const ourFile = fileNameOf?.(first);

/** Tells the frames of the stack, the innermost first, until `see` has seen enough. By V8's own word: names prove nothing. */
function eachSite(error: object, see: (frame: Frame) => boolean): void {
  const found = sitesOf(error);
  if (!found || !fileNameOf || !isEval || !originOf) return;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- its iterator is in the page's hands
  for (let index = 0; index < found.length; index += 1) {
    const site = found[index];
    const file = fileNameOf(site);
    if (file === ourFile) continue;
    if (isEval(site) === true) {
      const origin = originOf(site);
      if (see(inCode(typeof origin === 'string' ? origin : ''))) return;
    } else if (typeof file === 'string' && file !== '' && indexOf(file, '-extension://') < 0) {
      if (see(scriptAddress(file))) return;
    }
  }
}

/**
 * The same where stacks are text alone. A function may bear a name of several lines; so what is told for one frame must be
 * one line. `one`: the same stack, of our frames and one more; undefined where the browser cannot make it.
 */
function eachLine(error: object, one: object | undefined, see: (frame: Frame) => boolean): void {
  let isAbove = false;
  let line = '';
  for (let rest = textOf(error); rest !== ''; rest = slice(rest, line.length + 1)) {
    line = upTo(rest, '\n');
    const file = fileOfLine(line, OURS);
    if (file === null) continue;
    if (!isAbove && one) {
      const text = textOf(one);
      const end = indexOf(text, line);
      if (end < 0 || indexOf(slice(text, end + line.length), '\n') > 0) {
        see(UNTOLD);
        return;
      }
    }
    isAbove = true;
    if (see(file)) return;
  }
}

/** A call that was taken down, to be read when there is time. */
export interface Call {
  readonly error: object;
  /** Something of the page stands in the place of the browser's function. */
  readonly replaced: boolean;
  readonly one: object | undefined;
}

/** How many frames of ours a call goes through, by what is called: always the same ones. */
const depths = table<number>();
function depthOf(api: string, error: object): number {
  let depth = depths[api];
  if (depth === undefined) {
    depth = 0;
    for (let rest = textOf(error); fileOfLine(upTo(rest, '\n'), OURS) === null; depth += 1)
      rest = slice(rest, upTo(rest, '\n').length + 1);
    depths[api] = depth;
  }
  return depth;
}

/** Takes down who calls now; null where that cannot be told. */
export function takeCall(api: string, replaced: boolean): Call | null {
  const error = takeStack(replaced ? FRAMES_BEHIND : FRAMES);
  if (!error) return null;
  const one = isFirefox && own(NativeError, LIMIT) ? takeStack(depthOf(api, error) + 1) : undefined;
  return { error, replaced, one };
}

/**
 * The address of the script that called, without query and fragment; '' where it cannot be told. Where something of the page
 * stands in the place of the browser's function: the script behind it, a space, and the script that stands there.
 */
const scriptOf = (call: Call | null): string =>
  call === null
    ? ''
    : chooseScript(call.replaced, (see) => {
        if (isFirefox) eachLine(call.error, call.one, see);
        else eachSite(call.error, see);
      });

/**
 * Reads calls that were taken down: `use` gets what tells the script of one, once for each. V8 asks only now how stacks are to be written, and is
 * answered by us alone: a page that has changed `Error` meanwhile is not asked. Where it has put there what nobody can take away again, no
 * script is told.
 */
export function readCalls(use: (scriptOf: (call: Call | null) => string) => void): void {
  const run = (): true => {
    use(scriptOf);
    return true;
  };
  if (isFirefox ? !run() : !withSetting(FORMATTER, keepSites, run)) use(() => '');
}

/** Whether the innermost call of the stack is that of `Reflect`, where the browser tells calls of its own functions. */
export function isCalledBy(name: string): boolean {
  const error = isFirefox ? undefined : takeStack(FRAMES);
  return !!error && indexOf(textOf(error), `at ${name} (<anonymous>)`) > 0;
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
    const stack = textOf(error);
    if (indexOf(stack, OURS) < 0) return error;
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
