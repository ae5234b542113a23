/** A page's texts and names → words with a space between. */

const ASCII = /^[ -~]*$/;
/** A word of a text in ASCII: digits, capitals, or small letters with the capital before them. */
const ASCII_WORD = /\d+|\+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Makes words comparable: small letters, Latin ones without accents. 'Straße' → 'strasse' */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss');
}

/**
 * The words of a text, or of a name that programmers made.
 *
 * spacedWords('mailster-firstName') → 'mailster first name'; spacedWords('address1') → 'address 1'; spacedWords('18+') → '18 plus'
 */
export function spacedWords(text: string): string {
  // Most names and addresses are ASCII, whose words are found in one go.
  if (ASCII.test(text)) return text.match(ASCII_WORD)?.join(' ').replace(/\+/g, 'plus').toLowerCase() ?? '';
  return folded(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'))
    .replace(/\+/g, ' plus ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
