/** Whether a text has the form of a privacy policy: who speaks in it, to whom, and of what. */
import type { PolicyText } from './policy-text.ts';
import type { Sentence } from './policy-reading.ts';
import { isPolicyAddress, namesPolicy } from './policy-name.ts';

/** Headings at the beginning among which the text's name may be. */
const HEADINGS_WITH_NAME = 6;

/** Things that policies speak of: nearly every policy of more than a page speaks of most. One pattern each, for all languages with rules. */
const SUBJECTS: readonly RegExp[] = [
  /personal(?:ly)? (?:identifiable )?(?:information|data)|personenbezogene|persönliche daten|données (?:à caractère )?personnel|datos (?:de carácter )?personal|persoonsgegevens|persoonlijke gegevens|your (?:information|data)|ihre daten|vos données|sus datos|uw gegevens/i,
  /\bcollect|\berheb|\berfass|\bcollect(?:e|ons|és)|\brecog|\brecop|\brecab|\bverzamel/i,
  /cookie|web beacon|pixel|tracking|clickstream/i,
  /third[- ]part|dritte[nr]?\b|tiers\b|tercer|derde/i,
  /\bshar(?:e|ed|ing)\b|disclos|weitergeb|weitergabe|übermittel|partag|communiqu|transm|compart|ced(?:e|er|ido)|comunicar|delen|verstrek|doorgeven/i,
  /unsubscribe|opt[- ]?out|your (?:rights|choices)|widerruf|widerspr|abmeld|désabonn|vos droits|opposition|darse de baja|sus derechos|oposición|afmeld|uw rechten|bezwaar/i,
  /e-?mail address|ip[- ]address|e-mail-adresse|ip-adresse|adresse (?:e-?mail|électronique|ip)|correo electrónico|dirección ip|e-?mailadres|ip-adres/i,
  /security|secure|sicherheit|sécurité|seguridad|beveilig/i,
  /\bretain|retention|aufbewahr|speicherdauer|gelöscht|conserv|bewaar|bewaren|verwijder/i,
  /children|under the age|kinder|minderjährig|enfants|mineurs|menores|kinderen|minderjarig/i,
];

/** Sentences in which somebody says "we" or "you" of themselves and the reader. */
const SPEAKS =
  /\b(?:we|our|us|you|your|wir|uns|unsere?[nrms]?|sie|ihre?[nrms]?|nous|notre|nos|vous|votre|vos|nosotros|nuestr[oa]s?|usted|sus?|le|wij|we|ons|onze|u|uw|je|jouw)\b/i;
const OF_DATA =
  /\bdata\b|\bdaten|données|datos|gegevens|information|informaci|informatie|cookie|personal|personenbezogen|privacy|datenschutz|confidentialit|privacidad|e-?mail/i;

/** Fewest sentences and subjects of a text that is called a policy, and of one that is not. */
const CALLED = { sentences: 4, subjects: 3, speaks: 0.2, ofData: 0.12 };
const NOT_CALLED = { sentences: 15, subjects: 6, speaks: 0.35, ofData: 0.3 };

/** Titles of policies that avoid the word: "How we use your data", "Was wir mit Ihren Daten tun". */
const OF_YOUR_DATA =
  /\b(?:how|what|why)\b.{1,40}\b(?:your|personal) (?:data|information)\b|\byour (?:data|information) and\b|\b(?:wie|was|wof\u00fcr)\b.{1,40}\b(?:ihren?|deinen?) daten\b|\b(?:comment|pourquoi|que faisons).{1,40}\bvos donn\u00e9es|\b(?:c\u00f3mo|para qu\u00e9|qu\u00e9) .{1,40}\b(?:sus|tus) datos\b|\b(?:hoe|wat|waarvoor)\b.{1,40}\b(?:uw|je|jouw) gegevens\b/i;

/** Whether the page's address, its title or one of its first headings calls it a policy. */
export function isCalledPolicy({ address, title, text, blocks }: PolicyText): boolean {
  const headings = blocks.filter(({ kind }) => kind === 'heading').slice(0, HEADINGS_WITH_NAME);
  const first = blocks[0];
  const names = [title, ...headings.map(({ start, end }) => text.slice(start, end))];
  if (first !== undefined) names.push(text.slice(first.start, first.end));
  return (
    isPolicyAddress(address) ||
    names.some((name) => name.length < 160 && (namesPolicy(name) || OF_YOUR_DATA.test(name)))
  );
}

/**
 * Whether a text looks like a privacy policy. One that is called so needs less of its form; the terms of a shop, an article on
 * privacy and a page with a link to the policy have too little of it.
 */
export function looksLikePolicy(document: PolicyText, sentences: readonly Sentence[]): boolean {
  const need = isCalledPolicy(document) ? CALLED : NOT_CALLED;
  const spoken = sentences.filter(({ kind, leadIn }) => kind !== 'heading' || leadIn !== null);
  if (spoken.length < need.sentences) return false;
  const subjects = SUBJECTS.filter((subject) => subject.test(document.text)).length;
  const share = (sign: RegExp): number => spoken.filter(({ statement }) => sign.test(statement)).length / spoken.length;
  return subjects >= need.subjects && share(SPEAKS) >= need.speaks && share(OF_DATA) >= need.ofData;
}
