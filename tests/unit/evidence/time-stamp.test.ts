/** Time stamps: OpenSSL reads what is asked and agrees on what is answered; what pkijs lets through is not let through here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timeStampRequest } from '../../../evidence/stamp/time-stamp-request.ts';
import { MAX_ANSWER, verifyTimeStamp } from '../../../evidence/stamp/verify-time-stamp.ts';
import stamps from '../../fixtures/time-stamps.json' with { type: 'json' };

const bytes = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'));
const sealed = new TextEncoder().encode(stamps.sealed);
const seal = createHash('sha256').update(sealed).digest('hex');
const good = bytes(stamps.answers['an answer'].base64);

describe('verifyTimeStamp', () => {
  it.each(Object.entries(stamps.answers))('judges %s', async (_what, { base64, state }) => {
    expect(await verifyTimeStamp(bytes(base64), sealed)).toMatchObject({ state });
  });

  it('tells when and who, and what an authority says that refuses', async () => {
    const { base64 } = stamps.answers['a refusal'];
    expect(await verifyTimeStamp(bytes(base64), sealed)).toEqual({
      state: 'refused',
      words: 'Requested policy is not supported.',
    });
    const valid = await verifyTimeStamp(good, sealed);
    expect(valid).toMatchObject({ authority: 'Test TSA, Test Authority, DE', issuer: 'Test CA' });
    expect('at' in valid && new Date(valid.at).toISOString()).toMatch(/^2026-11-27T06:2\d:\d\d\.000Z$/);
  });

  it('knows nothing of it for other data, for nothing, for noise and for too much', async () => {
    expect(await verifyTimeStamp(good, new TextEncoder().encode('another text\n'))).toEqual({ state: 'other-seal' });
    for (const noise of [new Uint8Array(), sealed, new Uint8Array(64).fill(0x30), new Uint8Array(MAX_ANSWER + 1)])
      expect(await verifyTimeStamp(noise, sealed)).toEqual({ state: 'foreign' });
  });

  it('never says another time or another name for an answer with a bit turned', async () => {
    const valid = await verifyTimeStamp(good, sealed);
    let found = 0;
    for (let at = 0; at < good.length; at += 3) {
      const turned = good.slice();
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      const verdict = await verifyTimeStamp(turned, sealed);
      // What is not signed (other certificates, the status' words) may change, and says nothing.
      if (verdict.state === 'valid') expect(verdict).toEqual(valid);
      else found += 1;
    }
    expect(found).toBeGreaterThan(300);
  });
});

describe('timeStampRequest', () => {
  it('asks for a stamp with SHA-256 and a certificate, of this seal', () => {
    const request = timeStampRequest(seal, new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(Buffer.from(request).toString('hex')).toBe(
      `30430201013031300d060960864801650304020105000420${seal}020841020304050607080101ff`,
    );
    expect(() => timeStampRequest('no seal', new Uint8Array(8))).toThrow('64 hexadecimal digits');
    expect(() => timeStampRequest(seal, new Uint8Array(7))).toThrow('8 bytes');
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'stamp-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Authorities of this test. */
const CONFIGURATION = `
[req]
distinguished_name=dn
prompt=no
[dn]
CN=Root of a test
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
[short]
basicConstraints=critical,CA:TRUE,pathlen:0
[none]
basicConstraints=critical,CA:FALSE
[stamps]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[past]
database=index.txt
serial=past-serial
new_certs_dir=.
default_md=sha256
policy=any
[any]
commonName=supplied
[tsa]
default_tsa=one
[one]
serial=serial
crypto_device=builtin
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=sha256
`;

describe.runIf(hasOpenssl)('beside OpenSSL', () => {
  const openssl = (...words: readonly string[]): string =>
    execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const file = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path.join(folder, name)));
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(path.join(folder, name), content);
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
  const root = (name: string, extensions = 'ca'): void => {
    openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-extensions', extensions);
  };
  const issued = (name: string, by: string, extensions: string, ...more: readonly string[]): void => {
    openssl('req', '-new', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name} of a test`);
    const issuer = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-extfile', 'tsa.cnf'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...issuer, '-extensions', extensions, '-out', `${name}.pem`, ...more);
  };
  /** An answer to our request by an authority; `chain`: what it carries besides its own certificate. */
  const answered = (by: string, chain?: string): void => {
    const signer = ['-signer', `${by}.pem`, '-inkey', `${by}.key`, ...(chain === undefined ? [] : ['-chain', chain])];
    const asked = ['-queryfile', 'ours.tsq', '-config', 'tsa.cnf', '-section', 'one'];
    openssl('ts', '-reply', ...asked, ...signer, '-out', `${by}.tsr`);
  };
  const verified = (by: string, roots: string, ...of: readonly string[]): boolean => {
    const words = ['ts', '-verify', ...of, '-in', `${by}.tsr`, '-CAfile', roots];
    return spawnSync('openssl', words, { cwd: folder }).status === 0;
  };
  const random = new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2]);

  beforeAll(() => {
    write('tsa.cnf', CONFIGURATION);
    write('serial', '01\n');
    write('sealed.txt', sealed);
    write('other.txt', 'other');
    write('ours.tsq', timeStampRequest(seal, random));
    for (const name of ['root', 'namesake']) root(name);
    root('short', 'short');
    issued('direct', 'root', 'stamps');
    answered('direct');
    // Between a root and who stamps: one that may, one that ended, one that is no authority, and one below a root that bears none.
    for (const [between, by, extensions, days] of [
      ['middle', 'root', 'ca', '30'],
      ['layman', 'root', 'none', '30'],
      ['deep', 'short', 'ca', '30'],
    ] as const) {
      issued(between, by, extensions, '-days', days);
      issued(`by-${between}`, between, 'stamps');
      answered(`by-${between}`, `${between}.pem`);
    }
    write('index.txt', '');
    write('past-serial', '02\n');
    openssl('req', '-new', ...key, '-keyout', 'ended.key', '-out', 'ended.csr', '-subj', '/CN=ended of a test');
    const past = ['-startdate', '20200101000000Z', '-enddate', '20210101000000Z', '-notext'];
    const by = ['-name', 'past', '-cert', 'root.pem', '-keyfile', 'root.key', '-extensions', 'ca'];
    openssl('ca', '-batch', '-config', 'tsa.cnf', ...by, ...past, '-in', 'ended.csr', '-out', 'ended.pem');
    issued('by-ended', 'ended', 'stamps');
    answered('by-ended', 'ended.pem');
    issued('alone', 'middle', 'stamps');
    answered('alone');
    write(
      'both.pem',
      `${readFileSync(path.join(folder, 'middle.pem'), 'utf8')}\n${readFileSync(path.join(folder, 'root.pem'), 'utf8')}`,
    );
    openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
  }, 60_000);

  it('is answered by its authority and verified by both, and by neither for other data', async () => {
    expect(openssl('ts', '-query', '-in', 'ours.tsq', '-text')).toMatch(/Certificate required: yes/);
    expect(openssl('ts', '-query', '-in', 'ours.tsq', '-text')).toMatch(/Nonce: 0x49080?70605040302/i);
    expect(verified('direct', 'root.pem', '-data', 'sealed.txt')).toBe(true);
    expect(verified('direct', 'root.pem', '-data', 'other.txt')).toBe(false);
    expect(await verifyTimeStamp(file('direct.tsr'), sealed)).toMatchObject({
      ...{ state: 'valid', authority: 'direct of a test', request: 'not-told', chain: 'not-told' },
    });
    expect(await verifyTimeStamp(file('direct.tsr'), new TextEncoder().encode('other'))).toEqual({
      state: 'other-seal',
    });
  });

  it('is compared with its request by both, and with another one', async () => {
    const another = new Uint8Array([9, 8, 7, 6, 5, 4, 3, 1]);
    write('another.tsq', timeStampRequest(seal, another));
    const other = createHash('sha256').update('other').digest('hex');
    const state = async (request: Uint8Array<ArrayBuffer>) => verifyTimeStamp(file('direct.tsr'), sealed, { request });
    expect(verified('direct', 'root.pem', '-queryfile', 'ours.tsq')).toBe(true);
    expect(await state(file('ours.tsq'))).toMatchObject({ state: 'valid', request: 'same' });
    expect(verified('direct', 'root.pem', '-queryfile', 'another.tsq')).toBe(false);
    expect(await state(file('another.tsq'))).toEqual({ state: 'other-request' });
    expect(await state(timeStampRequest(other, random))).toEqual({ state: 'no-request' });
    expect(await state(new TextEncoder().encode('GET /'))).toEqual({ state: 'no-request' });
    // An answer to a request of before, which carried no nonce.
    expect(await verifyTimeStamp(good, sealed, { request: file('ours.tsq') })).toEqual({ state: 'other-request' });
  });

  it.each([
    ['direct', 'root.pem', 'ok'],
    ['direct', 'namesake.pem', 'no-chain'],
    ['by-middle', 'root.pem', 'ok'],
    ['by-middle', 'namesake.pem', 'no-chain'],
    // An authority that is no root: OpenSSL trusts none either, unless it is told to.
    ['by-middle', 'middle.pem', 'no-chain'],
    ['alone', 'root.pem', 'no-chain'],
    ['alone', 'both.pem', 'ok'],
    ['by-ended', 'root.pem', 'expired'],
    ['by-layman', 'root.pem', 'no-chain'],
    ['by-deep', 'short.pem', 'no-chain'],
  ])('of %s, with %s: %s', async (by, roots, chain) => {
    expect(await verifyTimeStamp(file(`${by}.tsr`), sealed, { roots: [file(roots)] })).toMatchObject({ chain });
    expect(verified(by, roots, '-data', 'sealed.txt')).toBe(chain === 'ok');
  });

  it('takes roots as DER, several files, and says where a file holds none', async () => {
    const chain = async (...roots: readonly Uint8Array<ArrayBuffer>[]) =>
      verifyTimeStamp(file('direct.tsr'), sealed, { roots });
    expect(await chain(file('root.der'))).toMatchObject({ chain: 'ok' });
    expect(await chain(file('namesake.pem'), file('root.pem'))).toMatchObject({ chain: 'ok' });
    for (const nothing of [new Uint8Array(), sealed, file('root.key')])
      expect(await chain(nothing)).toMatchObject({ chain: 'no-root' });
  });
});
