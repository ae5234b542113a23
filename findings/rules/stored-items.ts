/** What is kept in the browser: cookies, web storage and databases, with whose they are. */
import type { StoredEvidence } from '../evidence.ts';
import { cookieDistinction } from '../cookie-distinction.ts';
import { isKept } from '../kept.ts';
import type { KnownStoredItem, PracticeRule, Recognised } from '../recognised.ts';

/** Where what another company keeps stands: at its own address, there for this site only, or at the site's address; `unsure`: whose it is. */
function keptSituation(
  { item: { cookie, store, host }, setByOther, candidates = [] }: KnownStoredItem,
  recognised: Recognised,
): string | null {
  if (!setByOther) return candidates.some((setter) => !recognised.isOwnSetter(setter)) ? 'unsure' : null;
  if (store !== 'cookie') return 'by-other';
  if (recognised.companyOf(cookie?.domain ?? host).relation !== 'other') return 'own-address';
  return cookie?.partition == null ? null : 'partitioned';
}

/** A host of the company whose tool keeps it at the site's address, where that company was contacted. */
function keeperHost({ setByOther, setterOwner }: KnownStoredItem, { contacts }: Recognised): string | null {
  if (!setByOther || setterOwner === null) return null;
  return contacts.find(({ company }) => company.name === setterOwner)?.hosts[0]?.host ?? null;
}

function itemEvidence(known: KnownStoredItem, all: readonly KnownStoredItem[], recognised: Recognised): StoredEvidence {
  const { item } = known;
  const situation = keptSituation(known, recognised);
  const behind = situation === 'by-other' || situation === 'own-address' ? keeperHost(known, recognised) : null;
  const distinction = cookieDistinction(
    item,
    all.map((other) => other.item),
  );
  return {
    ...{ kind: item.store, name: item.name },
    ...{ host: item.cookie?.domain ?? item.host, at: item.firstAt, count: 1 },
    ...(item.cookie === null ? {} : { expiresAt: item.cookie.expiresAt }),
    ...(Object.keys(distinction).length === 0 ? {} : { distinction }),
    ...(situation === null ? {} : { situation }),
    ...(behind === null ? {} : { behind }),
  };
}

/** One piece of evidence for each item that is kept and that `fits`. */
export function itemsWhere(fits: (known: KnownStoredItem) => boolean): PracticeRule {
  return (recognised) =>
    recognised.items
      .filter((known) => isKept(known) && fits(known))
      .map((known, _at, all) => itemEvidence(known, all, recognised));
}
