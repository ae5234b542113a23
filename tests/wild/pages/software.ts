/**
 * A site's own software: what it keeps, draws and sends, beside the tools that only look the same.
 *
 * Long because: each tool stands beside its innocent twin.
 */
import { html, json, pixel, script } from '../../../replica/answer.ts';
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { FOOT, PING_EITHER } from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';
const DRAWN = ['fingerprinting', 'session-recording', VISIT, 'web-storage'];

/** The sources of FingerprintJS 4 in their order, those that read something out of the browser; served by the site itself. */
const FINGERPRINT = `(async () => {
const parts = {};
const probe = document.createElement('div'); document.body.append(probe);
parts.fonts = ['Arial', 'Calibri', 'Century Gothic', 'Futura', 'Gill Sans', 'Helvetica Neue', 'Menlo', 'Segoe UI Light', 'Univers CE 55 Medium'].filter((font) => {
  const span = document.createElement('span'); span.textContent = 'mmMwWLliI0O&1'; span.style.cssText = 'font-size:48px;position:absolute;left:-9999px;font-family:"' + font + '",monospace';
  probe.append(span); const width = span.offsetWidth; span.style.fontFamily = 'monospace'; return width !== span.offsetWidth; });
const audio = new OfflineAudioContext(1, 5000, 44100); const oscillator = audio.createOscillator(); oscillator.type = 'triangle'; oscillator.frequency.value = 10000;
const compressor = audio.createDynamicsCompressor(); compressor.threshold.value = -50; compressor.knee.value = 40; compressor.ratio.value = 12; compressor.attack.value = 0; compressor.release.value = 0.25;
oscillator.connect(compressor); compressor.connect(audio.destination); oscillator.start(0); const rendered = await audio.startRendering();
parts.audio = rendered.getChannelData(0).subarray(4500).reduce((sum, value) => sum + Math.abs(value), 0);
const canvas = document.createElement('canvas'); canvas.width = 240; canvas.height = 60; const context = canvas.getContext('2d');
context.textBaseline = 'alphabetic'; context.fillStyle = '#f60'; context.fillRect(100, 1, 62, 20); context.fillStyle = '#069'; context.font = '11pt "Times New Roman"';
context.fillText('Cwm fjordbank gly ' + String.fromCharCode(55357, 56835), 2, 15); context.fillStyle = 'rgba(102, 204, 0, 0.2)'; context.font = '18pt Arial'; context.fillText('Cwm fjordbank gly ' + String.fromCharCode(55357, 56835), 4, 45);
parts.text = canvas.toDataURL();
canvas.width = 122; canvas.height = 110; context.globalCompositeOperation = 'multiply';
for (const [color, x, y] of [['#f2f', 40, 40], ['#2ff', 80, 40], ['#ff2', 60, 80]]) { context.fillStyle = color; context.beginPath(); context.arc(x, y, 40, 0, Math.PI * 2, true); context.closePath(); context.fill(); }
parts.geometry = canvas.toDataURL();
Object.assign(parts, { cpu: navigator.oslpu, languages: navigator.languages, depth: screen.colorDepth, memory: navigator.deviceMemory, size: [screen.width, screen.height], frame: [screen.availTop, screen.availLeft],
  cores: navigator.hardwareConcurrency, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, platform: navigator.platform, plugins: [...navigator.plugins].map(({ name }) => name), touch: navigator.maxTouchPoints,
  vendor: navigator.vendor, gamut: matchMedia('(color-gamut: p3)').matches, inverted: matchMedia('(inverted-colors: inverted)').matches, motion: matchMedia('(prefers-reduced-motion: reduce)').matches, math: [Math.acos(0.123), Math.sinh(1)] });
const gl = document.createElement('canvas').getContext('webgl');
if (gl) { const info = gl.getExtension('WEBGL_debug_renderer_info'); parts.gl = [gl.getParameter(gl.VERSION), gl.getParameter(gl.VENDOR), info && gl.getParameter(info.UNMASKED_VENDOR_WEBGL), info && gl.getParameter(info.UNMASKED_RENDERER_WEBGL), gl.getSupportedExtensions()]; }
const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
const id = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 32);
fetch('/api/visitor', { method: 'POST', body: JSON.stringify({ visitorId: id }) });
})();`;

/** rrweb as its guide shows it: a picture of the document, then every movement, sent every few seconds to the site itself. */
const RECORDER = `(() => {
let events = [];
const note = (type, data) => events.push({ type, data, timestamp: Date.now() });
const tree = (node) => ({ type: node.nodeType, tag: node.nodeName, text: node.nodeType === 3 ? node.data : undefined, children: [...node.childNodes].map(tree) });
note(4, { href: location.href, width: innerWidth, height: innerHeight });
note(2, { node: tree(document), initialOffset: { top: scrollY, left: scrollX } });
new MutationObserver((records) => note(3, { source: 0, adds: records.length })).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
document.addEventListener('mousemove', (event) => note(3, { source: 1, positions: [{ x: event.clientX, y: event.clientY }] }), { capture: true, passive: true });
for (const name of ['mousedown', 'mouseup', 'click']) document.addEventListener(name, (event) => note(3, { source: 2, x: event.clientX, y: event.clientY }), { capture: true, passive: true });
document.addEventListener('scroll', () => note(3, { source: 3, y: scrollY }), { capture: true, passive: true });
for (const name of ['input', 'change']) document.addEventListener(name, (event) => note(3, { source: 5, text: event.target.value }), { capture: true, passive: true });
setInterval(() => { if (events.length === 0) return; const body = JSON.stringify({ events }); events = []; fetch('/api/session-events', { method: 'POST', body, headers: { 'content-type': 'text/plain' } }); }, 1000);
})();`;

export const SOFTWARE_PAGES: readonly WildPage[] = [
  {
    name: 'nothing-at-all',
    about: 'A plain page of the site’s own: words, a picture, a style.',
    sources: ['HTML'],
    host: 'www.bobdylan.com',
    path: '/plain',
    html: document(
      'Bob',
      `<p>Words.</p><img alt="" src="/cover.svg" width="300" height="300">${FOOT}`,
      '<style>body{color:#222}</style>',
    ),
    serve: {
      '/cover.svg': () => ({
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>',
      }),
    },
    right: {
      practices: [],
      not: [VISIT, 'pixel-tag', 'web-storage', 'first-party-cookies', 'consent-manager', 'outbound-links'],
    },
  },
  {
    name: 'news-site-unlisted',
    about:
      'A news site that has nothing to do with Sony Music, with Google Analytics and a word about Columbia Records. Nobody asked for a look.',
    sources: ['README.md: only pages of Sony Music, or those where the person asks'],
    host: 'www.daily-courier.example',
    html: document(
      'Columbia Records signs a band',
      '<p>Sony Music’s label Columbia Records signs a band. <a href="https://www.columbiarecords.com/">Columbia</a></p><footer>© The Daily Courier</footer>',
      '<script async src="https://www.googletagmanager.com/gtag/js?id=G-WILD1"></script>',
    ),
    right: {
      practices: [],
      not: [VISIT, 'web-analytics', 'outbound-links'],
      unlisted: true,
      either: { '(companies)': 'nothing is looked at' },
      formerly: ['www.googletagmanager.com', 'www.google-analytics.com'],
    },
  },
  {
    name: 'fingerprintjs-own-copy',
    about:
      'FingerprintJS, the open source, served by the site itself: it reads fonts, sound, canvas, WebGL and more in its known order.',
    sources: [
      'https://github.com/fingerprintjs/fingerprintjs src/sources/index.ts (order), audio.ts, canvas.ts, fonts.ts',
    ],
    host: 'www.jimihendrix.com',
    path: '/win',
    html: document('Jimi', `<p>News</p>${FOOT}<script src="/assets/fp.min.js"></script>`),
    serve: { '/assets/fp.min.js': () => script(FINGERPRINT), '/api/visitor': () => json({}) },
    right: { practices: ['fingerprinting'], not: [VISIT, 'session-recording', 'web-storage', 'first-party-cookies'] },
  },
  {
    name: 'chart-on-canvas',
    about:
      'A chart of streams drawn on a canvas, with its own measure of words and a button that saves the picture; the person saves it.',
    sources: ['https://www.chartjs.org/docs/latest/developers/api.html#tobase64image-type-quality'],
    host: 'www.ultrarecords.com',
    path: '/charts',
    html: document(
      'Charts',
      `<canvas id="c" width="400" height="200"></canvas><a id="save" href="#" download="chart.png">Save as picture</a>${FOOT}<script>
const context = document.querySelector('#c').getContext('2d'); context.font = '12px Helvetica, Arial, sans-serif';
[30, 80, 55, 120].forEach((value, index) => { context.fillStyle = '#36a2eb'; context.fillRect(20 + index * 60, 180 - value, 40, value); const label = 'Week ' + (index + 1); context.fillStyle = '#222'; context.fillText(label, 40 + index * 60 - context.measureText(label).width / 2, 195); });
document.querySelector('#save').onclick = (event) => { event.preventDefault(); event.target.dataset.size = document.querySelector('#c').toDataURL('image/png').length; };
</script>`,
    ),
    steps: ({ page }) => page.click('#save'),
    right: { practices: [], not: DRAWN },
  },
  {
    name: 'signature-pad',
    about: 'A pad to sign on: the person draws, and the picture is sent to the site when its button is pressed.',
    sources: ['https://github.com/szimek/signature_pad (toDataURL)'],
    host: 'www.awal.com',
    path: '/sign',
    html: document(
      'Sign the contract',
      `<canvas id="pad" width="400" height="150" style="border:1px solid"></canvas><button id="done">Done</button>${FOOT}<script>
const pad = document.querySelector('#pad'); const context = pad.getContext('2d'); let down = false;
pad.addEventListener('pointerdown', (event) => { down = true; context.beginPath(); context.moveTo(event.offsetX, event.offsetY); });
pad.addEventListener('pointermove', (event) => { if (down) { context.lineTo(event.offsetX, event.offsetY); context.stroke(); } });
addEventListener('pointerup', () => { down = false; });
document.querySelector('#done').onclick = () => fetch('/api/signature', { method: 'POST', body: pad.toDataURL() });
</script>`,
    ),
    serve: { '/api/signature': () => json({}) },
    steps: async ({ page }) => {
      const box = await page.locator('#pad').boundingBox();
      if (box === null) throw new Error('The pad is not there.');
      await page.mouse.move(box.x + 20, box.y + 80);
      await page.mouse.down();
      for (let step = 1; step <= 20; step += 1)
        await page.mouse.move(box.x + 20 + step * 15, box.y + 80 + 30 * Math.sin(step));
      await page.mouse.up();
      await page.click('#done');
    },
    right: { practices: [], not: [...DRAWN, 'typed-text-sent-early'] },
  },
  {
    name: 'badge-and-qr',
    about: 'A counter drawn into the tab’s icon, and a QR code drawn for the ticket.',
    sources: ['https://github.com/tommoor/tinycon', 'https://github.com/soldair/node-qrcode (toDataURL)'],
    host: 'www.onedirectionmusic.com',
    path: '/ticket',
    html: document(
      'Your ticket',
      `<img id="qr" alt="QR code" width="200" height="200">${FOOT}<script>
const draw = (size, paint) => { const canvas = document.createElement('canvas'); canvas.width = canvas.height = size; paint(canvas.getContext('2d')); return canvas.toDataURL(); };
document.querySelector('link[rel=icon]').href = draw(16, (context) => { context.fillStyle = '#c00'; context.arc(8, 8, 8, 0, 7); context.fill(); context.fillStyle = '#fff'; context.font = '10px Arial'; context.fillText('3', 5, 12); });
document.querySelector('#qr').src = draw(200, (context) => { for (let x = 0; x < 25; x += 1) for (let y = 0; y < 25; y += 1) if ((x * 7 + y * 13) % 3 === 0) context.fillRect(x * 8, y * 8, 8, 8); });
</script>`,
    ),
    right: { practices: [], not: DRAWN },
  },
  {
    name: 'game-with-sound',
    about: 'A game in WebGL with sound: it asks how large textures may be, makes tones, and keeps the best score.',
    sources: [
      'https://threejs.org/docs/#api/en/renderers/WebGLRenderer (capabilities)',
      'https://developer.mozilla.org/en-US/docs/Web/API/Web_Audio_API',
    ],
    host: 'www.sampler.de',
    path: '/game',
    html: document(
      'Game',
      `<canvas id="g" width="300" height="150"></canvas><button id="play">Play</button>${FOOT}<script>
const gl = document.querySelector('#g').getContext('webgl'); if (gl) { gl.getParameter(gl.MAX_TEXTURE_SIZE); gl.getParameter(gl.MAX_VERTEX_UNIFORM_VECTORS); gl.getExtension('OES_texture_float'); gl.clearColor(0, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); }
document.querySelector('#play').onclick = () => { const audio = new AudioContext(); const tone = audio.createOscillator(); tone.frequency.value = 440; tone.connect(audio.destination); tone.start(); tone.stop(audio.currentTime + 0.05); localStorage.setItem('best', '1200'); };
</script>`,
    ),
    steps: ({ page }) => page.click('#play'),
    right: {
      practices: ['web-storage'],
      not: ['fingerprinting', 'session-recording', VISIT, 'identifier-in-two-places'],
    },
  },
  {
    name: 'recorder-of-its-own',
    about:
      'rrweb, served and fed by the site itself: a picture of the document and every movement, sent every second. The person moves and scrolls.',
    sources: ['https://github.com/rrweb-io/rrweb/blob/master/guide.md (record, emit, send)'],
    host: 'www.columbiarecords.com',
    path: '/recorded',
    html: document(
      'Columbia',
      `<p>${'Words. '.repeat(900)}</p>${FOOT}<script src="/assets/rrweb-record.min.js"></script>`,
    ),
    serve: { '/assets/rrweb-record.min.js': () => script(RECORDER), '/api/session-events': () => json({}) },
    steps: async ({ page }) => {
      for (let step = 0; step < 90; step += 1) {
        await page.mouse.move(100 + step * 7, 200 + 40 * Math.sin(step / 3));
        await page.waitForTimeout(40);
      }
      await page.mouse.wheel(0, 600);
      await page.mouse.click(300, 300);
      for (let step = 0; step < 90; step += 1) {
        await page.mouse.move(700 - step * 6, 300 + 50 * Math.cos(step / 4));
        await page.waitForTimeout(40);
      }
    },
    right: {
      practices: ['session-recording'],
      not: [VISIT, 'fingerprinting', 'web-storage', 'collector-in-disguise', 'web-analytics'],
    },
  },
  {
    name: 'mouse-effects',
    about:
      'A trail of stars behind the mouse, and an autosave of the form’s draft every second in localStorage. Nothing is sent.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/API/Element/mousemove_event'],
    host: 'www.ozzy.com',
    path: '/stars',
    html: document(
      'Stars',
      `<textarea id="draft" aria-label="Your story">Once</textarea>${FOOT}<script>
addEventListener('mousemove', (event) => { const star = document.createElement('i'); star.textContent = '*'; star.style.cssText = 'position:fixed;left:' + event.clientX + 'px;top:' + event.clientY + 'px'; document.body.append(star); setTimeout(() => star.remove(), 300); });
setInterval(() => localStorage.setItem('draft', document.querySelector('#draft').value), 1000);
</script>`,
    ),
    steps: async ({ page }) => {
      for (let step = 0; step < 40; step += 1) await page.mouse.move(100 + step * 10, 200 + step);
    },
    right: { practices: ['web-storage'], not: ['session-recording', 'fingerprinting', VISIT, 'typed-text-sent-early'] },
  },
  {
    name: 'flash-with-ruffle',
    about: 'A Flash film of old in an embed, with Ruffle served by the site.',
    sources: ['https://github.com/ruffle-rs/ruffle/wiki/Using-Ruffle'],
    host: 'www.acdc.com',
    path: '/flash',
    html: document(
      'Flash',
      `<embed src="/films/intro.swf" type="application/x-shockwave-flash" width="300" height="200">${FOOT}`,
      '<script src="/ruffle/ruffle.js"></script>',
    ),
    serve: {
      '/films/intro.swf': () => ({ type: 'application/x-shockwave-flash', body: 'FWS' }),
      '/ruffle/ruffle.js': () => script('window.RufflePlayer = window.RufflePlayer || {};'),
    },
    right: { practices: ['flash-content'], not: ['flash-cookies', VISIT, 'widget', 'web-storage'] },
  },
  {
    name: 'words-about-flash',
    about: 'A page about the Adobe Flash of old, with a camera’s flash in a picture and a “flash sale”. No film.',
    sources: ['English'],
    host: 'www.acdc.com',
    path: '/flash-sale',
    html: document(
      'Flash sale',
      `<p class="flash">Flash sale today. Our old site ran on Adobe Flash.</p><div id="flash-message">Saved.</div>${FOOT}`,
    ),
    right: { practices: [], not: ['flash-content', 'flash-cookies', VISIT] },
  },
  {
    name: 'settings-in-both',
    about: 'The theme and the language stand in a cookie and in localStorage: the same value twice, and no identifier.',
    sources: [
      'https://nuxt.com/modules/color-mode and https://i18n.nuxtjs.org/docs/guide/browser-language-detection (both stores)',
    ],
    host: 'www.sonymusic.pt',
    html: document(
      'Portugal',
      `<p>Notícias</p>${FOOT}<script>
for (const [name, value] of [['theme', 'dark'], ['i18n_redirected', 'pt-PT'], ['banner_closed_at', '2026-11-01T12:00:00.000Z']]) { document.cookie = name + '=' + value + '; path=/; max-age=31536000'; localStorage.setItem(name, value); }
</script>`,
    ),
    right: {
      practices: ['first-party-cookies', 'web-storage'],
      not: ['identifier-in-two-places', 'third-party-cookies', VISIT, 'consent-manager'],
    },
  },
  {
    name: 'segment-anonymous-id',
    about: 'Segment’s analytics.js keeps its anonymous id in a cookie and in localStorage.',
    sources: [
      'https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-validity-update/ (ajs_anonymous_id)',
      'segmentio/analytics-next: packages/browser/src/core/user',
    ],
    host: 'www.ptxofficial.com',
    path: '/segment',
    html: document(
      'PTX',
      `<p>News</p>${FOOT}`,
      '<script async src="https://cdn.segment.com/analytics.js/v1/WILD/analytics.min.js"></script>',
    ),
    serve: {
      'cdn.segment.com/analytics.js/v1/WILD/analytics.min.js': companyScript(`
const id = crypto.randomUUID();
put('ajs_anonymous_id', id);
localStorage.setItem('ajs_anonymous_id', JSON.stringify(id));
fetch('https://cdn.segment.com/v1/projects/WILD/settings').catch(() => {});
post('https://api.segment.io/v1/p', JSON.stringify({ type: 'page', anonymousId: id, context: { page: { url: location.href } } }));
`),
    },
    right: {
      practices: [VISIT, 'web-analytics', 'third-party-cookies', 'web-storage', 'identifier-in-two-places'],
      not: ['identifier-shared-between-companies', 'session-recording', 'advertising'],
      either: {
        ...PING_EITHER,
        'first-party-cookies': 'Segment’s script wrote the only cookie, on the site’s name',
        'tag-manager': 'Segment hands on to other tools, here on its servers',
      },
      others: { 'Segment|Twilio': ['cdn.segment.com', 'api.segment.io'] },
    },
  },
  {
    name: 'cookie-sync',
    about: 'Two companies of advertising are given the same id of the person, each in the address of a picture.',
    sources: [
      'https://developers.google.com/authorized-buyers/rtb/cookie-guide (cookie matching)',
      'https://docs.prebid.org/dev-docs/modules/userId.html',
    ],
    host: 'www.eurythmics.com',
    path: '/sync',
    html: document(
      'Eurythmics',
      `<p>News</p>${FOOT}<script>
const id = crypto.randomUUID(); document.cookie = 'visitor=' + id + '; path=/; max-age=31536000';
for (const src of ['https://ib.adnxs.com/setuid?entity=529&code=' + id, 'https://sync.taboola.com/sg/wild/1/rtb-h/?taboola_hm=' + id]) { const image = document.createElement('img'); image.width = image.height = 1; image.alt = ''; image.src = src; document.body.append(image); }
</script>`,
    ),
    serve: {
      'ib.adnxs.com/setuid': () => ({
        type: 'image/gif',
        body: pixel().body,
        headers: {
          'set-cookie': 'uuid2=4012345678901234567; Domain=.adnxs.com; Path=/; Max-Age=7776000; Secure; SameSite=None',
        },
      }),
      'sync.taboola.com/*': () => ({ type: 'image/gif', body: pixel().body }),
    },
    right: {
      practices: [VISIT, 'advertising', 'pixel-tag', 'identifier-shared-between-companies', 'first-party-cookies'],
      full: ['third-party-cookies'],
      not: ['redirect-through-company', 'identifier-in-two-places', 'consent-manager'],
      others: { 'Xandr|AppNexus|Microsoft': ['ib.adnxs.com'], Taboola: ['sync.taboola.com'] },
    },
  },
  {
    name: 'same-version-everywhere',
    about:
      'Two delivery networks are asked for files with the same hash of the build in their addresses: no id of a person.',
    sources: ['https://webpack.js.org/guides/caching/ (contenthash)'],
    host: 'www.jefflynneselo.com',
    path: '/build',
    html: document(
      'ELO',
      `<p>News</p>${FOOT}`,
      '<script src="https://cdn.jsdelivr.net/npm/site@1/main.js?v=4f1c2d3e4b5a69788796a5b4c3d2e1f0"></script><script src="https://unpkg.com/site@1/extra.js?v=4f1c2d3e4b5a69788796a5b4c3d2e1f0"></script>',
    ),
    right: {
      practices: [VISIT],
      not: ['identifier-shared-between-companies', 'web-analytics', 'advertising'],
      others: { 'jsDelivr|Prospect One|Volentio': ['cdn.jsdelivr.net'], 'unpkg|UNPKG|npm|Cloudflare': ['unpkg.com'] },
    },
  },
  {
    name: 'id-that-came-back',
    about:
      'The site keeps an id in a cookie and in localStorage; the person deletes the cookies and opens the page again, and the same id is back.',
    sources: [
      'https://github.com/samyk/evercookie (how an id comes back)',
      'https://www.w3.org/2001/tag/doc/unsanctioned-tracking/',
    ],
    host: 'www.rcainspiration.com',
    path: '/fans',
    html: document(
      'Fans',
      `<p>News</p>${FOOT}<script>
let id = localStorage.getItem('fan_id') ?? crypto.randomUUID(); localStorage.setItem('fan_id', id); document.cookie = 'fan_id=' + id + '; path=/; max-age=31536000';
</script>`,
    ),
    steps: async ({ page, settle }) => {
      await page.context().clearCookies();
      await settle();
      await page.reload();
    },
    right: {
      practices: ['identifier-restored', 'identifier-in-two-places', 'first-party-cookies', 'web-storage'],
      not: [VISIT, 'third-party-cookies', 'fingerprinting'],
    },
  },
  {
    name: 'cookie-renewed',
    about:
      'The server renews its session’s cookie with each page, with the same value; the person reloads. Nothing was removed.',
    sources: ['https://expressjs.com/en/resources/middleware/session.html (rolling)'],
    host: 'www.sonymusicmasterworks.com',
    path: '/renewed',
    html: document('Masterworks', `<p>News</p>${FOOT}`),
    headers: {
      'set-cookie':
        'connect.sid=s%3AaBcDeFgHiJkLmNoPqRsTuVwXyZ012345.wildwildwild; Path=/; HttpOnly; Secure; Max-Age=86400',
    },
    steps: async ({ page, settle }) => {
      await page.reload();
      await settle();
      await page.reload();
    },
    right: {
      practices: ['first-party-cookies'],
      not: ['identifier-restored', 'identifier-in-two-places', 'third-party-cookies', VISIT],
    },
  },
  {
    name: 'app-with-database',
    about: 'A player of the site’s own: songs in IndexedDB and in a cache, a service worker that serves them.',
    sources: [
      'https://web.dev/articles/indexeddb-best-practices',
      'https://developer.chrome.com/docs/workbox/caching-strategies-overview',
    ],
    host: 'www.whitneyhouston.com',
    path: '/player',
    html: document(
      'Player',
      `<p>Songs</p>${FOOT}<script>
navigator.serviceWorker.register('/sw.js');
const request = indexedDB.open('player', 1); request.onupgradeneeded = () => request.result.createObjectStore('songs'); request.onsuccess = () => request.result.transaction('songs', 'readwrite').objectStore('songs').put({ title: 'Song' }, 1);
caches.open('songs-v1').then((cache) => cache.put('/song.json', new Response('{}')));
</script>`,
    ),
    serve: { '/sw.js': () => script("addEventListener('fetch', () => {});") },
    right: {
      practices: ['browser-databases'],
      not: [VISIT, 'web-storage', 'identifier-in-two-places', 'flash-cookies', 'session-recording'],
    },
  },
  {
    name: 'files-in-private-system',
    about: 'A sketch pad that keeps its drawing in the origin private file system.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/API/File_System_API/Origin_private_file_system'],
    host: 'www.milesdavis.com',
    path: '/sketch',
    html: document(
      'Sketch',
      `<p>Draw</p>${FOOT}<script>
navigator.storage.getDirectory().then(async (root) => { const file = await root.getFileHandle('sketch.json', { create: true }); const writer = await file.createWritable(); await writer.write('{}'); await writer.close(); });
</script>`,
    ),
    right: { practices: ['browser-databases'], not: [VISIT, 'web-storage', 'fingerprinting'] },
  },
  {
    name: 'asks-where-you-are',
    about: 'A finder of record shops asks the browser where the person is, at the press of a button.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/API/Geolocation/getCurrentPosition'],
    host: 'www.dailyrindblog.com',
    path: '/shops',
    html: document(
      'Record shops',
      `<button id="near">Shops near me</button>${FOOT}<script>document.querySelector('#near').onclick = () => navigator.geolocation.getCurrentPosition(() => {}, () => {});</script>`,
    ),
    steps: async ({ page }) => {
      await page.click('#near');
      // The person's answer to the browser's question.
      await page.context().grantPermissions(['geolocation'], { origin: 'https://www.dailyrindblog.com' });
    },
    right: { practices: ['location-look-up'], not: [VISIT, 'fingerprinting', 'demographics'] },
  },
  {
    name: 'own-news-in-json',
    about:
      'A page that fetches its own words, streams them and listens for news of the site itself (fetch, EventSource, beacon to the own host).',
    sources: [
      'https://developer.mozilla.org/en-US/docs/Web/API/Server-sent_events',
      'https://web.dev/articles/vitals-field-measurement-best-practices (own beacon)',
    ],
    host: 'www.sonymusic.ca',
    html: document(
      'Canada',
      `<p id="news"></p>${FOOT}<script>
fetch('/api/news?page=1').then((answer) => answer.json()).then(({ title }) => { document.querySelector('#news').textContent = title; });
addEventListener('load', () => navigator.sendBeacon('/api/vitals', JSON.stringify({ lcp: 1200, path: location.pathname })));
</script>`,
    ),
    serve: { '/api/news': () => json({ title: 'News' }), '/api/vitals': () => html('') },
    right: { practices: [], not: [VISIT, 'collector-in-disguise', 'web-analytics', 'session-recording', 'pixel-tag'] },
  },
];
