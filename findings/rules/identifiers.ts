/** Where else does the same identifier stand? Traces of identifiers in stores and requests, compared by their salted hashes. */
import type { Visit } from '../../ledger/visit.ts';
import type { Evidence, IdentifierPlace } from '../evidence.ts';
import type { PracticeRule, Recognised, KnownStoredItem } from '../recognised.ts';
import { dullHashes } from '../dull-names.ts';
import { isNamed } from '../named.ts';
import { speaksForItself } from '../writers.ts';

/** One place in which an identifier stands. */
export interface Trace {
  readonly hash: string;
  readonly name: string;
  /** Whose it is: the company's owner, or the site's host. */
  readonly owner: string;
  readonly host: string;
  readonly at: number;
  /**
   * Who gets it. `company`: another company, by a request or by a cookie of its own host. `site`: the site's own cookie, which goes to
   * it with each request. `kept`: it stands in the browser at the site's address, and goes to nobody by that alone.
   */
  readonly reach: 'company' | 'site' | 'kept';
  /** Whether it is the site's own, as far as anybody knows. */
  readonly isSite: boolean;
}

/** A place in the browser in which an identifier stands. */
export interface StoredTrace extends Trace {
  readonly store: IdentifierPlace['store'];
}

function ownerOf(known: KnownStoredItem, { visit, companyOf, setterOf }: Recognised): string {
  if (known.setterOwner !== null) return setterOf(known);
  // Nobody knows the name, but the page was seen to call the browser: then the writer is known. A site's own script counts first.
  const { store, host, name } = known.item;
  const writers = visit.writes
    .filter((write) => write.writer !== null && write.store === store && write.name === name && write.host === host)
    .map(({ writer }) => (writer !== null && speaksForItself(writer, companyOf) ? companyOf(writer).owner : null));
  return writers.includes(null) ? setterOf(known) : (writers[0] ?? setterOf(known));
}

/** The identifiers of cookies, web storage and Flash cookies, those that were removed included. */
export function storedTraces(recognised: Recognised): StoredTrace[] {
  const { items, visit, companyOf } = recognised;
  const stored = items.flatMap((known): StoredTrace[] => {
    const { item } = known;
    if (item.hash === null) return [];
    const host = item.cookie?.domain ?? item.host;
    const { hash, name, store, firstAt: at } = item;
    const base = { hash, name, store, host, at };
    // Who has the address gets the cookie, whoever has set it.
    if (store === 'cookie' && companyOf(host).relation === 'other')
      return [{ ...base, owner: companyOf(host).owner, reach: 'company', isSite: false }];
    const owner = ownerOf(known, recognised);
    const isSite = owner === visit.address.host;
    // A name that several companies use may be one of theirs: then the site is not said to have it.
    const isCertain = (known.candidates ?? []).every(recognised.isOwnSetter);
    return [{ ...base, owner, reach: isSite && isCertain && store === 'cookie' ? 'site' : 'kept', isSite }];
  });
  return [...stored, ...visit.flashCookies.flatMap(flashTraces)];
}

function flashTraces({ name, host, at, entries }: Visit['flashCookies'][number]): StoredTrace[] {
  return entries.flatMap((entry): StoredTrace[] =>
    entry.hash === null
      ? []
      : [
          {
            hash: entry.hash,
            name: `${name}.${entry.name}`,
            owner: host,
            store: 'flash-cookie',
            host,
            at,
            reach: 'kept',
            isSite: true,
          },
        ],
  );
}

function sentTraces({ contacts }: Recognised): Trace[] {
  return contacts
    .filter(({ company }) => company.relation === 'other')
    .flatMap(({ company, hosts }) =>
      hosts.flatMap((host) =>
        host.identifiers.map(({ name, hash }): Trace => ({
          hash,
          name,
          owner: company.name,
          host: host.host,
          at: host.firstAt,
          reach: 'company',
          isSite: false,
        })),
      ),
    );
}

/** Traces by the value that they carry. */
function byHash<T extends Trace>(traces: readonly T[]): T[][] {
  return [...Map.groupBy(traces, ({ hash }) => hash).values()];
}

/** The same identifier in two stores. */
export const identifierInTwoPlaces: PracticeRule = (recognised) => {
  const dull = dullHashes(recognised);
  const kept = { ...recognised, items: recognised.items.filter(({ item }) => !item.removed) };
  const stored = storedTraces(kept).filter(({ hash }) => !dull.has(hash));
  return byHash(stored).flatMap((traces) => {
    const [first] = traces;
    if (first === undefined || new Set(traces.map(({ store }) => store)).size < 2) return [];
    const places = traces.map(({ name, store }) => ({ name, store }));
    return [{ kind: 'identifier', places, host: first.host, at: first.at, count: traces.length }];
  });
};

/** The first trace of each owner. */
function ofEach(traces: readonly Trace[]): readonly Trace[] {
  return traces.filter(({ owner }, index) => traces.findIndex((one) => one.owner === owner) === index);
}

/**
 * Those who hold the same identifier, where they are two at least. Two companies that got it; else one that got it and the site, whose
 * own cookie it is; else one that got it and another whose tool keeps it. What the site keeps in web storage goes to nobody by that:
 * a library in the site's bundle keeps its own key there, and sends it to its maker.
 */
function sharedBy(
  same: readonly Trace[],
  isOf: (keeper: string, host: string) => boolean,
): { readonly holders: readonly Trace[]; readonly situation?: string } | null {
  const got = ofEach(same.filter(({ reach }) => reach === 'company'));
  const [first, second] = got;
  if (first === undefined) return null;
  if (second !== undefined) return { holders: got };
  const kept = same.filter(({ reach, isSite }) => reach === 'kept' && !isSite);
  // The value of the company's own tool is the company's, also where the site's server gets it along.
  if (kept.some(({ owner }) => isOf(owner, first.host))) return null;
  const site = same.find(({ reach }) => reach === 'site');
  if (site !== undefined) return { holders: [first, site], situation: 'with-site' };
  const [keeper] = kept;
  return keeper === undefined ? null : { holders: [first, keeper], situation: 'made-by-other' };
}

/** The same identifier with another company and with somebody else: a second company, or the site itself. */
export const identifierShared: PracticeRule = (recognised) => {
  const dull = dullHashes(recognised);
  const traces = [...sentTraces(recognised), ...storedTraces(recognised)].filter(({ hash }) => !dull.has(hash));
  return byHash(traces).flatMap((same): Evidence[] => {
    const shared = sharedBy(same, (keeper, host) => {
      const company = recognised.companyOf(host);
      return company.owner === recognised.ownerNamed(keeper) || isNamed(company, [keeper]);
    });
    const [first] = shared?.holders ?? [];
    if (shared === null || first === undefined) return [];
    const { holders, situation } = shared;
    return [
      {
        kind: 'shared-identifier',
        host: first.host,
        at: first.at,
        count: same.length,
        holders: holders.map(({ owner, isSite, name, host, reach }) => ({
          owner,
          isSite,
          name,
          host,
          how: reach === 'kept' ? 'keeps' : 'got',
        })),
        ...(situation === undefined ? {} : { situation }),
      },
    ];
  });
};
