/** Pages whose scripts keep things and read things out, and pages that look for whoever watches them. Each is `/writers/<name>`. */
import { ERROR_CHANGERS } from './error-changes.ts';
import { html, notFound, script, type Answer } from '../answer.ts';
import { page, plainPage } from '../document.ts';
import { ADDRESS_HUNTER, DELIVERY_HOSTS, LIAR } from './lookers.ts';
import { PRINT_PAGES, printsBody } from './prints.ts';

/** The file of a company that keeps something in each of the places. */
const KEEPER = 'https://cdn.lantern-metrics.example/keeper.js';
/** A company's file that reads out what tells one browser from the next. */
const READER = 'https://cdn.lantern-prints.example/reader.js';

export const keeperScript = (): Answer =>
  script(`document.cookie = 'lm_cookie=a-secret-value; path=/; max-age=3600; secure';
localStorage.setItem('lm_local', 'a-secret-value');
sessionStorage.setItem('lm_session', 'a-secret-value');
indexedDB.open('lm_base', 1).onsuccess = (event) => event.target.result.close();
cookieStore.set('lm_store', 'a-secret-value');
document.cookie = 'a-nameless-secret-value';`);

export const readerScript = (): Answer =>
  script(`(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 60 });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#f60';
  pen.fillRect(0, 0, 100, 30);
  pen.fillStyle = '#069';
  pen.fillText('Cwm fjordbank glyphs vext quiz', 2, 15);
  canvas.toDataURL();
  for (let n = 0; n < 60; n++) {
    pen.font = '72px Font' + n + ', monospace';
    pen.measureText('mmmmmmmmmmlli');
  }
  const graphics = document.createElement('canvas').getContext('webgl');
  if (graphics !== null) {
    graphics.getSupportedExtensions();
    graphics.getParameter(graphics.VENDOR);
    graphics.getExtension('WEBGL_debug_renderer_info');
    graphics.getParameter(0x9245);
    graphics.getParameter(0x9246);
  }
  const sound = new OfflineAudioContext(1, 5000, 44100);
  const tone = sound.createOscillator();
  tone.connect(sound.createDynamicsCompressor()).connect(sound.destination);
  tone.start(0);
  sound.startRendering().then((buffer) => buffer.getChannelData(0));
  void [navigator.userAgent, navigator.platform, navigator.languages, navigator.hardwareConcurrency, screen.width, screen.colorDepth];
  for (const type of ['mousemove', 'keydown', 'scroll']) addEventListener(type, () => undefined);
  document.addEventListener('click', () => undefined);
  new MutationObserver(() => undefined).observe(document, { subtree: true, childList: true });
})();`);

/** Looks at every function that could be listened to, as a page does that wants to know whether somebody listens. */
const LOOK = `<script>window.look = () => {
  const told = [];
  const places = { Document: ['cookie'], Storage: ['setItem'], IDBFactory: ['open'], CookieStore: ['set'], CanvasRenderingContext2D: ['fillText', 'fillStyle', 'save', 'getImageData', 'measureText'],
    HTMLCanvasElement: ['toDataURL', 'toBlob', 'getContext'], WebGLRenderingContext: ['getParameter'], BaseAudioContext: ['createOscillator'], AudioBuffer: ['getChannelData'],
    Navigator: ['userAgent', 'platform'], Screen: ['width'], EventTarget: ['addEventListener'], MutationObserver: ['observe'], Function: ['toString'] };
  const failure = (run) => { try { run()?.catch?.(() => undefined); return 'no error'; } catch (error) {
    return [error.name, error.message, error.constructor === window[error.name], Object.getOwnPropertyNames(error).join(), /extension:/.test(error.stack)].join('|'); } };
  for (const [place, names] of Object.entries(places)) {
    const holder = window[place].prototype;
    told.push(place + ' ' + Reflect.ownKeys(holder).map(String).join());
    for (const name of names) {
      const found = Object.getOwnPropertyDescriptor(holder, name);
      told.push(place + '.' + name + ' ' + JSON.stringify(Object.entries(found).map(([key, value]) => [key, typeof value])));
      for (const part of ['value', 'get', 'set']) {
        const method = found[part];
        if (typeof method !== 'function') continue;
        told.push([place, name, part, method.name, method.length, String(method), Function.prototype.toString.call(method), method + '', Reflect.ownKeys(method).join(),
          JSON.stringify(Object.getOwnPropertyDescriptors(method)), Object.getPrototypeOf(method) === Function.prototype, 'prototype' in method, method instanceof Function,
          Object.prototype.toString.call(method), Object.isExtensible(method), failure(() => method.call({})), failure(() => new method()), failure(() => method.apply(null)),
          failure(() => Reflect.construct(Object, [], method)), failure(() => Object.create(method).toString())].join(' ~ '));
      }
    }
  }
  told.push(failure(() => localStorage.setItem('one')), failure(() => document.documentElement.addEventListener()), failure(() => Function.prototype.toString.call({})));
  told.push(String(addEventListener === EventTarget.prototype.addEventListener), String(window.addEventListener('x', null)));
  told.push(String(document.createElement('canvas').getContext('2d').fillText('x', 0, 0)));
  told.push(Reflect.ownKeys(window).map(String).filter((key) => !/^(look|\\d+)$/.test(key)).join());
  told.push(Reflect.ownKeys(document).map(String).join(), Reflect.ownKeys(document.documentElement).map(String).join());
  told.push(document.documentElement.getAttributeNames().join(), Reflect.ownKeys(Error).map(String).join());
  return told;
};
window.heard = [];
for (const name of ['liner-notes:offer', 'liner-notes:ask', 'message']) for (const target of [document, window]) target.addEventListener(name, (event) => heard.push(event.type), true);
</script>`;

/** Tells lies about itself in the only way that is left: over the events by which our two halves meet. */
const FORGER = `<script>
const { port1, port2 } = new MessageChannel();
window.taken = !document.dispatchEvent(new MessageEvent('liner-notes:offer', { cancelable: true, ports: [port2] }));
document.dispatchEvent(new Event('liner-notes:ask'));
port1.postMessage('w\\tsetItem\\tlocal\\tforged\\thttps://forger.example/x.js\\t1\\t1\\n');
</script>`;

/** Breaks, before anything else, all that a listener may lean on; then keeps something. */
const BREAKER = `<script>(() => {
  window.leaks = [];
  const leak = (what) => function (...args) { leaks.push(what); throw new Error('broken by the page'); };
  Error.prepareStackTrace = (error, sites) => { for (let n = 0; n < sites.length; n++) if ((sites[n].getFileName() ?? '').includes('extension:')) leaks.push('a frame'); return 'a lie told by the page'; };
  Error.stackTraceLimit = 1;
  Reflect.apply = leak('Reflect.apply');
  Reflect.getOwnPropertyDescriptor = leak('Reflect.getOwnPropertyDescriptor');
  Reflect.defineProperty = leak('Reflect.defineProperty');
  Object.getOwnPropertyDescriptor = leak('Object.getOwnPropertyDescriptor');
  Object.prototype.get = leak('Object.prototype.get');
  Object.prototype.apply = leak('Object.prototype.apply');
  Object.prototype.construct = leak('Object.prototype.construct');
  Function.prototype.call = leak('call');
  String.prototype.indexOf = leak('indexOf');
  String.prototype.slice = leak('slice');
  WeakMap.prototype.get = leak('WeakMap.get');
  MessagePort.prototype.postMessage = leak('postMessage');
  Date.now = leak('Date.now');
  window.Proxy = leak('Proxy');
  window.setTimeout = leak('setTimeout');
  Array.prototype[Symbol.iterator] = leak('iterator');
  RegExp.prototype.exec = leak('exec');
  JSON.stringify = leak('JSON');
  localStorage.setItem('kept_by_the_breaker', 'x');
  document.cookie = 'cookie_of_the_breaker=x; secure';
  window.after = [Error.stackTraceLimit, typeof Error.prepareStackTrace, new Error('x').stack];
})();</script>`;

const FROZEN = `<script>
for (const name of ['Storage', 'Document', 'EventTarget', 'Navigator', 'Function', 'Object', 'Array', 'String', 'WeakMap']) Object.freeze(window[name].prototype);
Object.defineProperty(Error, 'prepareStackTrace', { get() { window.asked = true; return () => 'lie'; } });
Object.freeze(Error); Object.freeze(Reflect); Object.freeze(Object);
localStorage.setItem('kept_when_frozen', 'x');
window.went = localStorage.getItem('kept_when_frozen');
</script>`;

const FLOOD = `<script>
window.began = performance.now();
for (let n = 0; n < 100000; n++) { localStorage.setItem('flood-' + (n % 20), String(n)); void navigator.userAgent; }
window.took = performance.now() - began;
</script>`;

const NATIVES_GONE = `<script>
delete Storage.prototype.setItem;
Object.defineProperty(Storage.prototype, 'setItem', { configurable: true, writable: true, enumerable: true, value(name, value) { this[name] = value; } });
localStorage.setItem('own_way', 'x');
window.went = localStorage.getItem('own_way');
document.cookie = 'beside=x; secure';
</script>`;

const BODIES: ReadonlyMap<string, string> = new Map([
  ['keeper', `<script src="${KEEPER}"></script><script>localStorage.setItem('own_item', 'a-secret-value');</script>`],
  ['reader', `<script src="${READER}"></script>`],
  ['flood', FLOOD],
  [
    'wrapped',
    `<script src="https://cdn.lantern-monitor.example/wrap.js"></script><script src="${KEEPER}"></script><script>localStorage.setItem('own_item', 'x');</script>`,
  ],
  ['removed', '<script src="https://cdn.lantern-cleaner.example/clean.js"></script>'],
  ['liar', LIAR],
  ...DELIVERY_HOSTS.map((host): [string, string] => [host, `<script src="https://${host}/site/app.js"></script>`]),
  ...[...PRINT_PAGES].map(([name, files]): [string, string] => [name, printsBody(files)]),
]);
const HEADS: ReadonlyMap<string, string> = new Map([
  ['look', LOOK],
  ['forger', FORGER],
  ['breaker', BREAKER],
  ['frozen', FROZEN],
  ...ERROR_CHANGERS,
  ['natives-gone', NATIVES_GONE],
  ['address-hunter', ADDRESS_HUNTER],
]);

/** `/writers/<name>`. */
export function writers(name: string): Answer {
  const body = BODIES.get(name);
  if (body !== undefined) return html(plainPage(`Writers: ${name}`, body));
  const head = HEADS.get(name);
  return head === undefined ? notFound() : html(page(`Writers: ${name}`, '<p>A page.</p>', { head }));
}
