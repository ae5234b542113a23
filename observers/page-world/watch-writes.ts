/** Notes who keeps something in the browser: the name of the item, never its value. To take something away is no keeping. */
import type { Notes, Script } from './notes.ts';
import { dateOf, free, getter, indexOf, lowerCase, slice, toNumber, trim, upTo, wallClock } from './primordials.ts';
import { listenTo } from './wrap.ts';

/** Whether the attributes of a cookie end it: by a time that is over. `Max-Age` goes before `Expires`; of two alike the last holds. */
function isEnded(attributes: string): boolean {
  let seconds: number | undefined;
  let until: number | undefined;
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
  return seconds !== undefined ? seconds <= 0 : until !== undefined && until <= wallClock();
}

export function watchWrites(notes: Notes): void {
  const sessionStorageOf = getter(window, 'sessionStorage');

  listenTo(
    'Document',
    'cookie',
    (_self, first) => {
      if (typeof first !== 'string') return;
      const pair = upTo(first, ';');
      // Without a "=" all of it is a value.
      const name = indexOf(pair, '=') < 0 ? '' : trim(upTo(pair, '='));
      if (!isEnded(slice(first, pair.length + 1))) notes.write('document.cookie', 'cookie', name);
    },
    undefined,
    -1,
    'set',
  );
  listenTo('Storage', 'setItem', (self, first) => {
    notes.write('setItem', self === sessionStorageOf(window) ? 'session' : 'local', first);
  });
  listenTo(
    'CookieStore',
    'set',
    (_self, first, _args, _result, options) => {
      const { expires } = options;
      if (typeof expires === 'number' && expires <= wallClock()) return;
      notes.write('cookieStore', 'cookie', options.name ?? first);
    },
    undefined,
    0,
  );

  // To open a database keeps nothing where it is there already; to make it does, and to put something into it.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- `free` calls it with its receiver
  const listen = free(EventTarget.prototype.addEventListener);
  const oldVersionOf = getter(IDBVersionChangeEvent.prototype, 'oldVersion');
  listenTo('IDBFactory', 'open', (_self, first, _args, result) => {
    const script: Script = notes.script('indexedDB.open');
    listen(result, 'upgradeneeded', (event: unknown) => {
      if (oldVersionOf(event) === 0) notes.write('indexedDB.open', 'indexed-db', first, script);
    });
  });
  const transactionOf = getter(IDBObjectStore.prototype, 'transaction');
  const baseOf = getter(IDBTransaction.prototype, 'db');
  const nameOf = getter(IDBDatabase.prototype, 'name');
  listenTo('IDBObjectStore', 'put add', (self) => {
    notes.write('IDBObjectStore.put', 'indexed-db', nameOf(baseOf(transactionOf(self))));
  });
}
