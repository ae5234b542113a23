/**
 * Whether a certificate hangs on a root that the person trusts, at a time (RFC 5280): each signed by the next, each an authority but the first,
 * each in force. Revocation cannot be known offline. Pure.
 */
import * as pkijs from 'pkijs';

/** What came of it. */
export type ChainVerdict =
  /** It hangs on one of the roots. */
  | 'ok'
  /** It does not. */
  | 'no-chain'
  /** It does, but one of the certificates was not in force at that time. */
  | 'expired'
  /** The files of the person hold no certificate. */
  | 'no-root';

const BASIC_CONSTRAINTS = '2.5.29.19';
/** More than any authority has between its root and its stamps. */
const LONGEST = 8;
/** Most certificates that are looked at, of the answer's and of the person's: a list of all roots of a browser has some 150. */
const MOST = 500;
const PEM = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/g;

function certificateOf(der: Uint8Array<ArrayBuffer>): readonly pkijs.Certificate[] {
  try {
    return [pkijs.Certificate.fromBER(der)];
  } catch {
    return [];
  }
}

/** The certificates of a file, PEM (one or several) or DER; none where it holds none. Never throws. */
export function readCertificates(file: Uint8Array<ArrayBuffer>): readonly pkijs.Certificate[] {
  const text = new TextDecoder('latin1').decode(file);
  const blocks = [...text.matchAll(PEM)].slice(0, MOST);
  if (blocks.length === 0) return certificateOf(file.slice());
  return blocks.flatMap(([, base64 = '']) => {
    try {
      return certificateOf(Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)));
    } catch {
      return [];
    }
  });
}

const isSelfIssued = ({ issuer, subject }: pkijs.Certificate): boolean => issuer.isEqual(subject);

async function isSignedBy(certificate: pkijs.Certificate, issuer: pkijs.Certificate): Promise<boolean> {
  if (!certificate.issuer.isEqual(issuer.subject)) return false;
  try {
    return await certificate.verify(issuer);
  } catch {
    // An algorithm that this browser does not have.
    return false;
  }
}

/** Whether an authority may stand above that many others. */
function mayStandAbove({ extensions = [] }: pkijs.Certificate, others: number): boolean {
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue as
    pkijs.BasicConstraints | undefined;
  if (constraints?.cA !== true) return false;
  const most = constraints.pathLenConstraint;
  return typeof most !== 'number' || others <= most;
}

const isInForce = ({ notBefore, notAfter }: pkijs.Certificate, at: number): boolean =>
  notBefore.value.getTime() <= at && at <= notAfter.value.getTime();

/** What is known of all ways up: from the certificate on, which is the first, to a root, which is the last. */
async function waysUp(
  way: readonly pkijs.Certificate[],
  others: readonly pkijs.Certificate[],
  roots: readonly pkijs.Certificate[],
): Promise<readonly (readonly pkijs.Certificate[])[]> {
  const last = way.at(-1);
  if (last === undefined || way.length > LONGEST) return [];
  const ways: (readonly pkijs.Certificate[])[] = [];
  for (const root of roots)
    if (mayStandAbove(root, way.length - 1) && (await isSignedBy(last, root))) ways.push([...way, root]);
  for (const other of others) {
    // Two that have signed each other would lead round and round.
    if (way.includes(other) || isSelfIssued(other) || !mayStandAbove(other, way.length - 1)) continue;
    if (await isSignedBy(last, other)) ways.push(...(await waysUp([...way, other], others, roots)));
  }
  return ways;
}

/** By pkijs, which knows the other rules of RFC 5280 (key usage, names that an authority is bound to). It is given one way alone. */
async function isSound(way: readonly pkijs.Certificate[], at: number): Promise<boolean> {
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: way.slice(-1),
    certs: way.slice(0, -1).toReversed(),
    checkDate: new Date(at),
  });
  return (await engine.verify()).result;
}

/**
 * Whether the certificate hangs on a root. `others`: what the answer carries besides. Of the person's certificates those that have issued
 * themselves are roots, and the others may stand between, as OpenSSL takes them. `at`: milliseconds since 1970.
 */
export async function chainTo(
  certificate: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  trusted: readonly pkijs.Certificate[],
  at: number,
): Promise<ChainVerdict> {
  if (trusted.length === 0) return 'no-root';
  const roots = trusted.filter(isSelfIssued);
  const between = [...others, ...trusted.filter((one) => !isSelfIssued(one))].slice(0, MOST);
  const ways = await waysUp([certificate], between, roots);
  for (const way of ways) if (way.every((one) => isInForce(one, at)) && (await isSound(way, at))) return 'ok';
  return ways.some((way) => way.some((one) => !isInForce(one, at))) ? 'expired' : 'no-chain';
}
