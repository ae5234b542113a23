/** Under which names do requests to a host carry what is of the site and of no visitor: its account there, its name, a state of consent? */
import type { CarriedKind, RequestReadersFile } from '../schemas/policy-data.ts';

/** Plain data, made by the build: the form of a host, and the names. */
export type SiteNameIndex = readonly (readonly [host: string, names: readonly string[]])[];

const OF_THE_SITE: readonly CarriedKind[] = ['account', 'consent', 'site'];

/** Takes from the readers of requests what they say of a host; an address that any host may have says nothing of it. */
export function indexSiteNames({ readers }: Pick<RequestReadersFile, 'readers'>): SiteNameIndex {
  return readers.flatMap(({ addresses, carries }) => {
    const names = OF_THE_SITE.flatMap((kind) => carries[kind] ?? []);
    const hosts = addresses.flatMap((address) => {
      const [, host = ''] = /^\^https\??:\/\/([^/]+)\//.exec(address) ?? [];
      return host === '' || host.startsWith('[^') ? [] : [host];
    });
    return names.length === 0 ? [] : hosts.map((host) => [host, names] as const);
  });
}

/** Makes the question: is what stands under this name in a request to this host the site's own? "What was sent" gives the same answer. */
export function createSiteNames(index: SiteNameIndex): (host: string, name: string) => boolean {
  const known = index.map(([host, names]) => [new RegExp(`^${host}$`), new Set(names)] as const);
  return (host, name) => known.some(([pattern, names]) => names.has(name) && pattern.test(host));
}
