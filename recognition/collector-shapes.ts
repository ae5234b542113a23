/**
 * Which collector speaks like this? An address of any host → the collector whose calls have that shape, told by its path and the
 * names of its parameters.
 *
 * A shape needs two marks at least: a telling path alone would take a page of the site ("/collect", "/track/12") for a
 * collector. A value is looked at only where its form is public (`tid=G-…`, `v=2`), and none is ever handed on. Where each
 * shape is documented, and which were left out as too weak: docs/method.md, "First-party disguise".
 */

/** One shape. Several may lead to the same collector. */
interface Shape {
  readonly path: RegExp;
  /** All of these parameters: a name, or names of which one is enough ('cid|en'). */
  readonly parameters: readonly string[];
  /** The public form of a parameter's value. */
  readonly forms?: Readonly<Record<string, RegExp>>;
  /** True where only a call by a script counts: as an address of a picture or a page it may be the site's own. */
  readonly byScript?: true;
}

/** How Resource Timing names a call that a script made. */
const BY_SCRIPT: readonly string[] = ['xmlhttprequest', 'fetch', 'beacon'];

const GOOGLE_TAG = { id: /^(?:G|GT|AW|DC|UA)-[A-Z0-9-]{4,}$/i };
const UNIVERSAL = { v: /^1$/, tid: /^UA-\d+-\d+$/i };
const MEASUREMENT = { v: /^2$/, tid: /^G-[A-Z0-9]{4,}$/i };

const SHAPES = {
  'google-analytics': [
    { path: /\/g\/collect$/, parameters: ['v', 'tid', 'cid|en|_p'], forms: MEASUREMENT },
    // Under another path, which a server-side container may choose: the parameters that stand together nowhere else.
    { path: /^/, parameters: ['v', 'tid', 'gtm', 'cid', '_p|_s|sid'], forms: MEASUREMENT },
    { path: /\/(?:[jr]\/)?collect$/, parameters: ['v', 'tid', 'cid|uid', 't'], forms: UNIVERSAL },
  ],
  'google-tag-manager': [
    { path: /\/gtm\.js$/, parameters: ['id'], forms: { id: /^GTM-[A-Z0-9]{4,}$/i } },
    { path: /\/gtag\/js$/, parameters: ['id'], forms: GOOGLE_TAG },
  ],
  meta: [
    // Every call has the page's address, and the one for browsers without scripts says so. '/tr/' alone is a site's Turkish half.
    {
      path: /^\/tr\/?$/,
      parameters: ['id', 'ev', 'dl|noscript'],
      forms: { id: /^\d{10,20}$/, ev: /^[A-Z]/, dl: /^https?:/i, noscript: /^1$/ },
    },
  ],
  'adobe-analytics': [
    { path: /^\/b\/ss\/[^/]+\/\d+(?:\/|$)/, parameters: ['AQB'] },
    // '/b/ss/ACCOUNT/1/JS-2.22.0/s123…', '/b/ss/ACCOUNT/1/H.25.4--NS/0': account, version of the library and number of the call.
    { path: /^\/b\/ss\/[^/]+\/\d+\/(?:JS|H|G|AM|TAG)[-.]\d[\w.-]*\/s?\d+$/i, parameters: [] },
  ],
  'adobe-edge': [{ path: /^\/ee\/(?:[\w-]+\/)?v\d\/(?:interact|collect)$/, parameters: ['configId|dataStreamId'] }],
  matomo: [{ path: /\/(?:matomo|piwik)\.php$/, parameters: ['idsite', 'rec'] }],
  snowplow: [
    // The path bears the maker's name and the number of the protocol.
    { path: /\/com\.snowplowanalytics\.(?:snowplow|iglu)\/(?:tp2|v1)$/, parameters: [] },
    { path: /\/i$/, parameters: ['e', 'tv', 'p', 'aid|eid|duid'] },
  ],
  segment: [{ path: /\/analytics\.js\/v1\/\w{20,}\/analytics(?:\.min)?\.js$/, parameters: [] }],
  // Account, profile and the number of the protocol. It has the ending of a picture, and takes what a script sends.
  tealium: [{ path: /^\/[\w.-]+\/[\w.-]+\/2\/i\.gif$/, parameters: [], byScript: true }],
  piano: [
    // The visitor's number is a UUID, or one of the words that stand in its place.
    {
      path: /\/event$/,
      parameters: ['s', 'idclient'],
      forms: {
        s: /^\d{4,9}$/,
        idclient: /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|opt-out|consent-no|no-consent|no-storage)$/i,
      },
      byScript: true,
    },
    { path: /\/hit\.xiti$/, parameters: ['s'], forms: { s: /^\d{4,9}$/ } },
  ],
  mixpanel: [{ path: /\/track\/?$/, parameters: ['ip', '_', 'verbose|data'], forms: { ip: /^[01]$/, _: /^\d{13}$/ } }],
  'cloudflare-analytics': [{ path: /^\/cdn-cgi\/rum$/, parameters: [] }],
  'cloudflare-zaraz': [{ path: /^\/cdn-cgi\/zaraz\//, parameters: [] }],
  tiktok: [{ path: /\/pixel\/events\.js$/, parameters: ['sdkid', 'lib|noscript'] }],
  pardot: [
    {
      path: /\/analytics$/,
      parameters: ['ver', 'account_id', 'pi_opt_in|visitor_id_sign', 'campaign_id', 'title|url'],
      forms: { ver: /^\d$/, account_id: /^\d+$/ },
    },
  ],
  eloqua: [{ path: /\/visitor\/v200\/svrGP(?:\.aspx)?$/i, parameters: ['siteid', 'pps|elqGUID|ref|ref2'] }],
  mapp: [{ path: /^\/\d{10,15}\/wt$/, parameters: ['p'], forms: { p: /^\d{3},/ } }],
} satisfies Readonly<Record<string, readonly Shape[]>>;

/** A collector that we know by its shape. */
export type CollectorId = keyof typeof SHAPES;

/** Longest query that is taken apart, in characters: what tells a collector stands at its begin. */
const MAX_QUERY = 8000;

/** What an address showed: the collector, and the names of the parameters that told it. */
export interface ShapeFound {
  readonly collector: CollectorId;
  /** 'v, tid, cid'; '' where the path alone holds the marks. Names of ours, never a text of the page. */
  readonly detail: string;
}

/** The makers' own sites, where their collectors are no surprise. Not by `collectors.ts`: its names would be dead weight in every page. */
const MAKERS =
  /(?:^|\.)(?:(?:google|google-analytics|googletagmanager|facebook|segment|tealiumiq|mixpanel|cloudflareinsights|cloudflare|tiktok|pardot|eloqua|xiti)\.com|(?:doubleclick|omtrdc|2o7|adobedc|ati-host|pa-cd|cloudfront|webtrekk|wt-eu02)\.(?:net|com)|segment\.io|matomo\.cloud)$/;

/** Whether a host is one of a collector's maker, under whose name it is no disguise. */
export function isMakersHost(host: string): boolean {
  return MAKERS.test(host);
}

/** Names of the parameters that a shape asks for and the query has; null when one is missing or has another form. */
function matching({ parameters, forms = {} }: Shape, query: () => URLSearchParams): string[] | null {
  const names: string[] = [];
  for (const choice of parameters) {
    const name = choice.split('|').find((one) => query().has(one));
    if (name === undefined) return null;
    if (Object.hasOwn(forms, name) && forms[name]?.test(query().get(name) ?? '') !== true) return null;
    names.push(name);
  }
  return names;
}

/** Fits each path that any shape asks for; made at its first use. Few addresses of a page pass it. */
let anyPath: RegExp | undefined;

function mayBeCollectors(path: string, search: string): boolean {
  anyPath ??= new RegExp(
    TABLE.flatMap(([, shapes]) => shapes.map(({ path: { source } }) => source).filter((source) => source !== '^')).join(
      '|',
    ),
    'i',
  );
  // The shape that fits every path has a parameter 'tid', each letter of whose name may be written in signs of the address.
  return anyPath.test(path) || /(?:t|%74)(?:i|%69)(?:d|%64)/.test(search);
}

const TABLE = Object.entries(SHAPES) as readonly (readonly [CollectorId, readonly Shape[]])[];

/**
 * The collector whose calls have the shape of `url`, or null. `initiator`: what asked for it, as Resource Timing names it. Never throws.
 *
 * collectorShape('https://a.example/g/collect?v=2&tid=G-AB12CD34&cid=1.2', 'fetch') → { collector: 'google-analytics', detail: 'v, tid, cid' }
 */
export function collectorShape(url: string, initiator: string): ShapeFound | null {
  // What stands behind '#' is not sent.
  const [address = '', search = ''] = (url.slice(0, MAX_QUERY).split('#', 1)[0] ?? '').split('?', 2);
  // 'https://host:1/path' → '/path'
  const path = /^\w+:\/\/[^/]*(\/.*)$/s.exec(address)?.[1] ?? '/';
  if (!mayBeCollectors(path, search)) return null;
  let parsed: URLSearchParams | undefined;
  // Taken apart for the few addresses whose path may be a collector's.
  const query = (): URLSearchParams => (parsed ??= new URLSearchParams(search));
  for (const [collector, shapes] of TABLE) {
    for (const shape of shapes) {
      if (shape.byScript === true && !BY_SCRIPT.includes(initiator)) continue;
      const names = shape.path.test(path) ? matching(shape, query) : null;
      if (names !== null) return { collector, detail: names.join(', ') };
    }
  }
  return null;
}

/** The names in a `detail`: 'v, tid, cid' → ['v', 'tid', 'cid']. They are names of our own list, in which no comma stands. */
export function parameterNames(detail: string): readonly string[] {
  return detail === '' ? [] : detail.split(', ');
}
