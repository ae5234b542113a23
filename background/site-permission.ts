/**
 * The permission for the sites of the list, site by site: a person may take it back in the browser while pages are open, and the
 * scripts that run there are not ended by that. So they are told.
 */
import { browser } from 'wxt/browser';
import type { Visit } from '../ledger/visit.ts';
import { isListed } from '../observers/listed-sites.ts';
import { sendToPage } from './page-presence.ts';

/** Whether the browser lets us watch a site of the list by itself. True for all other hosts: there the person asks each time. */
export async function mayWatch(host: string): Promise<boolean> {
  if (!isListed(host)) return true;
  // A host that no pattern can name: nothing speaks against it.
  return browser.permissions.contains({ origins: [`https://${host}/*`] }).catch(() => true);
}

/** Tells of every change of a permission; gives a function that stops it. */
export function followPermissions(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** A page of the list that the person lets nobody watch any more. */
export interface WithheldPage {
  readonly tab: number;
  readonly document: string;
}

type Visits = () => Promise<ReadonlyMap<number, Pick<Visit, 'address' | 'document'>>>;

/** The pages whose records stand there and that may not be watched now. */
export async function withheldPages(visits: Visits): Promise<readonly WithheldPage[]> {
  const pages = await Promise.all(
    [...(await visits())].map(async ([tab, { address, document }]) =>
      (await mayWatch(address.host)) ? [] : [{ tab, document }],
    ),
  );
  return pages.flat();
}

/**
 * Has the pages of a site stop telling when its permission goes, and begin anew when it comes. Must be called in the first turn of a
 * worker, or the event that woke it is lost. `withheld`: hears of each page that stops.
 */
export function watchSitePermissions(visits: Visits, withheld: (page: WithheldPage) => void): void {
  async function sendToAllPages(type: 'withheld' | 'allowed-again'): Promise<void> {
    const deliveries = [...(await visits())].map(async ([tab, { address }]) => {
      const may = await mayWatch(address.host);
      if (may === (type === 'allowed-again') && isListed(address.host)) await sendToPage(tab, { type });
    });
    // A page that has gone meanwhile need not hear it.
    await Promise.allSettled(deliveries);
  }
  browser.permissions.onRemoved.addListener(() => {
    withheldPages(visits).then(
      (pages) => {
        pages.forEach(withheld);
      },
      () => undefined,
    );
    sendToAllPages('withheld').catch(() => undefined);
  });
  browser.permissions.onAdded.addListener(() => {
    sendToAllPages('allowed-again').catch(() => undefined);
  });
}
