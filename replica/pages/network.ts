/** Pages for what only the full view sees: redirects, a service worker that asks others, WebSockets, beacons, cookies of others. */
import { html, script, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';
import type { PracticeId } from '../practice-pages.ts';

/** An image that goes over the hosts of two companies before it gets to a third. */
export const REDIRECTS: Partial<Record<PracticeId, string>> = {
  'redirect-through-company': '<img alt="" width="1" height="1" src="https://sync.taboola.com/sg/lantern/1/cm">',
};

export const BACKGROUND_WORKER = '/network/worker.js';

/** A worker that passes requests to the site's own pictures on, and asks another company on a message. */
export function backgroundWorker(): Answer {
  return script(`addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => { if (event.request.url.includes('passed-on')) event.respondWith(fetch(event.request)); });
addEventListener('message', (event) => event.waitUntil(fetch('https://cdn.onesignal.com/sdks/background.gif', { mode: 'no-cors' })));`);
}

const BODIES: ReadonlyMap<string, string> = new Map([
  [
    'background',
    `<p id="state">Waiting for the worker…</p>
<script>
navigator.serviceWorker.register('${BACKGROUND_WORKER}', { scope: '/network/' }).then(() => navigator.serviceWorker.ready).then(async (registration) => {
  if (navigator.serviceWorker.controller === null)
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  registration.active.postMessage('ask');
  for (const n of [1, 2, 3]) await fetch('https://ib.adnxs.com/passed-on/' + n + '.gif', { mode: 'no-cors' });
  document.getElementById('state').textContent = 'Asked.';
});
</script>`,
  ],
  [
    'channels',
    `<p id="state">Trying…</p>
<script>
const socket = new WebSocket('wss://stream.pusher.com/app/lantern');
socket.addEventListener('close', () => { document.getElementById('state').textContent = 'Closed.'; });
navigator.sendBeacon('https://bat.bing.com/action/0?ti=2417', 'view');
fetch('https://api.segment.io/v1/t', { method: 'POST', mode: 'no-cors', body: '{}' });
</script>`,
  ],
  ['blocked', '<img alt="" src="https://cdn.taboola.com/lantern.gif"><img alt="" src="https://ib.adnxs.com/seen.gif">'],
  [
    'cookies',
    `<img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=PageView"><img alt="" src="https://cm.g.doubleclick.net/partitioned.gif">`,
  ],
]);

/** The page of what follows `/network/`. */
export function networkPage(name: string): Answer | null {
  const body = BODIES.get(name);
  return body === undefined ? null : html(plainPage(`Network: ${name}`, body));
}
