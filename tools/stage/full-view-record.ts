/** The record of a page in full view: frames, the site's background, what was blocked, redirects, who wrote what, cookies of others. */
import type { Visit } from '../../ledger/visit.ts';
import type { HostRecord, NetworkTally, Tally, WriteRecord } from '../../ledger/visit-entries.ts';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { contacted, cookie, frame, kept, record } from './record-parts.ts';
import { at } from '../builders/observations.ts';
import { AT } from '../builders/visits.ts';
import { normal } from './records.ts';

const page = LABEL_HOST;

function tally(count: number, failed = 0): Tally {
  return { count, failed, insecure: 0 };
}

/** A host by what the browser told of it. */
function told(host: string, change: Partial<NetworkTally>, more: Partial<HostRecord> = {}): HostRecord {
  const network: NetworkTally = {
    observed: tally(0),
    page: tally(0),
    frame: tally(0),
    background: tally(0),
    blocked: 0,
    uploads: 0,
    uploadsFrom: 0,
    uploadsUntil: 0,
    by: [],
    ...change,
  };
  const sum = (of: 'count' | 'failed'): number =>
    Math.max(network.observed[of], network.page[of]) + network.frame[of] + network.background[of];
  return contacted(host, sum('count'), { failed: sum('failed'), network, ...more });
}

function write(change: Partial<WriteRecord> & Pick<WriteRecord, 'name'>): WriteRecord {
  return {
    at: AT + 1200,
    lastAt: AT + 1200,
    store: 'cookie',
    host: page,
    api: 'document.cookie',
    writer: page,
    path: '/js/site.js',
    source: 'page',
    count: 1,
    ...change,
  };
}

/** A cookie of another company, as it is kept for use on this site or on all. */
function foreign(domain: string, name: string, sameSite: 'no_restriction' | 'lax', partition: string | null) {
  return cookie(domain, name, 390, {
    shape: 'identifier',
    hash: name,
    cookie: {
      domain,
      expiresAt: AT + 390 * 86_400_000,
      httpOnly: true,
      secure: true,
      sameSite,
      partition,
    },
  });
}

const parts: Partial<Visit> = {
  fullView: { at: AT, view: 'full', state: 'from-start' },
  scriptWatch: { at: AT, view: 'script-watch', state: 'from-start' },
  hosts: [
    told(page, { observed: tally(34), page: tally(34), background: tally(6), by: [page] }),
    told('www.googletagmanager.com', { observed: tally(3), page: tally(3) }, { paths: ['/gtm.js'] }),
    told('www.google-analytics.com', { page: tally(6), frame: tally(2), uploads: 5, by: ['www.youtube.com'] }),
    told('connect.facebook.net', { page: tally(2) }, { paths: ['/en_US/fbevents.js'] }),
    told('www.facebook.com', { page: tally(4), uploads: 1 }, { pixels: 2, paths: ['/tr/'] }),
    told('analytics.tiktok.com', { page: tally(2, 2), blocked: 2 }),
    told('www.clarity.ms', { page: tally(9, 4), blocked: 3, uploads: 5 }),
    told('www.youtube.com', { page: tally(1), frame: tally(14), by: ['www.youtube.com'] }, { paths: ['/embed/1'] }),
    told('stats.g.doubleclick.net', { frame: tally(3), by: ['www.youtube.com', 'open.spotify.com'] }),
    told('api.onesignal.com', { background: tally(2), uploads: 1, by: [page] }),
    told('open.spotify.com', { page: tally(1), frame: tally(4), by: ['open.spotify.com'] }),
  ],
  frames: [
    frame('open.spotify.com', '/embed/album/1', 'Spotify Embed: Paper Lanterns'),
    frame('www.youtube.com', '/embed/1', 'Paper Lanterns: Harbour Lights (video)'),
  ],
  items: [
    cookie(page, '_fbp', 90, { shape: 'identifier', hash: 'b2' }),
    cookie(page, '_ga', 400, { shape: 'identifier', hash: 'a1' }),
    cookie(page, 'session', null, { shape: 'identifier', hash: 'd4' }),
    cookie(page, 'lantern', 30),
    foreign('facebook.com', 'fr', 'no_restriction', null),
    foreign('youtube.com', 'VISITOR_INFO1_LIVE', 'no_restriction', 'https://columbiarecords.com'),
    foreign('clarity.ms', 'MUID', 'lax', null),
    kept('local', page, 'clarity-state', { shape: 'json', size: 180 }),
  ],
  writes: [
    write({ name: '_fbp', writer: 'connect.facebook.net', path: '/en_US/fbevents.js', count: 3 }),
    write({ name: '_ga', writer: 'www.googletagmanager.com', path: '/gtag/js' }),
    write({ name: 'session', api: 'set-cookie', path: '/' }),
    write({ name: 'lantern', writer: null, path: '' }),
    write({ name: 'fr', api: 'set-cookie', host: 'www.facebook.com', writer: 'www.facebook.com', path: '/tr/' }),
    write({
      name: 'VISITOR_INFO1_LIVE',
      api: 'set-cookie',
      host: 'www.youtube.com',
      writer: 'www.youtube.com',
      path: '/embed/1',
      source: 'frame',
    }),
    write({ name: 'clarity-state', store: 'local', api: 'setItem', writer: 'www.clarity.ms', path: '/s/clarity.js' }),
    write({ name: 'clarity-state', store: 'local', api: 'setItem' }),
  ],
  redirects: [
    {
      at: AT + 1500,
      chain: 'r1',
      from: at('stats.g.doubleclick.net', '/r/collect'),
      to: at('www.google.com', '/ads/ga-audiences'),
      resource: 'image',
      source: 'page',
    },
    {
      at: AT + 1600,
      chain: 'r1',
      from: at('www.google.com', '/ads/ga-audiences'),
      to: at('www.facebook.com', '/tr/'),
      resource: 'image',
      source: 'page',
    },
  ],
};

/** From its start, with scripts watched. */
export const fullView = record(page, { ...normal, ...parts });

/** Begun when the page was open already. */
export const fullViewLate = record(page, {
  ...normal,
  ...parts,
  late: true,
  since: AT + 4000,
  fullView: { at: AT + 4000, view: 'full', state: 'late' },
  scriptWatch: { at: AT + 4000, view: 'script-watch', state: 'late' },
});

/** The page's own world could not be watched safely. */
export const fullViewSilent = record(page, {
  ...normal,
  ...parts,
  writes: [],
  scriptWatch: { at: AT, view: 'script-watch', state: 'silent' },
});
