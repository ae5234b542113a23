/** What a page has music services asked for: each request once, with what saving a release needs apart from the rest. */
import type { Visit } from '../ledger/visit.ts';
import {
  musicServiceAt,
  permissionAt,
  type KnownPermission,
  type MusicService,
} from '../recognition/music-services.ts';

/** A permission by its name in the address, with what it allows. */
export type NamedPermission = KnownPermission & { readonly name: string };

/** One request for rights to an account with a music service. */
export interface PermissionRequest {
  readonly service: MusicService;
  /** Whether the page is the service's own page of consent, and asks for it by its address. */
  readonly here: boolean;
  /** The words of the links that ask for it, each once; '' for a link without words. */
  readonly links: readonly string[];
  /** What saving a release needs. */
  readonly needed: readonly NamedPermission[];
  /** What it does not need. */
  readonly more: readonly NamedPermission[];
  /** Names that we do not know. */
  readonly unknown: readonly string[];
}

/** Whether a link of the record is what the page itself asks for: a page of consent is told as a link without words to its own host. */
export function isAskedHere({ address, text, scopes }: Visit['links'][number], page: string): boolean {
  return address?.host === page && text === '' && musicServiceAt(address.host, address.path, scopes) !== null;
}

/** Whether a page is a music service's own, on which the account's owner agrees. */
export function isConsentPage({ links, address }: Pick<Visit, 'links' | 'address'>): boolean {
  return links.some((link) => isAskedHere(link, address.host));
}

/** The requests of a page, its own first, then in the order in which they were seen. */
export function permissionRequests({
  links,
  address: page,
}: Pick<Visit, 'links' | 'address'>): readonly PermissionRequest[] {
  const requests = new Map<string, PermissionRequest>();
  for (const link of links) {
    const { address, text, scopes } = link;
    const service = address === null ? null : musicServiceAt(address.host, address.path, scopes);
    if (service === null) continue;
    const here = isAskedHere(link, page.host);
    const key = JSON.stringify([service.id, here, ...scopes.toSorted()]);
    const before = requests.get(key)?.links ?? [];
    const known = scopes.flatMap((name): NamedPermission[] => {
      const found = permissionAt(service, name);
      return found === null ? [] : [{ name, ...found }];
    });
    requests.set(key, {
      service,
      here,
      links: here || before.includes(text) ? before : [...before, text],
      needed: known.filter(({ saves }) => saves === true),
      more: known.filter(({ saves }) => saves !== true),
      unknown: scopes.filter((name) => permissionAt(service, name) === null),
    });
  }
  return [...requests.values()].toSorted((a, b) => Number(b.here) - Number(a.here));
}
