/** What the page itself asks for, where it is a music service's own page of consent: the names of the permissions, from its address. */
import { toAddress } from '../../ledger/observation.ts';
import { clock } from '../clock.ts';
import { ownConsent } from './link-role.ts';
import type { PageObserver } from './observer.ts';

/**
 * Reports it as a link without words to the page's own host. Nothing else of the address is told: what a service calls the site and the
 * person there stays where it is.
 */
export const observeOwnConsent: PageObserver = (watch) => {
  if (watch.frame !== 'top') return;
  const asked = ownConsent(new URL(location.href));
  if (asked === null) return;
  const address = toAddress(asked.url.href);
  watch.report({ kind: 'link', at: clock.now(), role: 'pre-save', address, text: '', scopes: asked.scopes });
};
