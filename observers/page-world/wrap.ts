/**
 * Wraps a native function so that each call of it is reported to us, while the page gets and sees what it would without us.
 *
 * Each of our functions is a Proxy of the native. The engine asks its handler for a trap before each call. Where nothing more
 * has to be known than that a call comes, and where nothing is to be reported any more, it gets none: then it calls the native itself, with no
 * frame of ours in any stack or warning.
 *
 * Long because: all that a page could tell our functions from the browser's by is kept in one place.
 */
import { cleaned, isCalledBy } from './calling-script.ts';
import {
  apply,
  defineProperty,
  getPrototypeOf,
  isPrototypeOf,
  NativeProxy,
  notebook,
  objectOf,
  own,
  prototypeOf,
  read,
  setPrototypeOf,
  table,
  ticks,
  type AnyFunction,
  type Table,
} from './primordials.ts';

/**
 * Gets a call that the native has answered. `first` of its arguments is the one that matters; `options` are the members that the
 * native has read of an argument that is an object. What it throws is lost.
 */
export type Hearing = (
  self: unknown,
  first: unknown,
  args: readonly unknown[],
  result: unknown,
  options: Table<unknown>,
  name: string,
) => void;

/** Calls of a kind that are heard in one go, and that is then earned anew, one in a millisecond. */
const HEARD_AT_ONCE = 3000;

/** For functions that a game calls without end: then most of its calls cost what they would without us. */
export function sparingly(isOpen: () => boolean = () => true): () => boolean {
  let left = HEARD_AT_ONCE;
  let since = 0;
  return () => {
    if (!isOpen()) return false;
    if (left < 1) {
      const time = ticks();
      left += time - since;
      if (left > HEARD_AT_ONCE) left = HEARD_AT_ONCE;
      since = time;
    }
    return left >= 1 && (left -= 1) >= 0;
  };
}

/** The native behind each of our functions. */
const natives = notebook<AnyFunction>();
let isOver = false;

/** From now on all natives are called as if we were not there. */
export function stopListening(): void {
  isOver = true;
}

interface Place {
  readonly holder: object;
  readonly name: string;
  readonly part: 'value' | 'get' | 'set';
  readonly made: unknown;
  /** A page may as well put a function of its own at a prototype below. */
  readonly hasBelow: boolean;
}
let place: Place | undefined;
let receiver: unknown;
const below = [prototypeOf('HTMLDocument'), prototypeOf('Window'), prototypeOf('Node'), prototypeOf('HTMLElement')];

function isOther({ name, part, made }: Place, holder: unknown): boolean {
  const found = own(holder, name)?.[part];
  return typeof found === 'function' && found !== made;
}

/** Whether, at the call that is heard now, a function of the page stands in the place of the native: then that one has called us. */
export function isReplaced(): boolean {
  if (!place) return false;
  if (isOther(place, place.holder) || isOther(place, receiver ?? window)) return true;
  for (let index = place.hasBelow ? below.length : 0; index > 0; index -= 1)
    if (isOther(place, below[index - 1])) return true;
  return false;
}

/** The same object, whose members are noted as the native reads them: once, in its order, with the object as their receiver. */
function overheard(object: object, options: Table<unknown>): object {
  return new NativeProxy(object, {
    __proto__: null,
    get(target: object, name: string): unknown {
      return (options[name] = read(target, name, target));
    },
  } as ProxyHandler<object>);
}

/** Whether a function of ours is in a chain of prototypes: the engine, which looks no further than a Proxy, would not see the circle. */
function isCircle(native: AnyFunction, prototype: unknown): boolean {
  let steps = 0;
  for (let one = prototype; one && (steps += 1) < 1000; one = getPrototypeOf(one))
    if (natives.get(one) === native) return true;
  return false;
}

function changePrototype(native: AnyFunction, prototype: object | null): boolean {
  try {
    // The engine's own error for a circle is made of one that it does see.
    setPrototypeOf(native, isCircle(native, prototype) ? objectOf(native) : prototype);
    return true;
  } catch (error) {
    if (isCalledBy('Reflect.setPrototypeOf')) return false;
    throw cleaned(error);
  }
}

/** What is asked before each call of one function: the trap for it, if any. */
type Traps = () => ProxyHandler<AnyFunction>['apply'];

/** The members of no object. */
const none = table<unknown>();

/** The traps for a member of this name, whose new function stands at this place. */
type TrapsOf = (name: string, place: Place) => Traps;

/** Puts a Proxy in the place of a member; false where there is none. Safe at any time, whatever the page has changed. */
function replaceOne(holder: object, name: string, part: Place['part'], trapsOf: TrapsOf): boolean {
  const found = own(holder, name);
  const native = found?.[part];
  if (!found || typeof native !== 'function') return false;
  // No prototype: a trap that the page puts on Object.prototype must not be taken for one of ours.
  const handler = {
    __proto__: null,
    get apply() {
      return isOver ? undefined : traps();
    },
    setPrototypeOf: changePrototype,
  } as ProxyHandler<AnyFunction>;
  const made = new NativeProxy(native as AnyFunction, handler);
  const traps = trapsOf(name, { holder, name, part, made, hasBelow: isPrototypeOf(holder, document) });
  natives.set(made, native as AnyFunction);
  found[part] = made;
  return defineProperty(holder, name, found);
}

/** The same for each of the named members of these types, both parted by spaces; before the page's first script alone. */
function replaceAll(types: string, names: string, part: Place['part'], trapsOf: TrapsOf): boolean {
  let done = false;
  for (const type of types.split(' ')) {
    const holder = prototypeOf(type);
    if (!holder) continue;
    for (const name of names.split(' ')) if (replaceOne(holder, name, part, trapsOf)) done = true;
  }
  return done;
}

/** Calls `onCall` with the member's name just before the native is called. A member that the browser does not have is passed over. */
export function countCalls(
  types: string,
  names: string,
  onCall: (name: string) => void,
  part: 'value' | 'get' = 'value',
): void {
  replaceAll(types, names, part, (name, where) => () => {
    try {
      place = where;
      receiver = undefined;
      onCall(name);
    } catch {
      // Nothing of ours may come to the page.
    }
    return undefined;
  });
}

/**
 * Calls `onCall` after each call, with the receiver, the arguments and the result. `awake`: asked before each call; false where it is of no interest. `at`: which
 * argument may be an object whose members matter. To read them ourselves would run the page's code once more.
 */
export function listenTo(
  types: string,
  names: string,
  onCall: Hearing,
  awake?: () => boolean,
  at = -1,
  part: 'value' | 'set' = 'value',
): void {
  replaceAll(types, names, part, hearingTraps(onCall, awake, at));
}

function hearingTraps(onCall: Hearing, awake?: () => boolean, at = -1): TrapsOf {
  return (name, where) => {
    const trap = (native: AnyFunction, self: unknown, args: unknown[]): unknown => {
      let options = none;
      let result: unknown;
      try {
        const object = at >= 0 && at < args.length ? args[at] : 0;
        if (typeof object === 'object' && object) args[at] = overheard(object, (options = table()));
        result = apply(native, self, args);
      } catch (error) {
        throw cleaned(error);
      }
      try {
        place = where;
        receiver = self;
        // Without arguments, `args[0]` would be what the page has put on a prototype.
        onCall(self, args.length > 0 ? args[0] : undefined, args, result, options, name);
      } catch {
        // Nothing of ours may come to the page.
      }
      return result;
    };
    return () => (awake && !awake() ? undefined : trap);
  };
}

/** Makes `toString` tell the text of the native for our functions, itself included. Gives false where that cannot be done. */
export function hideWrappers(): boolean {
  const trap = (native: AnyFunction, self: unknown, args: unknown[]): unknown => {
    try {
      return apply(native, natives.get(self) ?? self, args);
    } catch (error) {
      throw cleaned(error);
    }
  };
  return replaceAll('Function', 'toString', 'value', () => () => trap);
}
