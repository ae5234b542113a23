/** Markup that is safe by its making: every text that goes into a template is escaped, and only markup goes in as it is. Pure. */

/** A piece of HTML. Nothing else makes one but `markup`. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template. Null and false stand for nothing. */
export type Part = string | number | Markup | readonly Part[] | null | false;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Signs that no document may hold, and those that turn the direction of what follows: a page may put them into a name. */

const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Whether a text has any of these, or a half of a pair. */
const SPECIAL = new RegExp(`[&<>"'\\ud800-\\udfff]|${UNSEEN.source}`);

/** A text as HTML has it; halves of pairs are made whole. */
function escaped(text: string): string {
  // Most have nothing of the kind, and a report has hundreds of thousands.
  if (!SPECIAL.test(text)) return text;
  return text
    .toWellFormed()
    .replace(UNSEEN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

function written(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.toString() : part.map(written).join('');
}

/** markup`<p>${'a < b'}</p>` → <p>a &lt; b</p> */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [at, part] of parts.entries()) text += written(part) + (strings[at + 1] ?? '');
  return new Markup(text);
}
