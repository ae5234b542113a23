/** Notes who keeps something in the browser: the name of the item, never its value. */
import type { Notes } from './notes';
import { getter, indexOf, own, trim, upTo } from './primordials';
import { listenTo } from './wrap';

/** The name in what is given to `document.cookie`. Without a "=" all of it is a value. */
function cookieName(text: string): string {
  const pair = upTo(text, ';');
  return indexOf(pair, '=') < 0 ? '' : trim(upTo(pair, '='));
}

export function watchWrites(notes: Notes): void {
  const sessionStorageOf = getter(window, 'sessionStorage');

  listenTo(
    'Document',
    'cookie',
    (_self, text) => {
      if (typeof text === 'string') notes.write('document.cookie', 'cookie', cookieName(text));
    },
    'set',
  );
  listenTo('Storage', 'setItem', (self, key) => {
    notes.write('setItem', self === sessionStorageOf(window) ? 'session' : 'local', key);
  });
  listenTo('IDBFactory', 'open', (_self, name) => {
    notes.write('indexedDB.open', 'indexed-db', name);
  });
  listenTo('CookieStore', 'set', (_self, given) => {
    notes.write('cookieStore', 'cookie', own(given, 'name')?.value ?? given);
  });
}
