/** What goes, or would go, over the wire without encryption. */
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { isCardForm, isUnencrypted } from './asked.ts';

/** The page itself, requests that it made, and forms: those for a bank card by themselves, since the policy makes a promise for them. */
export const sentWithoutEncryption: PracticeRule = ({ visit }) => {
  const { address, hosts, forms, startedAt } = visit;
  const page: Evidence[] =
    address.scheme === 'http'
      ? [
          {
            kind: 'request',
            paths: [address.path],
            host: address.host,
            at: startedAt,
            count: 1,
            situation: 'page',
          },
        ]
      : [];
  const requests = hosts
    .filter(({ host, insecure }) => insecure > 0 && !(page.length > 0 && host === address.host))
    .map(({ host, paths, firstAt, insecure }): Evidence => ({
      kind: 'request',
      paths,
      host,
      at: firstAt,
      count: insecure,
    }));
  const sent = forms.filter(isUnencrypted).map((form): Evidence => ({
    kind: 'form',
    // What it is for is said by the practices of what it asks.
    words: [],
    target: form.target,
    calledBy: 'target',
    host: form.target?.host ?? form.host,
    at: form.at,
    count: 1,
    situation: isCardForm(form) ? 'card-form' : 'form',
  }));
  return [...page, ...requests, ...sent];
};
