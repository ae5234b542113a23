/** A language that nobody speaks: all words in guillemets, so that a word of ours that was forgotten stands out. */
import type { LanguageFile, Words } from '../../../schemas/language-file.ts';
import en from '../../../locales/en.json' with { type: 'json' };

function marked(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? `«${value}»` : marked(value)]),
  );
}

/** Numbers and plurals are German ones. */
export const second: LanguageFile = {
  language: { code: 'de', name: 'Zweite', direction: 'ltr' },
  manifest: { description: '«description»' },
  badge: { title: '«{{count}}»', none: '«none»', trouble: '«trouble»', recording: '«recording»' },
  words: marked(en.words),
  practices: {
    'web-analytics': { plain: '«Zählung»', name: '«Zählung»', explanation: '«Was das Zählen ist.»' },
    'tag-manager': { plain: '«Verwalter»', name: '«Verwalter»', explanation: '«Was ein Verwalter ist.»' },
    'newsletter-email.asked': { name: '«Adresse»', explanation: '«Ein Feld.»' },
    fingerprinting: { plain: '«Fingerabdruck»', name: '«Fingerabdruck»', explanation: '«Was ein Fingerabdruck ist.»' },
  },
  clauses: {
    clickstream: { summary: '«Zählen heißt so.»' },
    'service-companies': { summary: '«Helfer bekommen Daten.»' },
    'cookies-and-pixels': { summary: '«Man folgt Besuchen.»', choice: '«Cookies löschen.»' },
  },
  routes: {
    'sony-feedback': {
      title: '«Schreiben»',
      purpose: '«Fragen aller Art.»',
      needs: ['«eine Adresse»'],
      whatItWas: '«Das Formular von 2011.»',
    },
    gpc: { title: '«Signal senden»', purpose: '«Für alle Seiten.»' },
    'flash-settings': { title: '«Flash»', purpose: '«Flash einstellen.»', whatItWas: '«Eine Seite von Adobe.»' },
    'sony-post': { title: '«Brief»', purpose: '«Für Papier.»', text: '«An die Post»' },
  },
  phrases: {
    'Measures how people use the site.': '«Misst die Nutzung.»',
    'Tells one browser from the next, to count visitors.': '«Unterscheidet Browser.»',
    '2 years': '«2 Jahre»',
    'Google Analytics opt-out add-on': '«Abwahl»',
    'The policy promises encryption for billing forms only.': '«Nur für Rechnungen.»',
    'Sony Music Entertainment': '«Sony Music»',
  },
};
