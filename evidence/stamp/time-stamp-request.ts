/**
 * Time stamps (RFC 3161): what is sent to an authority of the person's choice, so that it states by its signature that a seal existed at a
 * time. Sending is the person's: the extension sends nothing. Pure.
 */

/** DER of the request up to the hash: version 1, SHA-256 with NULL parameters, 32 bytes (RFC 3161 2.4.1, as OpenSSL 3 writes it). */
const HEAD = [
  ...[0x30, 0x39, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09],
  ...[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
];
/** certReq TRUE: without the authority's certificate nobody could check the answer offline. */
const CERTIFICATE_WANTED = [0x01, 0x01, 0xff];

/**
 * The request for a stamp on a seal, as the bytes of a .tsq file (media type application/timestamp-query). It carries no nonce: the answer is
 * checked against the seal, long after it came.
 *
 * @throws Error when `seal` is no SHA-256 in hexadecimal
 */
export function timeStampRequest(seal: string): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-f]{64}$/.test(seal)) throw new Error('A seal is 64 hexadecimal digits.');
  const hash = Array.from({ length: 32 }, (_, at) => Number.parseInt(seal.slice(at * 2, at * 2 + 2), 16));
  return new Uint8Array([...HEAD, ...hash, ...CERTIFICATE_WANTED]);
}
