/**
 * Checks the answer of a time-stamping authority (RFC 3161), offline: that it is of this seal, that its signature and its certificate hold
 * together, and that the certificate is for stamps; with the request, that it is the answer to it; with roots of the person's choice, that the
 * certificate hangs on one of them. No root ships with the extension: whom to trust is the person's to say. Revocation cannot be known offline. Pure.
 *
 * Long because: what pkijs 4.0 leaves unchecked is checked here, side by side: status, kind of content, algorithm, purpose of the certificate, and the signed
 * attribute that names it.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { chainTo, readCertificates, type ChainVerdict } from './certificate-chain.ts';

/** What came of checking. */
export type TimeStampVerdict =
  /** No answer of such an authority, and no token. */
  | { readonly state: 'foreign' }
  /** The authority gave no stamp; in its own words, '' where it gave none. */
  | { readonly state: 'refused'; readonly words: string }
  /** Of other data. */
  | { readonly state: 'other-seal' }
  /** Of this seal, but not the answer to this request: its nonce is another one, or none. */
  | { readonly state: 'other-request' }
  /** What is said to be the request is none of this seal. */
  | { readonly state: 'no-request' }
  /** It carries no certificate of who has signed it. */
  | { readonly state: 'no-certificate' }
  /** The certificate is not for stamps alone, or was not in force at the time that is stated. */
  | { readonly state: 'not-for-stamps' | 'out-of-force'; readonly authority: string }
  /** The signature does not fit, or a part of it is damaged. */
  | { readonly state: 'broken' }
  | {
      readonly state: 'valid';
      /** When the seal existed, by the authority's word: milliseconds since 1970. */
      readonly at: number;
      /** Who says so, as the certificate names them. */
      readonly authority: string;
      /** Who has issued the certificate. */
      readonly issuer: string;
      /** Whether it is the answer to the request that was given. */
      readonly request: 'same' | 'not-told';
      /** Whether it hangs on a root that was given. */
      readonly chain: ChainVerdict | 'not-told';
    };

/** What the person has besides: files. */
export interface StampFiles {
  /** The request (.tsq). */
  readonly request?: Uint8Array<ArrayBuffer>;
  /** Certificates of roots, PEM or DER. */
  readonly roots?: readonly Uint8Array<ArrayBuffer>[];
}

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** The signed attributes that name the certificate by its hash: with SHA-1 (RFC 2634), with any (RFC 5035). */
const SIGNING_CERTIFICATES = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'];
const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  [SHA_256]: sha256,
  '2.16.840.1.101.3.4.2.2': sha384,
  '2.16.840.1.101.3.4.2.3': sha512,
};
/** Names by their object identifiers, in the order in which a person looks for them. */
const NAME_PARTS = ['2.5.4.3', '2.5.4.10', '2.5.4.6'];
/** Larger than any answer: one with a long chain has some 10 kB. */
export const MAX_ANSWER = 1_000_000;

const areEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

function nameOf({ typesAndValues }: pkijs.RelativeDistinguishedNames): string {
  const parts = NAME_PARTS.flatMap((type) =>
    typesAndValues.filter((one) => one.type === type).map(({ value }) => value.valueBlock.value),
  );
  return parts.join(', ');
}

/** The token in an answer, or by itself; what else came in its place. */
function tokenOf(answer: ArrayBuffer): pkijs.ContentInfo | TimeStampVerdict {
  try {
    const response = pkijs.TimeStampResp.fromBER(answer);
    const { status, statusStrings } = response.status;
    const isGranted = status === pkijs.PKIStatus.granted || status === pkijs.PKIStatus.grantedWithMods;
    if (!isGranted || response.timeStampToken === undefined) {
      const words = (statusStrings ?? []).map((one) => one.valueBlock.value);
      return { state: 'refused', words: words.join(' ') };
    }
    return response.timeStampToken;
  } catch {
    // A token by itself, as some tools keep it.
  }
  try {
    return pkijs.ContentInfo.fromBER(answer);
  } catch {
    return { state: 'foreign' };
  }
}

/** Whether a certificate is for stamps and for nothing else, and says so in a way that must be heeded (RFC 3161 2.3). */
function isForStamps({ extensions = [] }: pkijs.Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  if (usage?.critical !== true) return false;
  const { keyPurposes } = usage.parsedValue as pkijs.ExtKeyUsage;
  return keyPurposes.length === 1 && keyPurposes[0] === TIME_STAMPING;
}

/** The parts of a constructed ASN.1 value; none of any other. */
function partsOf(value: unknown): readonly asn1js.AsnType[] {
  const block = (value as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value;
  return Array.isArray(block) ? (block as asn1js.AsnType[]) : [];
}

/** Whether the signed attributes name this certificate by its hash: else another of the same key could stand in its place. */
function isNamed(certificate: pkijs.Certificate, signer: pkijs.SignerInfo): boolean {
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => SIGNING_CERTIFICATES.includes(type));
  const [first] = partsOf(partsOf(attribute?.values[0])[0]);
  const parts = partsOf(first);
  const bytes = parts.find((part) => part instanceof asn1js.OctetString);
  if (attribute === undefined || bytes === undefined) return false;
  const stated = partsOf(parts[0])[0];
  const hash =
    attribute.type === SIGNING_CERTIFICATES[0]
      ? sha1
      : stated instanceof asn1js.ObjectIdentifier
        ? HASHES[stated.valueBlock.toString()]
        : sha256;
  if (hash === undefined) return false;
  const named = new Uint8Array(bytes.valueBlock.valueHexView);
  return areEqual(hash(new Uint8Array(certificate.toSchema(true).toBER(false))), named);
}

/** The certificate of who has signed, among those that the token carries. */
function signerOf({ certificates = [] }: pkijs.SignedData, { sid }: pkijs.SignerInfo): pkijs.Certificate | undefined {
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined;
  return certificates
    .filter((one) => one instanceof pkijs.Certificate)
    .find((one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber));
}

const isOf = ({ hashAlgorithm, hashedMessage }: pkijs.MessageImprint, seal: Uint8Array): boolean =>
  hashAlgorithm.algorithmId === SHA_256 && areEqual(hashedMessage.valueBlock.valueHexView, seal);

/** What the request says of an answer; null where nothing is against it. */
function againstRequest(
  request: Uint8Array<ArrayBuffer> | undefined,
  { nonce }: pkijs.TSTInfo,
  seal: Uint8Array,
): TimeStampVerdict | null {
  if (request === undefined) return null;
  try {
    const asked = pkijs.TimeStampReq.fromBER(request.slice());
    if (!isOf(asked.messageImprint, seal)) return { state: 'no-request' };
    // One that asks without a nonce says nothing of which answer is its own.
    const isSame = asked.nonce !== undefined && nonce?.isEqual(asked.nonce) === true;
    return isSame ? null : { state: 'other-request' };
  } catch {
    return { state: 'no-request' };
  }
}

async function verifyToken(
  token: pkijs.ContentInfo,
  sealed: Uint8Array<ArrayBuffer>,
  { request, roots }: StampFiles,
): Promise<TimeStampVerdict> {
  if (token.contentType !== SIGNED_DATA) return { state: 'foreign' };
  const data = new pkijs.SignedData({ schema: token.content });
  const { eContent, eContentType } = data.encapContentInfo;
  if (eContentType !== TST_INFO || eContent === undefined) return { state: 'foreign' };
  const info = pkijs.TSTInfo.fromBER(eContent.getValue());
  const seal = sha256(sealed);
  if (!isOf(info.messageImprint, seal)) return { state: 'other-seal' };
  const [signer] = data.signerInfos;
  if (signer === undefined || data.signerInfos.length > 1) return { state: 'broken' };
  const certificate = signerOf(data, signer);
  if (certificate === undefined) return { state: 'no-certificate' };
  const isSigned = await data.verify({ signer: 0, data: sealed.buffer, trustedCerts: [], checkChain: false });
  if (!isSigned || !isNamed(certificate, signer)) return { state: 'broken' };
  const authority = nameOf(certificate.subject);
  if (!isForStamps(certificate)) return { state: 'not-for-stamps', authority };
  const at = info.genTime.getTime();
  const isInForce = certificate.notBefore.value.getTime() <= at && at <= certificate.notAfter.value.getTime();
  if (!isInForce) return { state: 'out-of-force', authority };
  const against = againstRequest(request, info, seal);
  if (against !== null) return against;
  const carried = (data.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
  return {
    ...{ state: 'valid', at, authority, issuer: nameOf(certificate.issuer) },
    request: request === undefined ? 'not-told' : 'same',
    chain: roots === undefined ? 'not-told' : await chainTo(certificate, carried, roots.flatMap(readCertificates), at),
  };
}

/** Checks an answer (.tsr), or the token of one, against the file whose hash is the seal (`tagmanifest-sha256.txt`). Never throws. */
export async function verifyTimeStamp(
  answer: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
  files: StampFiles = {},
): Promise<TimeStampVerdict> {
  if (answer.length === 0 || answer.length > MAX_ANSWER) return { state: 'foreign' };
  const token = tokenOf(answer.slice().buffer);
  if ('state' in token) return token;
  try {
    // A copy: its buffer has no bytes but these.
    return await verifyToken(token, sealed.slice(), files);
  } catch {
    return { state: 'broken' };
  }
}
