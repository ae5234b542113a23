/** Where else does the same identifier stand? Traces of identifiers in stores and requests, compared by their salted hashes. */
import type { Visit } from '../ledger/visit';
import type { Evidence } from './finding';
import type { PracticeRule, Recognised } from './practices';
import type { KnownStoredItem } from './item-owner';
import { speaksForItself } from './writers';

/** One place in which an identifier stands. */
export interface Trace {
  readonly hash: string;
  readonly name: string;
  /** Whose it is: the company's owner, or the site's host. */
  readonly owner: string;
  readonly where: Evidence['what'];
  readonly host: string;
  readonly at: number;
  /** Whether another company gets it: by a request, or by a cookie of its own host. */
  readonly atCompany: boolean;
}

/**
 * Names of values that are the same for all visitors, or new with each request, and so tell no browser from another: versions
 * of files, numbers against caches and for events, choices of consent, ids of the site at a service. By use on the web; an
 * identifier under such a name is missed, and docs/method.md says so.
 */
const OF_NO_BROWSER = new RegExp(
  `^(?:${[
    'v|ver|version|build[-_]?(?:id|hash)?|rev|revision|release|commit|deploy(?:ment)?[-_]?(?:id)?|hash|sha\\d*|md5|integrity|etag|chunk',
    '_|cb|cachebust(?:er)?|cache|nocache|bust|rnd|rand|random|ord|correlator|nonce|ts|time|timestamp|t',
    'e(?:vent)?_?id|req(?:uest)?[-_]?id|trace[-_]?id|span[-_]?id',
    'gdpr_?consent|gdpr_?string|euconsent(?:-v2)?|addtl_?consent|tc_?string|us_?privacy|gpp(?:_?sid|_?string)?|gc[ds]',
    '(?:api|app|site|client|public|license)[-_]?key|app[-_]?id|site[-_]?id|property[-_]?id|account[-_]?id|tid',
  ].join('|')})$`,
  'i',
);

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
export function storedTraces(seen: Recognised): Trace[] {
  const { items, visit, companyOf } = seen;
  const stored = items.flatMap((known): Trace[] => {
    const { item } = known;
    if (item.hash === null) return [];
    const host = item.cookie?.domain ?? item.host;
    return [
      {
        hash: item.hash,
        name: item.name,
        owner: ownerOf(known, seen),
        where: item.store,
        host,
        at: item.firstAt,
        atCompany: item.store === 'cookie' && companyOf(host).relation === 'other',
      },
    ];
  });
  return [...stored, ...visit.flashCookies.flatMap(flashTraces)];
}

function flashTraces({ name, host, at, entries }: Visit['flashCookies'][number]): Trace[] {
  return entries.flatMap((entry): Trace[] =>
    entry.hash === null
      ? []
      : [
          {
            hash: entry.hash,
            name: `${name}.${entry.name}`,
            owner: host,
            where: 'flash-cookie',
            host,
            at,
            atCompany: false,
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
          where: 'request',
          host: host.host,
          at: host.firstAt,
          atCompany: true,
        })),
      ),
    );
}

/** Hashes of values that tell no browser from another, by any name under which they stand, the site's own requests included. */
function dullHashes({ visit }: Recognised): ReadonlySet<string> {
  const sent = visit.hosts.flatMap(({ identifiers }) => identifiers);
  const dull = [...sent, ...visit.items].filter(({ name }) => OF_NO_BROWSER.test(name));
  return new Set(dull.flatMap(({ hash }) => hash ?? []));
}

/** Traces by the value that they carry. */
function byHash(traces: readonly Trace[]): Trace[][] {
  return [...Map.groupBy(traces, ({ hash }) => hash).values()];
}

/** The same identifier in two stores. */
export const identifierInTwoPlaces: PracticeRule = (seen) => {
  const dull = dullHashes(seen);
  const kept = { ...seen, items: seen.items.filter(({ item }) => !item.removed) };
  const stored = storedTraces(kept).filter(({ hash }) => !dull.has(hash));
  return byHash(stored).flatMap((traces) => {
    const [first] = traces;
    if (first === undefined || new Set(traces.map(({ where }) => where)).size < 2) return [];
    const places = traces.map(({ name, where }) => `${name} (${where})`);
    return [
      {
        what: 'identifier',
        subject: places.join(' = '),
        detail: '',
        host: first.host,
        at: first.at,
        count: traces.length,
      },
    ];
  });
};

/** The same identifier with another company and with somebody else: a second company, or the site itself. */
export const identifierShared: PracticeRule = (seen) => {
  const dull = dullHashes(seen);
  const traces = [...sentTraces(seen), ...storedTraces(seen)].filter(({ hash }) => !dull.has(hash));
  return byHash(traces).flatMap((same): Evidence[] => {
    const company = same.find(({ atCompany }) => atCompany);
    const other = same.find(({ owner }) => owner !== company?.owner);
    if (company === undefined || other === undefined) return [];
    const places = [company, other].map(({ name, host }) => `${name} (${host})`);
    return [
      {
        what: 'identifier',
        subject: places.join(' = '),
        detail: '',
        host: company.host,
        at: company.at,
        count: same.length,
      },
    ];
  });
};
