/** Pages that look for whoever watches them, or tell lies about who they are. Each is `/writers/<name>`. */
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
