/** A line of a `Set-Cookie` header, as RFC 6265 has browsers read it (sections 5.1.1, 5.2 and 5.3). */

/** What a line sets, without the value. */
export interface CookieLine {
  readonly name: string;
  /** Its time has gone by: it takes a cookie away, and writes none. */
  readonly isDeletion: boolean;
  /** Lower case, without a leading dot; null: for the host alone that answers. */
  readonly domain: string | null;
  /** Null: that of the address which answers, up to its last '/'. */
  readonly path: string | null;
  readonly partitioned: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Longest date that is read. */
const MAX_DATE = 200;

/**
 * A cookie's date in any of the forms that servers write; null where browsers read none. Milliseconds since 1970.
 *
 * 'Thu, 01-Jan-70 00:00:10 GMT' → 10000
 */
export function cookieDate(text: string): number | null {
  let time: readonly number[] | undefined;
  let day: number | undefined;
  let month: number | undefined;
  let year: number | undefined;
  for (const token of text.slice(0, MAX_DATE).split(/[\t -/;-@[-`{-~]+/)) {
    const clock = /^(\d\d?):(\d\d?):(\d\d?)(?:\D|$)/.exec(token);
    const at = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
    if (time === undefined && clock !== null) time = clock.slice(1).map(Number);
    else if (day === undefined && /^\d\d?(?:\D|$)/.test(token)) day = parseInt(token, 10);
    else if (month === undefined && at >= 0) month = at;
    else if (year === undefined && /^\d{2,4}(?:\D|$)/.test(token)) year = parseInt(token, 10);
  }
  if (time === undefined || day === undefined || month === undefined || year === undefined) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time;
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  if (full < 1601 || day < 1 || day > 31 || hours > 23 || minutes > 59 || seconds > 59) return null;
  return Date.UTC(full, month, day, hours, minutes, seconds);
}

/** When a cookie ends; null: with the browser's session. `Max-Age` counts before `Expires`, and the last of a kind before the others. */
function endOf(attributes: ReadonlyMap<string, string>, at: number): number | null {
  const age = attributes.get('max-age');
  if (age !== undefined) return at + Number(age) * 1000;
  return cookieDate(attributes.get('expires') ?? '');
}

function isRead(attribute: string, value: string): boolean {
  if (attribute === 'max-age') return /^-?\d+$/.test(value);
  return attribute !== 'expires' || cookieDate(value) !== null;
}

/**
 * Reads a line; null for a cookie without a name. `at`: when it came, milliseconds since 1970.
 *
 * readCookieLine('a=1; Path=/; Max-Age=0', 0) → { name: 'a', isDeletion: true, domain: null, path: '/', partitioned: false }
 */
export function readCookieLine(line: string, at: number): CookieLine | null {
  const [pair = '', ...rest] = line.split(';');
  const equals = pair.indexOf('=');
  // Without a "=" all of it is the value.
  const name = equals < 0 ? '' : pair.slice(0, equals).trim();
  if (name === '') return null;
  const attributes = new Map<string, string>();
  for (const part of rest) {
    const middle = part.indexOf('=');
    const attribute = (middle < 0 ? part : part.slice(0, middle)).trim().toLowerCase();
    const value = middle < 0 ? '' : part.slice(middle + 1).trim();
    if (isRead(attribute, value)) attributes.set(attribute, value);
  }
  const end = endOf(attributes, at);
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
  const path = attributes.get('path') ?? '';
  return {
    name,
    isDeletion: end !== null && end <= at,
    domain: domain === '' ? null : domain,
    path: path.startsWith('/') ? path : null,
    partitioned: attributes.has('partitioned'),
  };
}
