/**
 * The language's own functions, taken before the page can replace them. All code in this folder uses these: a method called
 * on an object, a spread or a `for … of` would run whatever the page has put in their place.
 */

/** Any function, called by `apply` alone. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- natives of every shape pass through here
export type AnyFunction = (...args: any[]) => any;

export const apply = Reflect.apply as (target: AnyFunction, self: unknown, args: ArrayLike<unknown>) => unknown;
export const { defineProperty, deleteProperty, get: read, getPrototypeOf, has, isExtensible } = Reflect;
const { create, getOwnPropertyDescriptor } = Object;
export const { setPrototypeOf } = Object;
/** An object that stands above `prototype` and has nothing of its own. */
export const objectOf = create as (prototype: object) => object;
export const NativeError = Error;
export const NativeProxy = Proxy;
/** Milliseconds since 1970; NaN for what is no date. */
export const dateOf = Date.parse;
export const wallClock = Date.now;
export const toNumber = Number;

/* eslint-disable @typescript-eslint/unbound-method -- `free` calls them with their receiver */
const { bind, call } = Function.prototype;
/** A method as a function that takes its receiver first: the engine's own `call`, bound to it, which needs no list of arguments. */
export const free = bind.bind(call) as (method: AnyFunction) => (self: unknown, ...args: unknown[]) => unknown;

const text = String.prototype;
const timeline = performance;
const ticking = free(timeline.now);
export const isPrototypeOf = free(Object.prototype.isPrototypeOf) as (prototype: object, object: unknown) => boolean;
export const indexOf = free(text.indexOf) as (text: string, part: string, from?: number) => number;
// Only Firefox's build uses it.
export const lastIndexOf = /* @__PURE__ */ free(text.lastIndexOf) as (text: string, part: string) => number;
export const slice = free(text.slice) as (text: string, from: number, to?: number) => string;
export const trim = free(text.trim) as (text: string) => string;
export const lowerCase = free(text.toLowerCase) as (text: string) => string;
export const codePointAt = free(text.codePointAt) as (text: string, index: number) => number;
export const charCodeAt = free(text.charCodeAt) as (text: string, index: number) => number;
/* eslint-enable @typescript-eslint/unbound-method */

/** Milliseconds since the document began: no change of the computer's clock moves it. */
export const ticks = (): number => ticking(timeline) as number;

/** What stands before the first `part`, or all of it. */
export function upTo(text: string, part: string): string {
  const end = indexOf(text, part);
  return end < 0 ? text : slice(text, 0, end);
}

/** A table of any names, "__proto__" included, that no prototype reaches into. */
export type Table<T> = Record<string, T | undefined>;
export const table = <T>(): Table<T> => ({ __proto__: null }) as unknown as Table<T>;

/** Facts about objects of the page, which go when the objects go. */
export interface Notebook<T> {
  readonly get: (of: unknown) => T | undefined;
  readonly set: (of: object, value: T) => void;
}

export function notebook<T>(): Notebook<T> {
  const map = new WeakMap() as unknown as { get: Notebook<T>['get']; set: Notebook<T>['set'] };
  // As its own, they are found before what the page puts on the prototype.
  const { get, set } = map;
  map.get = get;
  map.set = set;
  return map;
}

/** What a property is, in the words of the language. */
export interface Own {
  value?: unknown;
  readonly writable?: boolean;
  readonly configurable?: boolean;
  readonly enumerable?: boolean;
  get?: AnyFunction;
  set?: AnyFunction;
}

/** A property's own descriptor. It has no prototype, so that what is not in it is undefined whatever the page does. */
export function own(holder: unknown, name: string): Own | undefined {
  const found = holder == null ? undefined : getOwnPropertyDescriptor(holder, name);
  return found && (setPrototypeOf(found, null) as Own);
}

/** The prototype of one of the browser's types; some are missing in some browsers, and where the page is not encrypted. */
export const prototypeOf = (type: string): object | undefined =>
  (window as unknown as Record<string, { readonly prototype: object } | undefined>)[type]?.prototype;

/** Reads a property by the browser's own getter; gives undefined where there is none. */
export function getter(holder: object | undefined, name: string): (self: unknown) => unknown {
  const get = own(holder, name)?.get;
  return get ? free(get) : () => undefined;
}
