/** A self-signed certificate for the replica: made anew for each start, trusted by nobody. */
import { generate } from 'selfsigned';

/** Key and certificate in PEM, for the names given and for whatever else a browser is told to accept. */
export async function makeCertificate(names: readonly string[]): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'Liner Notes test site' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
