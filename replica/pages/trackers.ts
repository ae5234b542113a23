/**
 * `/trackers/page`: an artist's page of usual size with fifty requests to other companies, for the benchmark: half of them scripts
 * that write, then pictures, frames, style sheets and reports, with a cookie in each answer. The site's own style sheet and script
 * are as long as such sites', and a consent banner stands over it.
 */
import { html, pixel, script, type Answer, type SiteRequest } from '../answer.ts';
import { page } from '../document.ts';
import { BUSY_COMPANIES } from './busy-companies.ts';

const REQUESTS = 50;
const RULES = 900;
const COVERS = 40;
const CONCERTS = 60;

/** What the companies of such pages ask for, in the order in which it comes round. */
const KINDS = ['script', 'picture', 'script', 'picture', 'script', 'report', 'script', 'picture', 'script', 'frame'];

/** 0 → 'script', 1 → 'picture'. Every seventeenth request is a style sheet. */
const kindOf = (index: number): string => (index % 17 === 16 ? 'style' : (KINDS[index % KINDS.length] ?? 'picture'));

const addressOf = (index: number): string =>
  `https://${BUSY_COMPANIES[index % BUSY_COMPANIES.length] ?? ''}/trackers/${kindOf(index)}-${String(index)}`;

const OWN_WRITES = `(() => {
  const names = ['_ga', '_gid', '_fbp', '_gcl_au', '_ttp', '_scid', '_pin_unauth', 'OptanonConsent', 'OptanonAlertBoxClosed', 'session', 'lang'];
  for (const name of names) document.cookie = name + '=' + name + '.1700000000; max-age=31536000; path=/';
  const keys = ['_hjid', 'amplitude_id', 'mp_distinct_id', 'ajs_anonymous_id', '_cb', 'klaviyoOnsite', 'player.volume', 'newsletter.dismissed'];
  for (const key of keys) localStorage.setItem(key, key + '-' + String(Math.random()));
  sessionStorage.setItem('_hjAbsoluteSessionInProgress', '1');
})();`;

/** The site's own script: as many sums as a player and a menu take to start, some 20 ms. */
const OWN_SCRIPT = `(() => {
  let sum = 2166136261;
  for (let index = 0; index < 4_000_000; index += 1) sum = Math.imul(sum ^ index, 16777619);
  document.documentElement.dataset.sum = String(sum);
  document.querySelectorAll('figure img').forEach((image) => image.addEventListener('click', () => undefined));
})();`;

const BANNER = `<div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies"><p>We use cookies and similar technologies.</p>
<button id="onetrust-accept-btn-handler">Accept all</button> <button id="onetrust-reject-all-handler">Reject all</button></div>`;

const ownStyle = (): string =>
  Array.from(
    { length: RULES },
    (_, index) =>
      `.c${String(index)}{padding:${String(index % 20)}px;color:hsl(${String(index % 360)} 20% 30%)}.c${String(index)} b:hover{opacity:.5}`,
  ).join('\n');

/** What a company's script does: a cookie of the site, and half of them an item too. */
const companyScript = (index: number): string => `(() => {
  document.cookie = '_t${String(index)}=${String(index)}.' + Date.now() + '; path=/; max-age=31536000';
  ${index % 2 === 0 ? '' : `localStorage.setItem('t.${String(index)}', '${String(index)}');`}
})();`;

function companyTag(index: number): string {
  const address = addressOf(index);
  switch (kindOf(index)) {
    case 'script':
      return `<script async src="${address}"></script>`;
    case 'style':
      return `<link rel="stylesheet" href="${address}">`;
    case 'frame':
      return `<iframe title="Frame ${String(index)}" width="300" height="80" src="${address}"></iframe>`;
    case 'report':
      return `<script>navigator.sendBeacon('${address}', '{}');</script>`;
    default:
      return `<img alt="" width="1" height="1" src="${address}">`;
  }
}

function document(): Answer {
  const covers = Array.from(
    { length: COVERS },
    (_, index) =>
      `<figure class="c${String(index)}"><img alt="" loading="lazy" src="/heavy/cover-${String(index)}.svg"><figcaption>Song ${String(index)} of the new album, out now</figcaption></figure>`,
  );
  const concerts = Array.from(
    { length: CONCERTS },
    (_, index) =>
      `<tr class="c${String(index)}"><td>${String((index % 28) + 1)} May</td><td>Hall ${String(index)}</td><td><a href="#t${String(index)}">Tickets</a></td></tr>`,
  );
  const tags = Array.from({ length: REQUESTS }, (_, index) => companyTag(index));
  const isOfHead = (tag: string, index: number): boolean => /^<(?:script async|link)/.test(tag) && index % 3 !== 0;
  const head = [
    '<link rel="stylesheet" href="/trackers/site.css">',
    '<script defer src="/trackers/site.js"></script>',
    `<script>${OWN_WRITES}</script>`,
    ...tags.filter(isOfHead),
  ];
  const body = `<h1>Paper Lanterns</h1><section>${covers.join('')}</section><table><tbody>${concerts.join('')}</tbody></table>
<form action="/newsletter"><input name="email" type="email"><label><input type="checkbox"> Send me news</label><button>Sign up</button></form>
${tags.filter((tag, index) => !isOfHead(tag, index)).join('\n')}
<footer>© 2026 Sony Music Entertainment. <a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a></footer>${BANNER}`;
  return html(page('A page with trackers', body, { head: head.join('\n') }), {
    'set-cookie': ['visit=1; path=/; max-age=31536000; secure', 'sid=abc; path=/; httponly; secure; samesite=lax'],
  });
}

/** What the site itself has below `/trackers`; null for what is not there. */
export function trackers(rest: string): Answer | null {
  if (rest === 'page') return document();
  if (rest === 'site.css') return { type: 'text/css; charset=utf-8', body: ownStyle() };
  return rest === 'site.js' ? script(OWN_SCRIPT) : null;
}

const UNKNOWN = /^cdn\d+\.example$/;

/** What a company answers below `/trackers`, with a cookie of its own; null for another path. */
export function trackersCompany({ host, path }: SiteRequest): Answer | null {
  const [, kind = '', index = ''] = /^\/trackers\/([a-z]+)-(\d+)$/.exec(path) ?? [];
  // Hosts that no list knows are asked too, by a page that goes on asking.
  if (kind === '' || !(BUSY_COMPANIES.includes(host) || UNKNOWN.test(host))) return null;
  const headers = { 'set-cookie': [`uid=${index}abcdef; path=/; max-age=31536000; secure; samesite=none`] };
  switch (kind) {
    case 'script':
      return script(companyScript(Number(index)), headers);
    case 'style':
      return { type: 'text/css; charset=utf-8', body: `.t${index}{color:red}`, headers };
    case 'frame':
      return html(
        page(host, `<p>Frame ${index}</p><script>document.cookie = 'f=1; secure; samesite=none';</script>`),
        headers,
      );
    default:
      return pixel(headers);
  }
}
