/**
 * `/heavy`: a page as heavy as an artist's real one, for the benchmark. What it does is what such pages were seen to do: a site
 * and forty companies that write cookies and storage while they load, frames that write too, a consent banner that stands until
 * somebody chooses, 20,000 elements, a slider that moves sixty times a second by attributes, and a list that grows as it is read.
 */
import { html, script, type Answer, type SiteRequest } from '../answer.ts';
import { page } from '../document.ts';
import { BUSY_COMPANIES } from './busy-companies.ts';

/** Elements of the list of concerts, two thirds of all that the page has. */
const ROWS = 2200;
const COVERS = 300;

/** The site's own items, by the names that shops, players and analytics of such sites use. */
const OWN_WRITES = `(() => {
  const year = '; max-age=31536000; path=/; secure; samesite=lax';
  const number = () => Math.floor(Math.random() * 1e10);
  const cookies = { _ga: 'GA1.1.' + number() + '.' + number(), _gid: 'GA1.1.' + number(), _fbp: 'fb.1.' + Date.now() + '.' + number(),
    _gcl_au: '1.1.' + number(), _ttp: crypto.randomUUID(), _scid: crypto.randomUUID(), _pin_unauth: crypto.randomUUID(),
    cart_currency: 'USD', locale: 'en-US', session_start: String(Date.now()), last_page: location.pathname, theme: 'dark' };
  for (const [name, value] of Object.entries(cookies)) document.cookie = name + '=' + value + year;
  const items = ['player.volume', 'player.queue', 'newsletter.dismissed', 'tour.region', 'shop.cart', 'ajs_anonymous_id', 'mp_distinct_id', 'amplitude_id'];
  for (const name of items) localStorage.setItem(name, name + '-' + number());
  for (let index = 0; index < 20; index += 1) sessionStorage.setItem('seen.' + index, String(index));
  // Libraries ask for what they know already, again and again.
  let length = 0;
  for (let index = 0; index < 60; index += 1) length += document.cookie.length + (localStorage.getItem('player.queue') ?? '').length;
  document.documentElement.dataset.read = String(length);
})();`;

/** The slider: three layers, moved each frame by attributes and styles, as carousels without the compositor do. */
const SLIDER = `(() => {
  const layers = document.querySelectorAll('.slider > *');
  let frame = 0;
  const step = () => {
    frame += 1;
    layers.forEach((layer, index) => {
      layer.setAttribute('data-offset', String((frame * (index + 1)) % 400));
      layer.style.transform = 'translateX(' + ((frame * (index + 1)) % 400) + 'px)';
      layer.className = 'layer at-' + (frame % 8);
    });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})();`;

/** The list that grows: twenty posts more twice a second, ten times, as when somebody scrolls down. */
const FEED = `addEventListener('load', () => {
  const feed = document.querySelector('.feed');
  let batch = 0;
  const more = () => {
    batch += 1;
    const posts = Array.from({ length: 20 }, (_, index) => '<article><h3>Post ' + (batch * 20 + index) + '</h3><p>From the road, <a href="/news/' + index + '">read on</a>.</p><img alt="" loading="lazy" src="/heavy/cover-' + index + '.svg"><form action="/like"><button>Like</button></form></article>').join('');
    feed.insertAdjacentHTML('beforeend', posts);
    localStorage.setItem('feed.read', String(batch));
    document.cookie = 'feed_batch=' + batch + '; path=/; max-age=86400';
    if (batch < 10) setTimeout(more, 500);
  };
  setTimeout(more, 200);
});`;

const BANNER = `<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies"><p>We use cookies and similar technologies to remember what you like.</p>
<button id="onetrust-pc-btn-handler">Cookie Settings</button><button id="onetrust-reject-all-handler">Reject All</button><button id="onetrust-accept-btn-handler">Accept All</button></div></div>`;

/** What one company's script does: writes an id on the page twice, reads its cookie back, and sends a report with it. */
function companyScript(host: string, index: number): string {
  return `(() => {
  const id = Math.random().toString(36).slice(2) + Date.now().toString(36);
  document.cookie = '_c${String(index)}=' + id + '; max-age=31536000; path=/; secure; samesite=lax';
  localStorage.setItem('_c${String(index)}', id);
  let found = 0;
  for (let turn = 0; turn < 5; turn += 1) found += document.cookie.includes('_c${String(index)}=') ? 1 : 0;
  const about = navigator.userAgent.length + screen.width + navigator.language.length + found;
  navigator.sendBeacon('https://${host}/heavy/collect?id=' + id + '&about=' + about);
})();`;
}

/** What stands in a company's frame: an embed that keeps something of its own. */
function companyFrameBody(index: number): string {
  return `<p>Embedded player ${String(index)}</p><script>document.cookie = 'embed=${String(index)}; path=/; secure; samesite=none'; localStorage.setItem('embed', '${String(index)}');</script>`;
}

function concerts(): string {
  const row = (index: number): string =>
    `<tr><td><time>${String((index % 28) + 1)} ${index % 2 === 0 ? 'May' : 'June'}</time></td><td><b>Hall ${String(index)}</b>, <span>Town ${String(index % 90)}</span></td><td><a href="https://www.bandsintown.com/e/${String(index)}">Tickets</a></td></tr>`;
  return `<table><tbody>${Array.from({ length: ROWS }, (_, index) => row(index)).join('')}</tbody></table>`;
}

function covers(): string {
  const figure = (index: number): string =>
    `<figure><img alt="" loading="lazy" src="/heavy/cover-${String(index % 40)}.svg"><figcaption><b>Song ${String(index)}</b> <small>3:${String(10 + (index % 49))}</small></figcaption></figure>`;
  return Array.from({ length: COVERS }, (_, index) => figure(index)).join('');
}

/** The page itself: 40 companies with a script, two pictures, one style sheet or frame, and one report each: some 200 requests. */
function document(): Answer {
  const head = BUSY_COMPANIES.map((host) => `<script async src="https://${host}/heavy/tag.js"></script>`);
  const tail = BUSY_COMPANIES.flatMap((host, index) => [
    `<img alt="" width="1" height="1" src="https://${host}/heavy/1.gif">`,
    `<img alt="" width="1" height="1" src="https://${host}/heavy/2.gif">`,
    index % 5 === 0
      ? `<iframe title="Player ${String(index)}" width="300" height="80" src="https://${host}/heavy/frame"></iframe>`
      : `<img alt="" width="1" height="1" src="https://${host}/heavy/3.gif">`,
  ]);
  const body = `${BANNER}<header><h1>Paper Lanterns</h1></header>
<div class="slider"><div class="layer">One</div><div class="layer">Two</div><div class="layer">Three</div></div>
<section>${covers()}</section><section>${concerts()}</section><section class="feed"></section>
<form action="/newsletter"><input name="email" type="email"><label><input type="checkbox"> Send me news</label><button>Sign up</button></form>
${tail.join('\n')}
<footer>© 2026 Sony Music Entertainment. <a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a></footer>
<script>${SLIDER}${FEED}</script>`;
  return html(page('A heavy page', body, { head: `<script>${OWN_WRITES}</script>\n${head.join('\n')}` }), {
    'set-cookie': ['visit=1; path=/; max-age=31536000; secure', 'sid=abc; path=/; httponly; secure; samesite=lax'],
  });
}

const COVER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#246" d="M0 0h10v10H0z"/></svg>';

/** Pages and pictures below `/heavy` on the site itself; null for what is not there. */
export function heavy(rest: string): Answer | null {
  if (rest === 'page') return document();
  return /^cover-\d+\.svg$/.test(rest) ? { type: 'image/svg+xml', body: COVER } : null;
}

/** What a company answers below `/heavy`; null for another path. */
export function heavyCompany({ host, path }: SiteRequest): Answer | null {
  const index = BUSY_COMPANIES.indexOf(host);
  if (index < 0 || !path.startsWith('/heavy/')) return null;
  if (path === '/heavy/tag.js') return script(companyScript(host, index));
  if (path === '/heavy/frame') return html(page(host, companyFrameBody(index)));
  return null;
}
