/** Where a policy says that questions may be sent. */
import type { PolicyText } from './policy-text.ts';
import type { Sentence } from './policy-reading.ts';

/** Most addresses that are given. */
const MAX_QUESTIONS = 20;
const EMAIL = /[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9])?@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![a-z0-9])/gi;
/** Sentences that invite to write. */
const INVITES =
  /\b(?:contact|questions?|concerns?|inquir|feedback|write to|reach us|kontakt|fragen|wenden sie sich|schreiben sie|contactez|contacter|adresse[rz]|écri(?:re|vez)|consultas?|contactar|contacte|dirigirse|escrib|preguntas|vragen|neem contact|contact opnemen|mailen|schrijven)/i;

/** The e-mail addresses in a text. */
function mailsIn(text: string): readonly string[] {
  return text.includes('@') ? (text.match(EMAIL) ?? []) : [];
}

/** E-mail addresses first, then links of sentences that invite to write; each once, in the order of the text. */
export function questionAddresses({ text, blocks }: PolicyText, sentences: readonly Sentence[]): string[] {
  const mailed = blocks.flatMap(({ links }) => links.filter(({ address }) => /^mailto:/i.test(address)));
  const mails = [...mailsIn(text), ...mailed.flatMap(({ address }) => mailsIn(address).slice(0, 1))];
  const led = sentences.flatMap(({ block, text: own }) => {
    const links = blocks[block]?.links ?? [];
    if (links.length === 0 || !INVITES.test(own)) return [];
    return links.filter((link) => /^https?:/i.test(link.address) && own.includes(link.text));
  });
  const all = [...mails.map((mail) => mail.toLowerCase()), ...led.map(({ address }) => address)];
  return [...new Set(all)].slice(0, MAX_QUESTIONS);
}
