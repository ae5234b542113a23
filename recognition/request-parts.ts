/** What stands in a request: names with their values, from the query and the body. Page-made, so everything is bounded. */

/** One name with its value. Inside JSON the name is a path: 'events.*.name'. */
export interface CarriedPart {
  readonly name: string;
  readonly value: string;
}

/** Most parts of one request. */
export const MAX_PARTS = 200;
/** Longest name and value, in UTF-16 code units. */
export const MAX_NAME = 120;
export const MAX_VALUE = 500;
/** How deep JSON is followed. */
const MAX_DEPTH = 8;
/** Longest text that is parsed. */
const MAX_TEXT = 16_000;

function asJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * JSON that was cut somewhere, as far as it is whole: back to the last value that stands complete, and what is open is closed.
 *
 * completed('{"a":1,"b":[2,{"c":"x') → '{"a":1,"b":[2,{}]}'
 */
function completed(text: string): string {
  const open: string[] = [];
  let inText = false;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inText) {
      if (letter === '\\') at += 1;
      else inText = letter !== '"';
    } else if (letter === '"') inText = true;
    else if (letter === ',') end = at;
    else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']');
      end = at + 1;
    } else if (letter === '}' || letter === ']') {
      open.pop();
      end = at + 1;
    }
  }
  return text.slice(0, end) + open.reverse().join('');
}

/** JSON as it stands, or in base64: '{"a":1}' and 'eyJhIjoxfQ==' are the same. Undefined for any other text. */
function hiddenJson(text: string, isCut = false): unknown {
  const read = (json: string): unknown => asJson(json) ?? (isCut ? asJson(completed(json)) : undefined);
  if (/^\s*[{[]/.test(text)) return read(text);
  if (!/^eyJ[\w+/=-]*$/.test(text)) return undefined;
  try {
    const whole = isCut ? text.slice(0, text.length - (text.length % 4)) : text;
    return read(atob(whole.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return undefined;
  }
}

/** Gathers until there is no more room, and counts what did not fit. */
class Gathered {
  readonly parts: CarriedPart[] = [];
  leftOut = 0;

  add(name: string, value: string): void {
    if (value === '') return;
    if (this.parts.length >= MAX_PARTS) this.leftOut += 1;
    else this.parts.push({ name: name.slice(0, MAX_NAME), value: value.slice(0, MAX_VALUE) });
  }

  /** Follows what lies in a value; a text that is JSON itself is opened too. */
  open(name: string, value: unknown, depth: number): void {
    if (value === null || value === undefined) return;
    if (typeof value === 'string') {
      const inside = depth < MAX_DEPTH ? hiddenJson(value) : undefined;
      if (value.startsWith('tv.1~')) this.userData(name, value);
      else if (inside === undefined) this.add(name, value);
      else this.open(name, inside, depth + 1);
    } else if (typeof value !== 'object') {
      this.add(name, typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
    } else if (depth >= MAX_DEPTH || this.leftOut > MAX_PARTS) {
      this.leftOut += 1;
    } else {
      const at = (key: string): string => (name === '' ? key : `${name}.${key}`);
      if (Array.isArray(value)) for (const entry of value) this.open(at('*'), entry, depth + 1);
      else for (const [key, entry] of Object.entries(value)) this.open(at(key), entry, depth + 1);
    }
  }

  /** Google's list of what is known of a person: 'tv.1~em.HASH~co0.NO' under `em` is `em.em` and `em.co`. */
  userData(name: string, value: string): void {
    for (const part of value.split('~').slice(1)) {
      const [, key = '', rest = ''] = /^([a-z]+)\d*\.(.*)$/s.exec(part) ?? [];
      if (key !== '') this.add(`${name}.${key}`, rest);
    }
  }

  query(text: string): void {
    for (const [name, value] of new URLSearchParams(text)) this.open(name, value, 1);
  }
}

/**
 * The names and values of a request, in its order: those in the path, the query and the body. `leftOut`: how many did not fit. A body is read as JSON, or as lines of
 * queries (as forms and beacons send them); any other text is one value without a name. Of a body that is too long its beginning is read, and what is cut counts as one. Never throws.
 */
export function requestParts(
  url: string,
  body: string | null,
): { readonly parts: readonly CarriedPart[]; readonly leftOut: number } {
  const gathered = new Gathered();
  const start = url.indexOf('?');
  // Names and values behind semicolons in the path, as DoubleClick has them: '/activity;src=1;type=a?'.
  const [path = ''] = url.slice(0, start === -1 ? MAX_TEXT : start).split('#', 1);
  const inPath = path.indexOf(';');
  if (inPath !== -1) gathered.query(path.slice(inPath + 1).replaceAll(';', '&'));
  if (start !== -1) gathered.query(url.slice(start + 1, start + MAX_TEXT).replace(/#.*/s, ''));
  const text = (body ?? '').slice(0, MAX_TEXT).trim();
  // A body is cut before it comes here.
  const isCut = body !== null && body.length >= MAX_TEXT;
  if (isCut) gathered.leftOut += 1;
  const json = hiddenJson(text, isCut);
  if (json !== undefined) gathered.open('', json, 0);
  else
    for (const line of text.split(/\r?\n/))
      if (/^[\w.[\]$%-]{1,120}=/.test(line)) gathered.query(line);
      else gathered.add('', line);
  return { parts: gathered.parts, leftOut: gathered.leftOut };
}
