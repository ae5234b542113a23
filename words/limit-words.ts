/** What could not be counted or kept, in words: observers and lists of a visit have names in the code only. */
import type { Language } from './language.ts';
import type { ListName } from '../ledger/list-names.ts';

const LISTS = {
  hosts: 'foot.list.hosts',
  items: 'foot.list.items',
  forms: 'foot.list.forms',
  links: 'foot.list.links',
  flashCookies: 'foot.list.flashCookies',
  frames: 'foot.list.frames',
  marks: 'foot.list.marks',
  flashObjects: 'foot.list.flashObjects',
  consents: 'foot.list.consents',
  limits: 'foot.list.limits',
  redirects: 'foot.list.redirects',
  writes: 'foot.list.writes',
  readOuts: 'foot.list.readOuts',
  typedTexts: 'foot.list.typedTexts',
  disguises: 'foot.list.disguises',
  gone: 'foot.list.gone',
} as const satisfies Record<ListName, string>;

const OBSERVERS = {
  requests: 'foot.list.hosts',
  cookies: 'kept.store.cookie',
  'web-storage (local)': 'kept.store.local',
  'web-storage (session)': 'kept.store.session',
  'databases (indexed-db)': 'kept.store.indexed-db',
  'databases (cache)': 'kept.store.cache',
  'databases (service-worker)': 'kept.store.service-worker',
  'databases (origin-file)': 'kept.store.origin-file',
  'databases (storage-bucket)': 'kept.store.storage-bucket',
  'flash-cookies': 'foot.list.flashCookies',
  'flash-objects': 'foot.list.flashObjects',
  forms: 'foot.list.forms',
  links: 'foot.list.links',
  'outbound-links': 'foot.list.links',
  frames: 'foot.list.frames',
  'page-marks': 'foot.list.marks',
  consent: 'foot.list.consents',
  'script-watch': 'foot.list.scripts',
  outbox: 'foot.list.messages',
  messages: 'foot.list.messages',
} as const;

/** A list of a visit; one that has no words keeps its name. */
export function listWords(language: Language, list: string): string {
  return Object.hasOwn(LISTS, list) ? language.t(LISTS[list as keyof typeof LISTS]) : list;
}

/** An observer, by what it looks at; one that has no words keeps its name. */
export function observerWords(language: Language, observer: string): string {
  return Object.hasOwn(OBSERVERS, observer) ? language.t(OBSERVERS[observer as keyof typeof OBSERVERS]) : observer;
}
