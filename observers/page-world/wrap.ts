/** Puts an ear to a native function, in such a way that the page gets what it would have got, and sees what it would have seen. */
import { cleaned } from './calling-script';
import { apply, defineProperty, NativeProxy, notebook, own, type AnyFunction } from './primordials';

/** Hears of a call that the native has answered. What it throws is lost. */
export type Hearing = (self: unknown, args: readonly unknown[]) => void;

/** The native behind each of our functions. */
const natives = notebook<AnyFunction>();

/**
 * Hears of each call of `holder[name]`: of the method itself, or of its getter or setter. Everything else about the property stays.
 * `standIn` gives another receiver to the native. Gives false where there is no such thing, or where it cannot be replaced.
 */
export function listenTo(
  holder: object | undefined,
  name: string,
  hear: Hearing | null,
  part: 'value' | 'get' | 'set' = 'value',
  standIn?: (self: unknown) => unknown,
): boolean {
  const found = own(holder, name);
  const native = found?.[part];
  if (holder === undefined || found === undefined || typeof native !== 'function') return false;
  // No prototype: a trap that the page puts on Object.prototype must not be taken for one of ours.
  const handler = {
    __proto__: null,
    apply(target: AnyFunction, self: unknown, args: unknown[]): unknown {
      let result: unknown;
      try {
        result = apply(target, standIn?.(self) ?? self, args);
      } catch (error) {
        throw cleaned(error);
      }
      try {
        hear?.(self, args);
      } catch {
        // Nothing of ours may come to the page.
      }
      return result;
    },
  } as ProxyHandler<AnyFunction>;
  const made = new NativeProxy(native as AnyFunction, handler);
  natives.set(made, native as AnyFunction);
  found[part] = made;
  return defineProperty(holder, name, found);
}

/** Makes `toString` tell the text of the native for our functions, itself included. Gives false where that cannot be done. */
export function hideWrappers(): boolean {
  return listenTo(Function.prototype, 'toString', null, 'value', natives.get);
}
