/** What answers a request while a page is open: the page itself, the companies' stubs, or an empty thing of the right kind. */
import { html, json, notFound, pixel, script, type Answer, type SiteRequest } from '../../replica/answer.ts';
import { STUBS } from './stubs/all.ts';
import type { WildPage } from './wild-page.ts';

/** The entry for an address: the address itself, or the longest one with a `*` that begins it. */
function entryOf<T>(entries: Readonly<Record<string, T>>, address: string): T | undefined {
  const exact = entries[address];
  if (exact !== undefined) return exact;
  const fitting = Object.keys(entries)
    .filter((key) => key.endsWith('*') && address.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return fitting[0] === undefined ? undefined : entries[fitting[0]];
}

function byKind({ path, method }: SiteRequest): Answer {
  if (/\.m?js$/.test(path)) return script('');
  if (/\.(gif|png|jpe?g|webp|svg|ico)$/.test(path)) return pixel();
  if (path.endsWith('.json')) return json({});
  if (path.endsWith('.css')) return { type: 'text/css', body: '' };
  return method === 'GET' ? html('<!doctype html><title></title>') : { type: 'text/plain', body: 'ok' };
}

/** The answer to a request that is made while `page` is the one that is looked at; null between two pages. */
export function answerFor(page: WildPage | null, request: SiteRequest): Answer {
  const { host, path } = request;
  if (page !== null) {
    const own = host === page.host;
    const served = entryOf(page.serve ?? {}, own ? path : `${host}${path}`) ?? entryOf(page.serve ?? {}, host + path);
    if (served !== undefined) return served(request);
    if (own && path === (page.path ?? '/')) return html(page.html, page.headers);
    if (own) return /\.\w+$/.test(path) ? notFound() : html('<!doctype html><title>Another page</title>');
  }
  return entryOf(STUBS, `${host}${path}`)?.(request) ?? byKind(request);
}
