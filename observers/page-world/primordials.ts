/**
 * The language's own functions, taken before the page can replace them. All code in this folder uses these: a method called
 * on an object, a spread or a `for … of` would run whatever the page has put in their place.
 */

/** Any function, called by `apply` alone. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- natives of every shape pass through here
export type AnyFunction = (...args: any[]) => any;

export const apply = Reflect.apply as (target: AnyFunction, self: unknown, args: ArrayLike<unknown>) => unknown;
export const { defineProperty, deleteProperty, has, isExtensible } = Reflect;
const { getOwnPropertyDescriptor, setPrototypeOf } = Reflect;
export const NativeError = Error;
export const NativeProxy = Proxy;
export const { now } = Date;

/** A method as a function that takes its receiver first. */
const free =
  (method: AnyFunction) =>
  (self: unknown, ...args: unknown[]): unknown =>
    apply(method, self, args);

const text = String.prototype;
/* eslint-disable @typescript-eslint/unbound-method -- `free` calls them with their receiver */
export const isPrototypeOf = free(Object.prototype.isPrototypeOf) as (prototype: object, object: unknown) => boolean;
export const indexOf = free(text.indexOf) as (text: string, part: string, from?: number) => number;
export const lastIndexOf = free(text.lastIndexOf) as (text: string, part: string) => number;
export const slice = free(text.slice) as (text: string, from: number, to?: number) => string;
export const trim = free(text.trim) as (text: string) => string;
export const charCodeAt = free(text.charCodeAt) as (text: string, index: number) => number;
const { get, set } = WeakMap.prototype;
/* eslint-enable @typescript-eslint/unbound-method */

/** A table of any names, "__proto__" included, that no prototype reaches into. */
export type Table<T> = Record<string, T | undefined>;
export const table = <T>(): Table<T> => ({ __proto__: null }) as unknown as Table<T>;

/** Facts about objects of the page, which go when the objects go. */
export interface Notebook<T> {
  readonly get: (of: unknown) => T | undefined;
  readonly set: (of: object, value: T) => void;
}

export function notebook<T>(): Notebook<T> {
  const map = new WeakMap<object, T>();
  return {
    get: (of) => apply(get, map, [of]) as T | undefined,
    set: (of, value) => {
      apply(set, map, [of, value]);
    },
  };
}

/** What a property is, in the words of the language. */
export interface Own {
  value?: unknown;
  readonly writable?: boolean;
  get?: AnyFunction;
  set?: AnyFunction;
}

/** A property's own descriptor. It has no prototype, so that what is not in it is undefined whatever the page does. */
export function own(holder: object | undefined, name: string): Own | undefined {
  const found = holder === undefined ? undefined : getOwnPropertyDescriptor(holder, name);
  if (found !== undefined) setPrototypeOf(found, null);
  return found;
}
