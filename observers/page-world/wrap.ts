/** Puts an ear to a native function, in such a way that the page gets what it would have got, and sees what it would have seen. */
import { cleaned } from './calling-script';
import { apply, defineProperty, NativeProxy, notebook, own, prototypeOf, type AnyFunction } from './primordials';

/** Hears of a call that the native has answered; `first` of its arguments is the one that matters. What it throws is lost. */
export type Hearing = (self: unknown, first: unknown, args: readonly unknown[], name: string) => void;

/** The native behind each of our functions. */
const natives = notebook<AnyFunction>();

/**
 * Hears of each call of the named members of these types, both parted by spaces: of the method itself, or of its getter or setter.
 * Everything else about the property stays. What a browser does not have is passed over. Tells whether the last could be replaced.
 */
export function listenTo(
  types: string,
  names: string,
  hear?: Hearing,
  part: 'value' | 'get' | 'set' = 'value',
): boolean {
  let done = false;
  for (const type of types.split(' ')) {
    const holder = prototypeOf(type);
    for (const name of names.split(' ')) {
      const found = own(holder, name);
      const native = found?.[part];
      if (!holder || !found || typeof native !== 'function') continue;
      // No prototype: a trap that the page puts on Object.prototype must not be taken for one of ours.
      const handler = {
        __proto__: null,
        apply(target: AnyFunction, self: unknown, args: unknown[]): unknown {
          let result: unknown;
          try {
            // `toString` is asked of one of ours, and no other native takes a function for its receiver.
            result = apply(target, natives.get(self) ?? self, args);
          } catch (error) {
            throw cleaned(error);
          }
          try {
            // Without arguments, `args[0]` would be what the page has put on a prototype.
            hear?.(self, args.length > 0 ? args[0] : undefined, args, name);
          } catch {
            // Nothing of ours may come to the page.
          }
          return result;
        },
      } as ProxyHandler<AnyFunction>;
      const made = new NativeProxy(native as AnyFunction, handler);
      natives.set(made, native as AnyFunction);
      found[part] = made;
      done = defineProperty(holder, name, found);
    }
  }
  return done;
}

/** Makes `toString` tell the text of the native for our functions, itself included. Gives false where that cannot be done. */
export const hideWrappers = (): boolean => listenTo('Function', 'toString');
