/**
 * The trade's own strings, read by hand where the choice stands in them: the TC string (version 2 and above), the string of the
 * Global Privacy Platform, and the US Privacy string. The makers' libraries would add more to the page's script than all its observers
 * together; the tests hold this reader against them.
 */

/** What a string says: purposes that were allowed, all, some or none; an opt-out; or the browser's signal behind it. */
export interface StringReading {
  readonly choice: 'accepted' | 'refused' | 'partly';
  readonly by?: 'signal';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Purposes of the trade's list that ask for consent or claim an interest; the eleventh came later and many leave it out. */
const PURPOSES = 10;
/** A longer string is no string of the trade. Characters. */
const MAX_STRING = 20_000;

/** The bits of a string in the web's base64, as a reader of numbers; null for another alphabet. */
function bitsOf(text: string): ((from: number, length: number) => number) | null {
  if (text.length === 0 || text.length > MAX_STRING || !/^[\w-]+$/.test(text)) return null;
  return (from, length) => {
    let number = 0;
    for (let at = from; at < from + length; at++) {
      const six = ALPHABET.indexOf(text[Math.floor(at / 6)] ?? 'A');
      number = number * 2 + ((six >> (5 - (at % 6))) & 1);
    }
    return number;
  };
}

/** The core of a TC string: purposes with a consent, or with an interest that was not objected to. Null for what is none. */
export function readTcString(text: string): StringReading | null {
  const [core = ''] = text.split('.');
  const bits = bitsOf(core);
  // Version 6 bits, then dates, ids, language and list up to bit 152, where 24 purposes begin, and 24 interests.
  if (bits === null || core.length * 6 < 200 || bits(0, 6) < 2 || bits(0, 6) > 5) return null;
  const created = bits(6, 36);
  // In tenths of a second: a time before 2018 or after 2100 is no date of such a string.
  if (created < 15_000_000_000 || created > 41_000_000_000) return null;
  const consents = bits(152, PURPOSES);
  const interests = bits(176, PURPOSES);
  const all = 2 ** PURPOSES - 1;
  if (consents === 0) return { choice: 'refused' };
  return { choice: (consents | interests) === all ? 'accepted' : 'partly' };
}

/**
 * Where the opt-outs of a section of the United States stand: the bits before the first, and how many there are, two bits each.
 * 7 is the national section, 8 to 27 are those of states, in the order in which they were added.
 */
function optOutsOf(id: number): readonly [from: number, count: number] | null {
  if (id < 7 || id > 27) return null;
  if (id === 7) return [18, 3];
  if (id >= 24) return [16, 2];
  return [id === 11 || id === 18 ? 14 : 12, 2];
}
/** From this section on a part of type 1 is no signal of the browser. */
const FIRST_WITHOUT_SIGNAL = 25;
/** Numbers of the sections that hold a TC string and a US Privacy string. */
const TC_SECTION = 2;
const USP_SECTION = 6;

/** The numbers of a header's sections: a count of 12 bits, then each a number or a range, as steps in Fibonacci's code. */
function sectionsOf(header: string): readonly number[] {
  const bits = bitsOf(header);
  if (bits === null || bits(0, 6) !== 3 || bits(6, 6) !== 1) return [];
  const end = header.length * 6;
  let at = 24;
  function step(): number {
    let [before, weight, sum] = [1, 1, 0];
    for (let last = 0; at < end; at++) {
      const bit = bits?.(at, 1) ?? 0;
      if (bit === 1 && last === 1) {
        at += 1;
        return sum;
      }
      sum += bit * weight;
      [before, weight, last] = [weight, before + weight, bit];
    }
    return 0;
  }
  const found: number[] = [];
  let id = 0;
  for (let left = bits(12, 12); left > 0 && found.length < 40; left--) {
    const isRange = bits(at++, 1) === 1;
    const from = step();
    if (from === 0) break;
    id += from;
    const until = isRange ? id + step() : id;
    for (; id <= until && found.length < 40; id++) found.push(id);
    id = until;
  }
  return found;
}

/** Opt-outs of a section of the United States: 1 is an opt-out, 2 that there is none, 0 that it does not apply. */
function readUsSection(id: number, section: string): StringReading | null {
  const place = optOutsOf(id);
  const [core = '', ...more] = section.split('.');
  const bits = bitsOf(core);
  if (place === null || bits === null) return null;
  const answers = Array.from({ length: place[1] }, (_, n) => bits(place[0] + 2 * n, 2)).filter(
    (answer) => answer !== 0,
  );
  if (!answers.includes(1)) return null;
  // A part of the section of type 1 holds the browser's signal in its next bit.
  const signal =
    id < FIRST_WITHOUT_SIGNAL &&
    more.some((part) => {
      const read = bitsOf(part);
      return read?.(0, 2) === 1 && read(2, 1) === 1;
    });
  const choice = answers.every((answer) => answer === 1) ? 'refused' : 'partly';
  return signal ? { choice, by: 'signal' } : { choice };
}

/** The string of the Global Privacy Platform; null where no section tells a choice: no opt-out is the state before any. */
export function readGppString(text: string): StringReading | null {
  const [header = '', ...sections] = text.slice(0, MAX_STRING).split('~');
  const ids = sectionsOf(header);
  for (const [place, id] of ids.entries()) {
    const section = sections[place] ?? '';
    const read =
      id === TC_SECTION
        ? readTcString(section)
        : id === USP_SECTION
          ? readUsPrivacyString(section)
          : readUsSection(id, section);
    if (read !== null) return read;
  }
  return null;
}

/** '1YYN': notice given, opted out. Null for all else: that nobody opted out is the state before any choice. */
export function readUsPrivacyString(text: string): StringReading | null {
  const [, optOut] = /(?:^|")1[YN-]([YN-])[YN-](?:"|$)/i.exec(text) ?? [];
  return optOut?.toUpperCase() === 'Y' ? { choice: 'refused' } : null;
}
