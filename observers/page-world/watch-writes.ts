/** Notes who keeps something in the browser: the name of the item, never its value. */
import type { Notes } from './notes';
import { apply, indexOf, own, slice, trim } from './primordials';
import { listenTo } from './wrap';

/** The name in what is given to `document.cookie`. Without a "=" all of it is a value. */
function cookieName(text: string): string {
  const end = indexOf(text, '=');
  const attributes = indexOf(text, ';');
  return end === -1 || (attributes !== -1 && attributes < end) ? '' : trim(slice(text, 0, end));
}

/** Only what is a text already: to make one of an object would run the page's code. */
function nameOf(given: unknown): string | null {
  return typeof given === 'string' ? given : typeof given === 'number' ? `${given}` : null;
}

export function watchWrites(notes: Notes): void {
  const sessionStorage = own(window, 'sessionStorage')?.get;

  listenTo(
    Document.prototype,
    'cookie',
    (_self, args) => {
      const text = args[0];
      if (typeof text === 'string') notes.write('document.cookie', 'cookie', cookieName(text));
    },
    'set',
  );
  listenTo(Storage.prototype, 'setItem', (self, args) => {
    const name = nameOf(args[0]);
    if (name === null) return;
    const isSession = sessionStorage !== undefined && apply(sessionStorage, window, []) === self;
    notes.write('setItem', isSession ? 'session' : 'local', name);
  });
  listenTo(IDBFactory.prototype, 'open', (_self, args) => {
    const name = nameOf(args[0]);
    if (name !== null) notes.write('indexedDB.open', 'indexed-db', name);
  });
  // Not in every browser, and not without encryption.
  const { CookieStore } = window as { CookieStore?: { readonly prototype: object } };
  listenTo(CookieStore?.prototype, 'set', (_self, args) => {
    const given = args[0];
    const name = nameOf(typeof given === 'object' && given !== null ? own(given, 'name')?.value : given);
    if (name !== null) notes.write('cookieStore', 'cookie', name);
  });
}
