/**
 * Reads a Flash cookie (local shared object): a `.sol` file of Flash Player, or what Ruffle keeps in localStorage as base64.
 *
 * 00 BF · length of the rest (32 bits) · "TCSO" 00 04 00 00 00 00 · name (16-bit length) · 00 00 00 · AMF version · entries
 * (name, value, 00). Source: values written by Ruffle 0.6, kept in replica/flash.
 */
import type { FlashCookieDamage } from '../ledger/observation.ts';
import { AmfBytes, damageOf } from './amf.ts';
import type { AmfEntry } from './amf.ts';
import { amf0Reader } from './amf0.ts';
import { amf3Reader } from './amf3.ts';

export interface FlashLso {
  /** The name that the film gave it; '' where damage hides it. */
  readonly name: string;
  readonly amf: 0 | 3 | null;
  /** In the order of the file. With damage the last one may be cut short. */
  readonly entries: readonly AmfEntry[];
  /** What is wrong, in words and with the byte's offset; null when it could be read whole. */
  readonly damaged: string | null;
  /** What kind of damage that is. */
  readonly damage: FlashCookieDamage | null;
}

/**
 * Reads a Flash cookie from its bytes or from base64. `isOver`: asked now and then whether the time for it has gone by; what was
 * read until then is given. Never throws, whatever it is given.
 */
export function readFlashLso(input: Uint8Array | string, isOver: () => boolean = () => false): FlashLso {
  const buffer = typeof input === 'string' ? fromBase64(input) : input;
  let name = '';
  let amf: FlashLso['amf'] = null;
  const entries: AmfEntry[] = [];
  if (!buffer) return { name, amf, entries, damaged: 'not base64', damage: 'not-flash' };
  const bytes = new AmfBytes(buffer, isOver);
  const damage = damageOf(() => {
    const mark = bytes.u16();
    const length = bytes.u32();
    // "TCSO" as one number.
    if (mark !== 0xbf || bytes.u32() !== 0x5443534f) bytes.damage('no Flash cookie', 'not-flash');
    bytes.take(6);
    name = bytes.utf8(bytes.u16());
    bytes.take(3);
    const version = bytes.u8();
    if (version !== 0 && version !== 3) bytes.unknown(version);
    amf = version as 0 | 3;
    const reader = amf ? amf3Reader(bytes) : amf0Reader(bytes, true);
    while (bytes.at < buffer.length) {
      const entry = reader.string();
      reader.value((value) => entries.push({ name: entry, value }));
      if (bytes.u8()) bytes.damage('no end of an entry');
    }
    if (length + 6 !== buffer.length)
      bytes.damage(`${length + 6} bytes announced, the end`, length + 6 > buffer.length ? 'ends-early' : 'not-flash');
  });
  return { name, amf, entries, damaged: damage?.words ?? null, damage: damage?.kind ?? null };
}

/** Null where the text is not base64. A text that was cut off is read as far as it goes. */
function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text.length % 4 === 1 ? text.slice(0, -1) : text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
