/**
 * Time stamps (RFC 3161): what is sent to an authority of the person's choice, so that it states by its signature that a seal existed at a
 * time. Sending is the person's: the extension sends nothing. Pure.
 */

/** DER of the request up to the hash: version 1, SHA-256 with NULL parameters, 32 bytes (RFC 3161 2.4.1, as OpenSSL 3 writes it). */
const HEAD = [
  ...[0x30, 0x43, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09],
  ...[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
];
/** An integer of eight bytes: the nonce. */
const NONCE = [0x02, 0x08];
/** Bytes of a nonce. */
export const NONCE_LENGTH = 8;
/** certReq TRUE: without the authority's certificate nobody could check the answer offline. */
const CERTIFICATE_WANTED = [0x01, 0x01, 0xff];

/**
 * The request for a stamp on a seal, as the bytes of a .tsq file (media type application/timestamp-query). `random`: eight random bytes, the
 * nonce by which the answer can be told from one to any other request. It stands in the request alone: who has kept that can compare it.
 *
 * @throws Error when `seal` is no SHA-256 in hexadecimal, or `random` has another length
 */
export function timeStampRequest(seal: string, random: Uint8Array): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-f]{64}$/.test(seal)) throw new Error('A seal is 64 hexadecimal digits.');
  if (random.length !== NONCE_LENGTH) throw new Error('A nonce is 8 bytes.');
  const hash = Array.from({ length: 32 }, (_, at) => Number.parseInt(seal.slice(at * 2, at * 2 + 2), 16));
  // Positive, and of eight bytes however it is written.
  const [first = 0, ...rest] = random;
  const nonce = [(first & 0x3f) | 0x40, ...rest];
  return new Uint8Array([...HEAD, ...hash, ...NONCE, ...nonce, ...CERTIFICATE_WANTED]);
}
