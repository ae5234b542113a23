/**
 * Companies whose scripts read the browser out or listen to the visitor. The code is ours: the least of what such scripts are
 * known to do. They keep what they read, and send nothing of it.
 */
import { script, type Answer, type SiteRequest } from '../answer.ts';

/** What fingerprinting scripts read, part by part, by one file. */
const FINGERPRINT = `(() => {
  const parts = [];
  function canvas() {
    const board = Object.assign(document.createElement('canvas'), { width: 240, height: 60 });
    const pen = board.getContext('2d');
    pen.textBaseline = 'alphabetic';
    pen.fillStyle = '#f60';
    pen.fillRect(100, 1, 62, 20);
    pen.font = '11pt Arial';
    pen.fillStyle = '#069';
    pen.fillText('Lanterns of quiet harbours, 1234567890', 2, 15);
    pen.fillStyle = 'rgba(102, 204, 0, 0.7)';
    pen.fillText('Lanterns of quiet harbours, 1234567890', 4, 45);
    parts.push(board.toDataURL().length);
  }
  function fonts() {
    const pen = document.createElement('canvas').getContext('2d');
    for (let i = 0; i < 60; i++) {
      pen.font = '72px "Lantern ' + i + '", monospace';
      parts.push(pen.measureText('mmmmmmmmmmlli').width);
    }
  }
  function webgl() {
    const gl = document.createElement('canvas').getContext('webgl');
    if (gl === null) return;
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    if (names !== null) parts.push(gl.getParameter(names.UNMASKED_VENDOR_WEBGL), gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
    for (const name of ['VERSION', 'MAX_TEXTURE_SIZE', 'MAX_VIEWPORT_DIMS', 'RED_BITS', 'DEPTH_BITS', 'MAX_VARYING_VECTORS']) parts.push(gl.getParameter(gl[name]));
    parts.push(gl.getSupportedExtensions(), gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT).precision);
  }
  async function audio() {
    const context = new OfflineAudioContext(1, 5000, 44100);
    const tone = context.createOscillator();
    const compressor = context.createDynamicsCompressor();
    tone.type = 'triangle';
    tone.frequency.value = 10000;
    tone.connect(compressor);
    compressor.connect(context.destination);
    tone.start(0);
    const rendered = await context.startRendering();
    parts.push(rendered.getChannelData(0).slice(4500).reduce((sum, value) => sum + Math.abs(value), 0));
  }
  function browser() {
    for (const name of ['userAgent', 'language', 'languages', 'platform', 'vendor', 'hardwareConcurrency', 'deviceMemory', 'maxTouchPoints', 'cookieEnabled', 'pdfViewerEnabled', 'plugins']) parts.push(navigator[name]);
    for (const name of ['width', 'height', 'availWidth', 'availHeight', 'colorDepth']) parts.push(screen[name]);
  }
  canvas();
  fonts();
  webgl();
  browser();
  audio().then(() => { document.documentElement.dataset.parts = String(parts.length); });
})();`;

/** A recorder that no list knows: all that a visitor does, the changes of the page, and a report every two seconds. */
const RECORDER = `(() => {
  let events = [];
  const note = ({ type }) => { events.push(type); };
  for (const type of ['mousemove', 'mousedown', 'mouseup', 'click', 'touchstart', 'touchend', 'keydown', 'input', 'change', 'scroll', 'focus', 'blur']) document.addEventListener(type, note, { capture: true, passive: true });
  addEventListener('resize', note);
  new MutationObserver((changes) => { events.push(changes.length); }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  setInterval(() => {
    navigator.sendBeacon('https://in.lantern-replay.example/events', JSON.stringify({ count: events.length }));
    events = [];
  }, 2000);
})();`;

/** A chat in a corner of the page. It sends what was written when the person sends it, and not before. */
const CHAT = `addEventListener('DOMContentLoaded', () => {
  document.body.insertAdjacentHTML('beforeend', '<section aria-label="Chat"><ol id="chat-lines"></ol><form id="chat"><label>Write to us <input name="message" autocomplete="off"></label><button>Send</button></form></section>');
  const form = document.getElementById('chat');
  const lines = document.getElementById('chat-lines');
  new MutationObserver(() => { lines.lastElementChild?.scrollIntoView(); }).observe(lines, { childList: true });
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') form.reset(); });
  form.addEventListener('input', () => { form.classList.toggle('writing', form.elements.message.value !== ''); });
  form.addEventListener('pointerdown', () => { form.elements.message.focus(); });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const message = form.elements.message.value;
    fetch('https://talk.lantern-chat.example/messages', { method: 'POST', mode: 'no-cors', body: message });
    lines.append(Object.assign(document.createElement('li'), { textContent: message }));
    form.reset();
  });
});`;

type Stub = (request: SiteRequest) => Answer | null;

/** By host, as in companies.ts. */
export const READ_OUT_STUBS: readonly (readonly [host: string, stub: Stub])[] = [
  ['fpnpmcdn.net', ({ path }) => (path.endsWith('/agent.js') ? script(FINGERPRINT) : null)],
  ['cdn.lantern-replay.example', ({ path }) => (path.endsWith('/recorder.js') ? script(RECORDER) : null)],
  ['widget.lantern-chat.example', ({ path }) => (path.endsWith('/chat.js') ? script(CHAT) : null)],
];
