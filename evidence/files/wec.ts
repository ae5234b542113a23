/**
 * A capture as the output folder of the EDPS Website Evidence Collector, so that its reporter and the EDPB Website Auditing Tool take
 * it in. What we do not know is left as their own "not tested", and values are masked: both skip a cookie without a value.
 *
 * Members and what breaks without them: EU-EDPS/website-evidence-collector, its inspector at 2befb74 and its template at
 * b77661d. Pure.
 *
 * Long because: the members of one file are read side by side.
 */
import { wholePictures } from '../../capture/picture-files.ts';
import type { CaptureStudy, StudiedPage } from '../../capture/study-capture.ts';
import { tellableTime } from '../../ledger/observation.ts';
import type { StoredItemRecord, WriteRecord } from '../../ledger/visit-entries.ts';
import { isoTime } from './csv.ts';
import type { ExportFile } from './export-file.ts';
import { fileAddress, httpsAddress } from './file-address.ts';

/** What stands where a value would. */
export const MASKED = '[not recorded]';

const DAY = 86_400_000;
const SAME_SITE = { no_restriction: 'None', lax: 'Lax', strict: 'Strict' } as const;

interface Party {
  readonly firstParty: readonly string[];
  readonly thirdParty: readonly string[];
}

/** What has no names but those that it is given: a page may call an item `__proto__`. */
const named = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Who wrote an item, as their readers have it: the frames of a stack, of which we know the file. */
function writerLog(writes: readonly WriteRecord[], location: string): object {
  const [write] = writes;
  if (write?.writer == null) return {};
  const fileName = httpsAddress(write.writer, write.path);
  const isHeader = write.api === 'set-cookie';
  const frame = isHeader
    ? { fileName, source: `set in Set-Cookie HTTP response header for ${fileName}` }
    : { fileName, source: `    at ${fileName}` };
  const type = write.store === 'cookie' ? (isHeader ? 'Cookie.HTTP' : 'Cookie.JS') : 'Storage.LocalStorage';
  return { log: { stack: [frame], type, timestamp: isoTime(write.at), location } };
}

const writesOf = ({ page }: StudiedPage, { store, name }: StoredItemRecord): readonly WriteRecord[] =>
  page.visit.writes.filter((write) => write.store === store && write.name === name);

function cookieOf(item: StoredItemRecord, studied: StudiedPage, setByOther: boolean): object | null {
  const { cookie, name, size, firstAt } = item;
  // A capture of others may have a cookie's limits at an item of another store: it is none for that.
  if (item.store !== 'cookie' || cookie === null) return null;
  const { sameSite } = cookie;
  const expiresAt = cookie.expiresAt === null ? null : tellableTime(cookie.expiresAt);
  const lifetime =
    expiresAt === null
      ? { expires: -1, session: true }
      : {
          expires: expiresAt / 1000,
          session: false,
          expiresUTC: isoTime(expiresAt),
          expiresDays: Math.round(((expiresAt - firstAt) / DAY) * 100) / 100,
        };
  return {
    ...{ name, value: MASKED, domain: cookie.domain, path: cookie.path ?? '/', size: size ?? 0 },
    ...{ httpOnly: cookie.httpOnly, secure: cookie.secure, ...lifetime },
    ...(sameSite === 'unspecified' ? {} : { sameSite: SAME_SITE[sameSite] }),
    ...(cookie.partition === null ? {} : { partitionKey: cookie.partition }),
    ...writerLog(writesOf(studied, item), fileAddress(studied.page.visit.address)),
    firstPartyStorage: !setByOther,
  };
}

function localStorageOf(pages: readonly StudiedPage[]): Readonly<Record<string, object>> {
  const origins = named<Record<string, object>>();
  for (const studied of pages) {
    for (const { item, setByOther } of studied.report.items) {
      if (item.store !== 'local' || item.removed) continue;
      const origin = (origins[httpsAddress(item.host, '')] ??= named());
      origin[item.name] = {
        value: MASKED,
        firstPartyStorage: !setByOther,
        ...writerLog(writesOf(studied, item), fileAddress(studied.page.visit.address)),
      };
    }
  }
  return origins;
}

/** Pixel tags and calls to companies whose services count or advertise; `listName` says that no list of theirs was asked. */
function beaconsOf(pages: readonly StudiedPage[]): readonly { readonly host: string; readonly beacon: object }[] {
  return pages.flatMap(({ page, report }) => {
    const location = fileAddress(page.visit.address);
    return report.companies
      .filter(({ company }) => company.relation === 'other')
      .flatMap(({ services }) =>
        services
          .filter(({ service }) => service.category === 'analytics' || service.category === 'ad')
          .flatMap(({ service, hosts }) =>
            hosts.flatMap((host) =>
              host.paths.map((path) => {
                const stack = [{ fileName: location, source: `requested from ${location}; ${service.name}` }];
                const timestamp = isoTime(host.firstAt);
                const url = httpsAddress(host.host, path);
                const beacon = {
                  ...{ url, query: null, filter: service.name, listName: 'Liner Notes' },
                  ...{ log: { stack, timestamp }, stack, timestamp, occurrances: host.count },
                };
                return { host: host.host, beacon };
              }),
            ),
          ),
      );
  });
}

function requestHosts(pages: readonly StudiedPage[]): Party {
  const all = pages.flatMap(({ report }) => report.companies);
  const hostsOf = (isOther: boolean): readonly string[] =>
    unique(
      all
        .filter(({ company }) => (company.relation === 'other') === isOther)
        .flatMap(({ hosts }) => hosts.map(({ host }) => host)),
    );
  return { firstParty: hostsOf(false), thirdParty: hostsOf(true) };
}

function storageHosts(pages: readonly StudiedPage[], store: 'cookie' | 'local'): Party {
  const items = pages.flatMap(({ report }) => report.items).filter(({ item }) => item.store === store);
  const hostsOf = (isOther: boolean): readonly string[] =>
    unique(
      items.filter(({ setByOther }) => setByOther === isOther).map(({ item }) => item.cookie?.domain ?? item.host),
    );
  return { firstParty: hostsOf(false), thirdParty: hostsOf(true) };
}

function linksOf(pages: readonly StudiedPage[]): Readonly<Record<string, readonly object[]>> {
  const links = pages.flatMap(({ page }) =>
    page.visit.links.flatMap(({ address, text }) =>
      address === null ? [] : [{ isOwn: address.host === page.visit.address.host, href: fileAddress(address), text }],
    ),
  );
  const of = (isOwn: boolean): readonly object[] =>
    links
      .filter((link) => link.isOwn === isOwn)
      .map(({ href, text }) => ({ href, inner_text: text, inner_html: text.replace(/[&<>]/g, ' ') }));
  return { firstParty: of(true), thirdParty: of(false), social: [], keywords: [] };
}

/** The pictures that their report shows, of the top and of the bottom of a page: the first of ours, and the last where there are several. */
function screenshotsOf({ capture, pictureFiles }: CaptureStudy): readonly ExportFile[] {
  const pictures = wholePictures(capture.pictures, pictureFiles);
  const shown = pictures.length > 1 ? [pictures[0], pictures.at(-1)] : pictures;
  const places = ['top', 'bottom'];
  return shown.flatMap((picture, at) =>
    picture === undefined ? [] : [{ path: `screenshot-${String(places[at])}.png`, content: picture.bytes }],
  );
}

/** The members of their inspection file. @throws Error when the capture has no page */
function inspectionOf({ capture, pages, pictureFiles }: CaptureStudy): object {
  const [first] = pages;
  if (first === undefined) throw new Error('A capture has a page.');
  const { conditions, name } = capture;
  const { browser, extension } = conditions;
  const visited = pages.map(({ page }) => fileAddress(page.visit.address));
  const [start = ''] = visited;
  const cookies = pages.flatMap((studied) =>
    studied.report.items.flatMap(({ item, setByOther }) => cookieOf(item, studied, setByOther) ?? []),
  );
  const beacons = beaconsOf(pages);
  const beaconHosts = unique(beacons.map(({ host }) => host));
  const pictures = wholePictures(capture.pictures, pictureFiles);
  const none: Party = { firstParty: [], thirdParty: [] };
  return {
    title: name === '' ? 'Website Evidence Collection' : name,
    task_description: capture.note === '' ? null : capture.note,
    uri_ins: start,
    uri_refs: [start],
    uri_dest: start,
    uri_redirects: null,
    secure_connection: {
      https_redirect: null,
      redirects: [],
      https_support: null,
      https_error: null,
      http_error: null,
    },
    ...{ testSSLError: null, testSSLErrorOutput: null, testSSLErrorCode: null, testSSL: null },
    host: first.page.visit.address.host,
    script: {
      host: '',
      version: { npm: `${extension.name} ${extension.version}`, commit: null },
      config: { screenshots: pictures.length > 0 },
      ...{ cmd_args: '', environment: {}, node_version: '' },
    },
    localStorage: localStorageOf(pages),
    cookies,
    beacons: beacons.map(({ beacon }) => beacon),
    links: linksOf(pages),
    unsafeForms: pages.flatMap(({ page }) =>
      page.visit.forms.flatMap(({ id, target, method }) =>
        target?.scheme === 'http' ? [{ id, action: fileAddress(target), method }] : [],
      ),
    ),
    browser: {
      name: browser.name,
      version: `${browser.name}/${browser.version ?? ''}`,
      user_agent: '',
      platform: { name: browser.platform ?? '', version: '' },
      // Headers that their tool adds; we add none. The privacy signal (GPC) is another one.
      extra_headers: { dnt: 0 },
      preset_cookies: {},
    },
    browsing_history: visited,
    hosts: {
      requests: requestHosts(pages),
      beacons: { firstParty: [], thirdParty: beaconHosts },
      cookies: storageHosts(pages, 'cookie'),
      localStorage: storageHosts(pages, 'local'),
      ...{ links: none, contentSecurityPolicy: none },
    },
    websockets: {},
    start_time: isoTime(capture.startedAt),
    end_time: isoTime(capture.endedAt),
    websocketLog: {},
  };
}

/** The files of the folder that their readers ask for. YAML takes JSON as it is. */
export function asWecFolder(study: CaptureStudy): readonly ExportFile[] {
  const inspection = inspectionOf(study) as Readonly<Record<string, unknown>>;
  const file = (path: string, content: unknown): ExportFile => ({ path, content: JSON.stringify(content, null, 2) });
  return [
    file('inspection.json', inspection),
    file('inspection.yml', inspection),
    file('cookies.yml', inspection.cookies),
    file('local-storage.yml', inspection.localStorage),
    file('beacons.yml', inspection.beacons),
    file('websockets-log.json', inspection.websocketLog),
    ...screenshotsOf(study),
  ];
}
