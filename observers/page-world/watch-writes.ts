/** Notes who keeps something in the browser: the name of the item, never its value. To take something away is no keeping. */
import type { Notes } from './notes.ts';
import { dateOf, free, getter, indexOf, lowerCase, slice, toNumber, trim, upTo, wallClock } from './primordials.ts';
import { listenTo } from './wrap.ts';

/**
 * When the attributes of a cookie end it, by the wall clock; -Infinity where at once, Infinity where not of themselves. `Max-Age` goes
 * before `Expires`; of two alike the last holds.
 */
function endOf(attributes: string): number {
  let seconds: number | undefined;
  let until = Infinity;
  for (let rest = attributes; rest !== '';) {
    const part = upTo(rest, ';');
    rest = slice(rest, part.length + 1);
    const name = lowerCase(trim(upTo(part, '=')));
    const value = trim(slice(part, indexOf(part, '=') + 1));
    const number = toNumber(value);
    if (name === 'max-age' && value !== '' && number - (number % 1) === number) seconds = number;
    const time = name === 'expires' ? dateOf(value) : NaN;
    // What is no date is passed over.
    if (time > -Infinity) until = time;
  }
  return seconds === undefined ? until : seconds <= 0 ? -Infinity : Infinity;
}

export function watchWrites(notes: Notes): void {
  // A script writes the same attributes to all its cookies.
  let last = '';
  let end = Infinity;
  const isEnded = (attributes: string): boolean => {
    if (attributes !== last) {
      last = attributes;
      end = endOf(attributes);
    }
    return end < Infinity && end <= wallClock();
  };
  const cookie = notes.writer('document.cookie', 'cookie');
  listenTo(
    'Document',
    'cookie',
    (_self, first) => {
      if (typeof first !== 'string') return;
      const pair = upTo(first, ';');
      // Without a "=" all of it is a value.
      const name = indexOf(pair, '=') < 0 ? '' : trim(upTo(pair, '='));
      if (!isEnded(slice(first, pair.length + 1))) cookie(name);
    },
    undefined,
    -1,
    'set',
  );

  // A store is read from the disk when it is first asked for, and the page waits for that: so the one is asked for that is used more.
  const localOf = getter(window, 'localStorage');
  const sessionOf = getter(window, 'sessionStorage');
  let local: unknown;
  let session: unknown;
  const writeLocal = notes.writer('setItem', 'local');
  const writeSession = notes.writer('setItem', 'session');
  listenTo('Storage', 'setItem', (self, first) => {
    if (self !== local && self !== session) {
      if (self === localOf(window)) local = self;
      else if (self === sessionOf(window)) session = self;
    }
    (self === session ? writeSession : writeLocal)(first);
  });
  const cookieStore = notes.writer('cookieStore', 'cookie');
  listenTo(
    'CookieStore',
    'set',
    (_self, first, _args, _result, options) => {
      const { expires } = options;
      if (typeof expires === 'number' && expires <= wallClock()) return;
      cookieStore(options.name ?? first);
    },
    undefined,
    0,
  );

  // To open a database keeps nothing where it is there already; to make it does, and to put something into it.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- `free` calls it with its receiver
  const listen = free(EventTarget.prototype.addEventListener);
  const oldVersionOf = getter(IDBVersionChangeEvent.prototype, 'oldVersion');
  const made = notes.writer('indexedDB.open', 'indexed-db');
  listenTo('IDBFactory', 'open', (_self, first, _args, result) => {
    const look = notes.look('indexedDB.open');
    listen(result, 'upgradeneeded', (event: unknown) => {
      if (oldVersionOf(event) === 0) made(first, look);
    });
  });
  const transactionOf = getter(IDBObjectStore.prototype, 'transaction');
  const baseOf = getter(IDBTransaction.prototype, 'db');
  const nameOf = getter(IDBDatabase.prototype, 'name');
  const put = notes.writer('IDBObjectStore.put', 'indexed-db');
  listenTo('IDBObjectStore', 'put add', (self) => {
    put(nameOf(baseOf(transactionOf(self))));
  });
}
