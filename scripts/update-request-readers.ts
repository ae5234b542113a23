/**
 * Writes policy-data/trackhar.json from the installed package `trackhar` (CC0-1.0), one reader a line so that an update's diff
 * can be read. `--check` compares instead, and fails when the file is not what the package gives.
 *
 * The package itself is not shipped: it brings 520 kB of code, with `eval` and `new Function` in it, which an extension may not
 * run. Taken are its facts: which name in the query or the body of which address stands for what. Left out are what only apps
 * send, headers and cookies (nobody shows them to us), and paths that need a program to be followed.
 *
 *   node scripts/update-request-readers.ts [--check]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { adapters, type Property } from 'trackhar';
import * as v from 'valibot';
import { TrackharFileSchema, type CarriedKind } from '../schemas/policy-data.ts';
import { writeOrCheck } from './generated-file.ts';
import { runScript } from '../tools/plain-error.ts';

/** Kits for apps: no page sends to them. */
const APPS: readonly string[] = [
  ...[
    'adcolony',
    'adjust',
    'chartboost',
    'ironsource',
    'kidoz',
    'mopub',
    'rayjump',
    'singular-net',
    'start-io',
    'unity',
  ],
  ...['vungle', 'infonline'],
];
/** Adapters of other companies that are for apps alone. */
const APP_PARTS =
  /^(graph|adnw|app-measurement|device-provisioning|fcmtoken|firebase|googledatatransport|identitytoolkit|appcenter|iadsdk|appmetrica)/;

/**
 * The package's properties that a page may send, as our kinds. What only a phone has (battery, sensors) is left out. What the package calls the
 * id of a user is that of a browser at advertising exchanges, where nobody signs in: see `ACCOUNT_IDS`.
 */
const KINDS: Readonly<Partial<Record<Property, CarriedKind>>> = {
  userId: 'browser-id',
  deviceId: 'other-id',
  advertisingId: 'other-id',
  developerScopedId: 'other-id',
  installationId: 'browser-id',
  otherIdentifiers: 'browser-id',
  browserId: 'browser-id',
  sessionId: 'session-id',
  publicIp: 'ip',
  localIp: 'ip',
  country: 'place',
  state: 'place',
  latitude: 'place',
  longitude: 'place',
  userGender: 'gender',
  userInterests: 'interests',
  viewedPage: 'page-address',
  referer: 'referrer',
  userAction: 'event',
  revenue: 'price',
  currency: 'price',
  campaignName: 'campaign',
  campaignSource: 'campaign',
  campaignMedium: 'campaign',
  campaignTerm: 'campaign',
  timeSpent: 'time',
  sessionDuration: 'time',
  language: 'language',
  timezone: 'time-zone',
  screenWidth: 'screen',
  screenHeight: 'screen',
  browserWindowWidth: 'viewport',
  browserWindowHeight: 'viewport',
  userAgent: 'browser',
  osName: 'system',
  osVersion: 'system',
  model: 'device',
  manufacturer: 'device',
  architecture: 'device',
  networkConnectionType: 'connection',
  consentState: 'consent',
  propertyId: 'account',
  websiteName: 'site',
  websiteUrl: 'site',
};

/** Of them, what the site or a service numbers an account by: company → names. */
const ACCOUNT_IDS: Readonly<Record<string, readonly string[]>> = {
  google: ['uid'],
  'branch-io': ['identity', 'identity_id', 'metadata.user_id'],
  onesignal: ['external_user_id'],
  smartbear: ['sessions.*.user.id', 'events.*.user.id'],
};

/** Names of what tells a device from the next, under whichever property the package has them. */
const DEVICE_ID =
  /(?:^|[._])(?:device_?id|ifa|idfa|aaid|adid|rdid|udid|hardware_id|ios_vendor_id|google_advertising_id)$/i;

/** 'https://a.example/x' → '^https://a\.example/x$' */
function asPattern(url: string | RegExp): string {
  if (typeof url === 'string')
    return `^https?://${url.replace(/^https?:\/\//, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  return url.source.replace(/\\\//g, '/').replace(/^\^?/, '^');
}

/** Names of the one form that our reader follows: dots between, `*` for a place in a list. Null for any other. */
function asName(path: string): string | null {
  const plain = path.replace(/^\$\./, '').replace(/\.\d+(?=\.|$)/g, '.*');
  return /^[\w$-]+(\.([\w$-]+|\*))*$/.test(plain) ? plain : null;
}

function makeFile(): string {
  const main = createRequire(import.meta.url).resolve('trackhar');
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')),
  );
  const readers = adapters
    .filter(({ slug, tracker }) => !APPS.includes(tracker.slug) && !APP_PARTS.test(slug))
    .map((adapter) => {
      const carries = new Map<CarriedKind, Set<string>>();
      for (const [property, places] of Object.entries(adapter.containedDataPaths)) {
        const kind = KINDS[property as Property];
        if (kind === undefined) continue;
        for (const { context, path } of [places].flat().filter((place) => place !== undefined)) {
          const name = context === 'query' || context === 'body' ? asName(path) : null;
          if (name === null) continue;
          const isAccount = property === 'userId' && ACCOUNT_IDS[adapter.tracker.slug]?.includes(name) === true;
          const told = isAccount ? 'user-id' : kind === 'browser-id' && DEVICE_ID.test(name) ? 'other-id' : kind;
          carries.set(told, (carries.get(told) ?? new Set()).add(name));
        }
      }
      return {
        name: adapter.name,
        addresses: [...new Set(adapter.endpointUrls.map(asPattern))],
        carries: Object.fromEntries([...carries].map(([kind, names]) => [kind, [...names]])),
      };
    })
    .filter(({ carries }) => Object.keys(carries).length > 0);
  const file = v.parse(TrackharFileSchema, { source: `trackhar@${version}`, readers });
  const lines = file.readers.map((reader) => JSON.stringify(reader)).join(',\n');
  return `{\n"source": ${JSON.stringify(file.source)},\n"readers": [\n${lines}\n]\n}\n`;
}

await runScript(() => {
  const text = makeFile();
  const amount = `${text.split('\n').length - 6} readers`;
  writeOrCheck({ file: 'policy-data/trackhar.json', text, subject: 'Requests', amount });
});
