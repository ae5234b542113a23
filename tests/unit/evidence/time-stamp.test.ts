/** Time stamps: OpenSSL reads what is asked and agrees on what is answered; what pkijs lets through is not let through here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
    const request = timeStampRequest(seal);
    expect(Buffer.from(request).toString('hex')).toBe(`30390201013031300d060960864801650304020105000420${seal}0101ff`);
    expect(() => timeStampRequest('no seal')).toThrow('64 hexadecimal digits');
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), 'stamp-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An authority of this test: its certificates, and how it answers. */
const CONFIGURATION = `
[req]
distinguished_name=dn
prompt=no
[dn]
CN=Root of a test
[ca]
basicConstraints=critical,CA:TRUE
[stamps]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[tsa]
default_tsa=one
[one]
serial=serial
crypto_device=builtin
signer_cert=tsa.pem
signer_key=tsa.key
signer_digest=sha256
certs=ca.pem
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=sha256
`;

describe.runIf(hasOpenssl)('beside OpenSSL', () => {
  it('is answered by its authority and verified by both, and by neither for other data', async () => {
    const openssl = (...words: readonly string[]): string =>
      execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    writeFileSync(path.join(folder, 'tsa.cnf'), CONFIGURATION);
    writeFileSync(path.join(folder, 'serial'), '01\n');
    writeFileSync(path.join(folder, 'sealed.txt'), sealed);
    writeFileSync(path.join(folder, 'other.txt'), 'other');
    writeFileSync(path.join(folder, 'ours.tsq'), timeStampRequest(seal));
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
    openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-extensions', 'ca');
    openssl('req', '-new', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Authority of a test');
    const issued = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'tsa.cnf'];
    openssl('x509', '-req', '-in', 'tsa.csr', ...issued, '-extensions', 'stamps', '-out', 'tsa.pem');
    expect(openssl('ts', '-query', '-in', 'ours.tsq', '-text')).toContain('Certificate required: yes');
    openssl('ts', '-reply', '-queryfile', 'ours.tsq', '-config', 'tsa.cnf', '-section', 'one', '-out', 'ours.tsr');
    const verified = (data: string): number | null =>
      spawnSync('openssl', ['ts', '-verify', '-data', data, '-in', 'ours.tsr', '-CAfile', 'ca.pem'], { cwd: folder })
        .status;
    expect(verified('sealed.txt')).toBe(0);
    expect(verified('other.txt')).not.toBe(0);
    const answer = new Uint8Array(readFileSync(path.join(folder, 'ours.tsr')));
    expect(await verifyTimeStamp(answer, sealed)).toMatchObject({ state: 'valid', authority: 'Authority of a test' });
    expect(await verifyTimeStamp(answer, new TextEncoder().encode('other'))).toEqual({ state: 'other-seal' });
  });
});
