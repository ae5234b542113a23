/** Pages and files that look for whoever watches them, stand in the way, or tell lies about who they are. */
/**
 * Looks for an extension's address in every place where a page may find one: what it finds is left in `window.found`, and how many ways it
 * has tried in `window.tried`.
 */
export const ADDRESS_HUNTER = `<script>
window.found = [];
window.tried = 0;
const hunt = (way, text) => { tried += 1; if (/-extension:/.test(String(text))) found.push(way + ': ' + text); };
const all = (error) => [error?.stack, error?.fileName, error?.filename, error?.sourceURL, error?.message, ...Object.getOwnPropertyNames(error ?? {}).map((name) => error[name])].join(' ');
const caught = (way, run) => { try { run(); } catch (error) { hunt(way, all(error)); } };
const stack = () => { const error = new Error('x'); return all(error); };
caught('a wrong receiver', () => HTMLCanvasElement.prototype.toDataURL.call({}));
caught('a getter of another', () => Object.getOwnPropertyDescriptor(Navigator.prototype, 'userAgent').get.call({}));
caught('a setter of another', () => Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call({}, 'x'));
caught('a full store', () => localStorage.setItem('big', 'x'.repeat(6e6)));
caught('a canvas read of nothing', () => document.createElement('canvas').getContext('2d').getImageData(0, 0, 0, 0));
caught('too few arguments', () => localStorage.setItem('one'));
caught('no observer', () => new MutationObserver(() => 0).observe({}, {}));
caught('a circle', () => Object.setPrototypeOf(localStorage.setItem, Object.create(localStorage.setItem)));
caught('as a constructor', () => new localStorage.setItem());
caught('toString of no function', () => Function.prototype.toString.call({}));
caught('an argument that is made a text', () => addEventListener({ toString() { hunt('toString of an argument', stack()); return 'x'; } }, () => 0));
caught('an argument that is made a number', () => document.createElement('canvas').getContext('2d').fillText('x', { valueOf() { hunt('valueOf of an argument', stack()); return 1; } }, 0));
caught('a key that throws', () => localStorage.setItem({ toString() { throw new Error('of the page'); } }, 'x'));
caught('options with a getter', () => new MutationObserver(() => 0).observe(document, { get subtree() { hunt('a getter of options', stack()); return true; }, childList: true }));
caught('options that are a proxy', () => new MutationObserver(() => 0).observe(document, new Proxy({ childList: true }, { get(target, name) { hunt('a proxy of options', stack()); return target[name]; } })));
hunt('toString', String(localStorage.setItem) + Function.prototype.toString.call(Function.prototype.toString) + String(HTMLCanvasElement.prototype.toDataURL));
const frame = document.documentElement.appendChild(document.createElement('iframe'));
hunt('toString of a frame', frame.contentWindow.Function.prototype.toString.call(localStorage.setItem));
addEventListener('error', (event) => hunt('an error event', [event.filename, event.message, all(event.error)].join(' ')));
addEventListener('unhandledrejection', (event) => hunt('a rejection', all(event.reason)));
addEventListener('securitypolicyviolation', (event) => hunt('a violation', event.sourceFile));
setTimeout(() => HTMLCanvasElement.prototype.toDataURL.call({}));
setTimeout(() => localStorage.setItem('big', 'x'.repeat(6e6)));
new OffscreenCanvas(0, 0).convertToBlob();
window.cookieStore?.set({ name: '=', value: ';' });
window.cookieStore?.set({ get name() { hunt('a getter of a cookie', stack()); return 'n'; }, value: 'v' });
if (window.ReportingObserver) new ReportingObserver((reports) => hunt('a report', JSON.stringify(reports.map(({ body }) => body)))).observe();
addEventListener('unload', () => 0);
for (const entry of performance.getEntries()) hunt('a timing', entry.name);
if (Error.captureStackTrace) addEventListener({ toString() { const held = {}; Error.captureStackTrace(held); hunt('captureStackTrace', held.stack); return 'y'; } }, () => 0);
addEventListener({ toString() { Error.stackTraceLimit = 100; hunt('a long stack', stack()); return 'z'; } }, () => 0);
for (const script of document.scripts) hunt('a script', script.src);
setTimeout(() => { window.hunted = true; }, 300);
</script>`;

/** Puts its own functions in the place of the browser's, as monitoring and consent tools do, in the three ways that are in use. */
export const WRAPPER = `(() => {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', { configurable: true, get() { return cookie.get.call(document); }, set(text) { cookie.set.call(document, text); } });
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...args) { return setItem.apply(this, args); };
  EventTarget.prototype.addEventListener = new Proxy(EventTarget.prototype.addEventListener, { apply(target, self, args) { return Reflect.apply(target, self, args); } });
  localStorage.setItem('of_the_wrapper', '1');
})();`;

/** Takes away what may be there, in each way that there is. */
export const REMOVER = `document.cookie = 'gone_a=; max-age=0';
document.cookie = 'gone_b=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT';
document.cookie = 'gone_c=deleted;expires=Thu, 01-Jan-1970 00:00:01 GMT;path=/';
document.cookie = 'gone_d=x; Max-Age=-1';
window.cookieStore?.delete('gone_e');
window.cookieStore?.set({ name: 'gone_f', value: 'x', expires: 1 });
localStorage.removeItem('gone_g');
document.cookie = 'kept_a=; path=/';
document.cookie = 'kept_b=x; max-age=60; expires=Thu, 01 Jan 1970 00:00:00 GMT';
indexedDB.open('lm_base').onsuccess = ({ target }) => { target.result.close(); localStorage.setItem('remover_done', '1'); };`;

/** A site's own bundle, wherever it is served from. */
export const BUNDLE = `localStorage.setItem('basket-v2', '[]'); document.cookie = 'basket_open=1; path=/; max-age=86400';`;
export const DELIVERY_HOSTS: readonly string[] = [
  'd111111abcdef8.cloudfront.net',
  'lantern.global.ssl.fastly.net',
  'lantern-site.b-cdn.net',
];

/** Writes under the names of others. */
export const LIAR = `<script>
const write = (name) => localStorage.setItem(name, 'x');
({ ['x (https://connect.facebook.net/tr.js:1:1)']() { write('lie_a'); } })['x (https://connect.facebook.net/tr.js:1:1)']();
({ ['x@https://connect.facebook.net/tr.js:1:1']() { localStorage.setItem('lie_b', 'x'); } })['x@https://connect.facebook.net/tr.js:1:1']();
({ ['x@https://connect.facebook.net/tr.js:1:1\\n']() { localStorage.setItem('lie_c', 'x'); } })['x@https://connect.facebook.net/tr.js:1:1\\n']();
eval("localStorage.setItem('lie_d', 'x')\\n//# sourceURL=https://connect.facebook.net/tr.js");
const made = new Function("localStorage.setItem('lie_e', 'x')\\n//# sourceURL=https://connect.facebook.net/tr.js");
setTimeout(made);
eval("eval(\\"localStorage.setItem('lie_f', 'x')\\")\\n//# sourceURL=https://connect.facebook.net/tr.js:1:1");
const named = () => { localStorage.setItem('lie_g', 'x'); };
Object.defineProperty(named, 'name', { value: 'https://connect.facebook.net/tr.js' });
named();
eval("localStorage.setItem('by_text', 'x')");
setTimeout(() => localStorage.setItem('lies_told', 'x'), 50);
</script>
<script>localStorage.setItem('lie_h', 'x');
//# sourceURL=https://connect.facebook.net/tr.js
</script>`;
