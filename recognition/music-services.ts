/** At which music service does a link ask for rights to somebody's account, and what does each right allow? */
import type { AskedData } from '../schemas/policy-data.ts';
import servicesFile from '../policy-data/music-services.json' with { type: 'json' };

/** A permission as the service's documents explain it. */
export interface KnownPermission {
  /** What it allows, in the English of the data: "see your saved music". */
  readonly words: string;
  /** Whether saving a release needs it; null where it is no music service that is asked. */
  readonly saves: boolean | null;
  /** The data about the person that it gives; [] where it is about the music account alone. */
  readonly about: readonly AskedData[];
}

/** A music service that can be asked for rights. */
export interface MusicService {
  readonly id: string;
  readonly name: string;
  /** What its one permission allows, in an English sentence; null where permissions have names. */
  readonly whole: string | null;
  /** By the name as it is written in an address. */
  readonly permissions: ReadonlyMap<string, KnownPermission>;
}

/** The file is checked before it ships (checks/check-policy-data.ts). */
const dataOf = (permission: { readonly about?: readonly string[] }): readonly AskedData[] =>
  (permission.about ?? []) as readonly AskedData[];

const services = servicesFile.services.map(({ consent, onlyWith, permissions, ...service }) => ({
  service: {
    ...service,
    permissions: new Map(
      permissions.map(({ name, words, saves, ...more }) => [name, { words, saves, about: dataOf(more) }]),
    ),
  } satisfies MusicService,
  consent: new RegExp(consent),
  onlyWith: onlyWith === null ? null : new RegExp(onlyWith),
}));

const standard = new Map(
  servicesFile.standard.permissions.map(({ name, words, ...more }) => [
    name,
    { words, saves: null, about: dataOf(more) } satisfies KnownPermission,
  ]),
);

/** The service whose page of consent stands at `host` and `path`; `scopes`: the permissions asked for. Null for any other page. */
export function musicServiceAt(host: string, path: string, scopes: readonly string[]): MusicService | null {
  const found = services.find(
    ({ consent, onlyWith }) =>
      consent.test(host + path) && (onlyWith === null || scopes.some((scope) => onlyWith.test(scope))),
  );
  return found?.service ?? null;
}

/** What a permission allows, at a music service or, for the names that many share, at any; null where it is not known. */
export function permissionAt(service: MusicService | null, name: string): KnownPermission | null {
  const own = service?.permissions.get(name);
  if (own !== undefined) return own;
  const shared = standard.get(name);
  if (shared === undefined) return null;
  // Whatever else a music service is asked for, saving does not need it.
  return service === null ? shared : { ...shared, saves: false };
}
