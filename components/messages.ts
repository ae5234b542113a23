/** All words of the pages, by typed key. Another language is one more file in `locales/` and one more line here. */
import i18next, { type FormatterModule, type TFunction } from 'i18next';
import { plainNumber } from './number-words';
import en from '../locales/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The language of the words; numbers and dates in sentences follow it. */
const LANGUAGE = 'en';

/** `{{count, number}}` is the one format in use; i18next's own makes an Intl.NumberFormat at each call. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown) => (typeof value === 'number' ? plainNumber(value) : String(value)),
};

const instance = i18next.createInstance().use(formatter);
// Resources are bundled, so init is done when this returns: no page ever shows a key.
void instance.init({
  lng: LANGUAGE,
  fallbackLng: false,
  resources: { en: { translation: en } },
  initAsync: false,
  // Svelte escapes; escaping here too would show &amp; to people.
  interpolation: { escapeValue: false },
});

/**
 * The words for a key. Names made by a page are safe as variables: they are never read as patterns.
 *
 * t('lead.contacted', { count: 2, time: '12:04:05' }) → '2 other companies contacted on this page since 12:04:05.'
 */
export const t: TFunction = instance.t;
