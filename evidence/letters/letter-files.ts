/** A letter's text as it goes out: to be pasted, as the address of an e-mail, as a file. Pure. */
import type { Letter } from './letter.ts';

/** The letter's text, its paragraphs a blank line apart. */
export const letterText = ({ paragraphs }: Pick<Letter, 'paragraphs'>): string => paragraphs.join('\n\n');

/** Longest `mailto:` address: Windows hands about 2,000 characters to a mail program and some browsers cut what is longer. */
export const LONGEST_MAILTO = 1900;

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed().replace(/\r?\n/gu, '\r\n'));

/** The address of an e-mail. */
export interface LetterMail {
  readonly address: string;
  /** Whether the address holds the whole text. */
  readonly isWhole: boolean;
}

/**
 * The `mailto:` address with subject and text (RFC 6068). Where that is longer than `LONGEST_MAILTO`, the text is cut between two characters, and
 * `rest` follows, which says that the rest is to be pasted.
 */
export function mailtoAddress(
  { recipient, subject, rest }: Pick<Letter, 'recipient' | 'subject' | 'rest'>,
  text: string,
): LetterMail {
  const to = (recipient.email ?? '').split('@').map(encodeURIComponent).join('@');
  const head = `mailto:${to}?subject=${encoded(subject.replace(/\s+/gu, ' '))}&body=`;
  const whole = head + encoded(text);
  if (whole.length <= LONGEST_MAILTO) return { address: whole, isWhole: true };
  const end = encoded(`\n\n${rest}`);
  let body = '';
  for (const letter of text.replace(/\r\n/gu, '\n')) {
    const next = encoded(letter);
    if (head.length + body.length + next.length + end.length > LONGEST_MAILTO) break;
    body += next;
  }
  return { address: head + body + end, isWhole: false };
}

/** 'letter-access-www.bobdylan.com-de.txt' */
export function letterFileName({ kind, language }: Pick<Letter, 'kind' | 'language'>, host: string): string {
  const name = host.replace(/[^a-z0-9.-]+/giu, '-').slice(0, 60);
  return `letter-${kind}-${name}-${language}.txt`;
}

/** What stands in the file: the recipient, the subject, the text as the person left it. */
export function letterFile({ recipient, subject }: Pick<Letter, 'recipient' | 'subject'>, text: string): string {
  const { name, email, form, postal } = recipient;
  // A postal address begins with the name.
  const head = [postal?.startsWith(name) === true ? null : name, postal, email, form].filter((line) => line !== null);
  return `${[...head, '', subject, '', text].join('\n')}\n`;
}
