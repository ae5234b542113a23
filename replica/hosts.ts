/** The host names under which the replica answers. Every other name is answered as a company's by `stubs/`. */

/** A label's site that is on the list; it shows the invented band "Paper Lanterns" and holds the practice pages. */
export const LABEL_HOST = 'www.columbiarecords.com';
/** Listed as an artist's site, though of no one artist: the replica must say nothing of a real person. Answers with the same pages. */
export const ARTIST_HOST = 'www.christmasmusic.com';
/** On no list: only its marks (script, paths, policy link, footer) show whose it is. */
export const MARKED_HOST = 'www.paperlanterns.example';
/** Sony Music's own site: home, feedback and privacy policy, in our own words. */
export const COMPANY_HOST = 'www.sonymusic.com';
/** A listed site with a policy of its own. */
export const OWN_POLICY_HOST = 'www.sonymusic.de';
/** Resembles Sony Music by its name and is not. */
export const LOOKALIKE_HOST = 'www.notsonymusic.com';
/** Of no interest at all. */
export const OTHER_HOST = 'www.gardening.example';
/** Where Sony Music's forms live; they stand as frames in artist pages. */
export const FORMS_HOST = 'forms.sonymusicfans.com';

/** A band's site of Kelpwick Records, an invented record company that only tests know (tests/fixtures/organisations). */
export const KELPWICK_BAND_HOST = 'www.ninepintides.example';
/** The same company's site in another country, with a policy of its own. */
export const KELPWICK_GERMANY_HOST = 'www.kelpwick-germany.example';
/** On no list: only its marks show that it is the same company's. */
export const KELPWICK_MARKED_HOST = 'www.latenightferry.example';

/** A name of the label's that stands for a collector of another company. Answered by a stub. */
export const METRICS_HOST = 'metrics.columbiarecords.com';

/** Hosts that a browser asks for itself at any time: updates, hints, autofill, lists of dangerous sites. */
export const BROWSERS_OWN_HOSTS: readonly string[] = [
  'update.googleapis.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'content-autofill.googleapis.com',
  'safebrowsing.googleapis.com',
];

/** Every host above whose pages keep things in the browser: what a test clears before it begins. */
export const OWN_HOSTS: readonly string[] = [
  LABEL_HOST,
  ARTIST_HOST,
  MARKED_HOST,
  COMPANY_HOST,
  OWN_POLICY_HOST,
  LOOKALIKE_HOST,
  OTHER_HOST,
  FORMS_HOST,
  KELPWICK_BAND_HOST,
  KELPWICK_GERMANY_HOST,
  KELPWICK_MARKED_HOST,
];
