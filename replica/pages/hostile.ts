/** Pages that would harm a careless observer. Each is `/hostile/<name>`. */
import { html, notFound, type Answer } from '../answer.ts';
import { page, plainPage } from '../document.ts';

const TRACKER = '<img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=PageView">';

/** Everything that a script may want to use is broken before anything else runs. */
const BROKEN_BUILT_INS = `<script>(() => {
  const broken = () => { throw new Error('broken by the page'); };
  const lies = () => 'a lie told by the page';
  Array.prototype.map = broken;
  Array.prototype.forEach = broken;
  JSON.stringify = lies;
  JSON.parse = broken;
  Object.entries = broken;
  Map.prototype.set = broken;
  Map.prototype.get = lies;
  window.Map = broken;
  window.fetch = broken;
  window.PerformanceObserver = function () { throw new Error('broken by the page'); };
  performance.getEntriesByType = broken;
  history.pushState = broken;
  history.replaceState = broken;
  Storage.prototype.getItem = broken;
  Storage.prototype.key = broken;
  Document.prototype.querySelectorAll = broken;
  Element.prototype.querySelectorAll = broken;
  window.MutationObserver = broken;
  String.prototype.split = lies;
  Object.defineProperty = broken;
})();</script>`;

const MARKUP = '<script>document.title="run"</script>';
const IMAGE_MARKUP = '<img src=x onerror=document.title="run">';

/** Names made of markup and of words that are properties of every object. */
const NAMES_SCRIPT = `<script>
const names = ${JSON.stringify([MARKUP, IMAGE_MARKUP, '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u202egpj.exe', ' '.repeat(200), 'x'.repeat(5000)]).replaceAll('<', '\\u003c')};
for (const name of names) { localStorage.setItem(name, 'value of ' + name.slice(0, 20)); sessionStorage.setItem(name, name); }
document.cookie = '__proto__=polluted; path=/hostile; secure';
document.cookie = 'constructor=polluted; path=/hostile; secure';
</script>`;

/** Fields whose names hide the form's own properties, and elements whose names hide the document's. */
const CLOBBERED = `<form action="/thanks" method="post">
${[
  'action',
  'method',
  'elements',
  'id',
  'name',
  'attributes',
  'getAttribute',
  'querySelectorAll',
  'closest',
  'ownerDocument',
  'tagName',
  'parentNode',
  'length',
  'nodeType',
]
  .map((name) => `<input name="${name}" value="">`)
  .join('\n')}
<label>E-mail address<input type="email" name="email"></label><button>Sign up for the newsletter</button></form>
${['querySelectorAll', 'forms', 'links', 'body', 'cookie', 'createTreeWalker', 'documentElement', 'scripts']
  .map((name) => `<img alt="" name="${name}" src="/pixel.gif"><form name="${name}"></form>`)
  .join('\n')}`;

const THROWING_FIELDS = `<form id="trap" action="/thanks" method="post"><label>E-mail address<input type="email" name="email"></label>
<label>Mobile number<input type="tel" name="mobile"></label><button>Sign up for the newsletter</button></form>
<script>
for (const field of document.querySelectorAll('#trap input')) {
  for (const property of ['name', 'type', 'value', 'form', 'labels', 'autocomplete', 'id', 'placeholder']) {
    Object.defineProperty(field, property, { get() { throw new Error('this field throws'); } });
  }
}
Object.defineProperty(document.getElementById('trap'), 'action', { get() { throw new Error('this form throws'); } });
customElements.define('throwing-field', class extends HTMLElement {
  static observedAttributes = ['name'];
  get name() { throw new Error('this element throws'); }
  attributeChangedCallback() { throw new Error('this element throws'); }
});
document.getElementById('trap').append(document.createElement('throwing-field'));
</script>`;

const BODIES: ReadonlyMap<string, string> = new Map([
  ['prototypes', TRACKER],
  [
    'many-keys',
    `<script>for (let n = 0; n < 10000; n++) localStorage.setItem('key-' + n, String(n));</script>${TRACKER}`,
  ],
  // Chromium keeps 5,242,880 code units for an origin, names counted: this takes almost all of them.
  ['huge-value', `<script>localStorage.setItem('huge', 'h'.repeat(5_200_000));</script>${TRACKER}`],
  [
    'names',
    `${NAMES_SCRIPT}<form action="/thanks"><input name="${MARKUP.replaceAll('"', '&quot;')}"><input name="__proto__"><input type="email" name="email"><button>Subscribe to the newsletter</button></form>
<p><a href="https://en.wikipedia.org/wiki/Lantern">${IMAGE_MARKUP.replaceAll('<', '&lt;')}</a></p>${TRACKER}`,
  ],
  [
    'flood',
    `<p>Two hundred requests a second, to hosts that never end.</p><script>
let sent = 0;
setInterval(() => { for (let n = 0; n < 10; n++) new Image().src = 'https://h' + (sent++ % 500) + '.doubleclick.net/flood/' + sent + '.gif'; }, 50);
</script>`,
  ],
  ['form', THROWING_FIELDS],
  ['clobbered', CLOBBERED],
]);

/** `/hostile/<name>`. */
export function hostile(name: string): Answer {
  const body = BODIES.get(name);
  if (body === undefined) return notFound();
  if (name === 'prototypes') return html(page('Hostile: prototypes', body, { head: BROKEN_BUILT_INS }));
  return html(plainPage(`Hostile: ${name}`, body));
}
