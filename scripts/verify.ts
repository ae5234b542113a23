/**
 * npm run verify -- FILE [ANSWER [--request REQUEST.tsq] [--root ROOT.pem]]: checks a sealed export, and says of each file what is wrong with
 * it; with the answer of a time-stamping authority also that: that it answers the request, and that its certificate hangs on a root that you trust
 * (PEM or DER; may be given several times). Ends with 1 where anything is wrong.
 */
import { readFileSync } from 'node:fs';
import { checkExport, type ExportCheck } from '../evidence/files/check-export.ts';
import { verifyTimeStamp, type TimeStampVerdict } from '../evidence/stamp/verify-time-stamp.ts';
import { PlainError, progress, runScript } from '../tools/plain-error.ts';
import { readArguments } from '../tools/read-arguments.ts';

const FAULTS = {
  changed: 'changed or damaged',
  missing: 'missing',
  added: 'not in the list',
  'no-bag': 'missing or unreadable',
} as const;

function faultOf(verdict: Exclude<TimeStampVerdict, { state: 'valid' }>): string {
  switch (verdict.state) {
    case 'foreign':
      return 'This is not an answer of a time-stamping authority.';
    case 'refused':
      return `The authority gave no stamp: ${verdict.words}`;
    case 'other-seal':
      return 'The answer is for something other than this seal.';
    case 'other-request':
      return 'The answer is for this seal, but not for this request: its nonce differs, or one of the two has none.';
    case 'no-request':
      return 'What was given as the request is not a request for a stamp on this seal.';
    case 'no-certificate':
      return 'The answer carries no certificate, so its signature cannot be checked.';
    case 'not-for-stamps':
      return `The certificate of ${verdict.authority} is not for time stamps.`;
    case 'out-of-force':
      return `The certificate of ${verdict.authority} was not valid at the time stated.`;
    case 'broken':
      return 'The signature of the answer does not match, or it does not name its certificate.';
  }
}

const CHAINS = {
  'no-chain': 'The certificate of the authority hangs on none of the roots that were given.',
  expired:
    'The certificate of the authority hangs on a root that was given, but one on the way to it was not valid at that time.',
  'no-root': 'What was given as a root holds no certificate.',
} as const;

function tellStamp(verdict: TimeStampVerdict): void {
  if (verdict.state !== 'valid') throw new PlainError(faultOf(verdict));
  const { at, authority, issuer, request, chain } = verdict;
  progress('Stamp', `existed at ${new Date(at).toISOString()}, says ${authority} (certificate issued by ${issuer})`);
  if (chain !== 'ok' && chain !== 'not-told') throw new PlainError(CHAINS[chain]);
  progress(
    '',
    request === 'same' ? 'it is the answer to this request' : 'not compared with the request (--request FILE)',
  );
  progress(
    '',
    chain === 'ok'
      ? 'the certificate hangs on a root that was given; whether it was revoked is not checked here'
      : 'whether the authority is to be trusted (--root FILE), or its certificate was revoked, is not checked here',
  );
}

function read(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new PlainError(`${file} cannot be read.`);
  }
}

/** Gives the file whose hash the seal is. */
function tell(check: ExportCheck): Uint8Array<ArrayBuffer> {
  if (check.state === 'no-zip') throw new PlainError('This is not a zip that can be opened.');
  if (check.state === 'too-large') throw new PlainError('Unpacked, this would be larger than what can be opened here.');
  const { faults, files, seal, sealed, isAsPacked } = check;
  for (const { kind, file } of faults) progress('Fault', `${file}: ${FAULTS[kind]}`);
  if (faults.length > 0 || sealed === null) throw new PlainError('The seal is broken.');
  progress('Seal', `${String(seal)} (SHA-256 of tagmanifest-sha256.txt)`);
  if (!isAsPacked)
    throw new PlainError(
      `All ${String(files)} files are whole, but the zip is not as it was packed: somebody has packed it anew, or it was damaged where no file stands.`,
    );
  progress('Whole', `${String(files)} files, each with its hash`);
  return sealed;
}

await runScript(async () => {
  const { positionals, values } = readArguments(
    { request: { type: 'string' }, root: { type: 'string', multiple: true } },
    true,
  );
  const [file, answer] = positionals;
  if (file === undefined) throw new PlainError('Say which file: npm run verify -- FILE.zip');
  const sealed = tell(checkExport(read(file)));
  if (answer === undefined) {
    if (values.request !== undefined || values.root !== undefined)
      throw new PlainError('Say which answer: npm run verify -- FILE.zip ANSWER.tsr --root ROOT.pem');
    return;
  }
  const verdict = await verifyTimeStamp(read(answer), sealed, {
    ...(values.request === undefined ? {} : { request: read(values.request) }),
    ...(values.root === undefined ? {} : { roots: values.root.map(read) }),
  });
  tellStamp(verdict);
});
