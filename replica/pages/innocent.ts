/**
 * Pages that do what some practices are told by, for a reason of their own: `/innocent/<name>`. None of those practices must be told
 * of them. When a page has done all it does, it keeps `innocent:done`.
 *
 * Long because: each reason to draw has a page.
 */
import { html, json, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

const DONE = "localStorage.setItem('innocent:done', 'yes');";

const BODIES: Readonly<Record<string, string>> = {
  /** Draws and saves its picture; listens to keys and pointer; tells its own server the score. */
  game: `<canvas id="board" width="320" height="240"></canvas><button id="save">Save the picture</button><p id="score">0</p>
<script>
const board = document.getElementById('board');
const pen = board.getContext('2d');
let x = 20;
function draw() {
  pen.fillStyle = '#16142b';
  pen.fillRect(0, 0, 320, 240);
  pen.save();
  pen.translate(x, 120);
  pen.fillStyle = '#ffb454';
  pen.fillRect(-8, -8, 16, 16);
  pen.restore();
  pen.fillStyle = '#fff';
  pen.fillText('Lanterns lit: ' + x + ' of 1234567890', 8, 16);
}
addEventListener('keydown', () => { x += 4; draw(); });
board.addEventListener('pointermove', ({ offsetX }) => { x = offsetX; draw(); });
const kept = localStorage.getItem('harbour:picture');
if (kept !== null) Object.assign(new Image(), { onload() { pen.drawImage(this, 0, 0); }, src: kept });
document.getElementById('save').addEventListener('click', () => {
  localStorage.setItem('harbour:picture', board.toDataURL());
  navigator.sendBeacon('/innocent/game/score', String(x));
  ${DONE}
});
draw();
</script>`,
  /** Another company's chat. */
  chat: `<p>Questions about the tour?</p><script src="https://widget.lantern-chat.example/chat.js"></script>
<script>addEventListener('submit', () => { ${DONE} });</script>`,
  /** Asks its own server about an e-mail address while it is written. */
  validate: `<form action="/thanks" method="post"><label>E-mail address <input type="email" name="email"></label> <output id="fits"></output><button>Join the newsletter</button></form>
<script>
const field = document.querySelector('[name=email]');
field.addEventListener('input', async () => {
  const answer = await fetch('/innocent/validate/check', { method: 'POST', body: JSON.stringify({ email: field.value }) });
  document.getElementById('fits').textContent = (await answer.json()).fits ? 'looks right' : 'not yet';
  ${DONE}
});
</script>`,
  /** A sleeve in WebGL; like large 3D libraries it asks for the graphics card's name. */
  cover: `<canvas id="cover" width="300" height="300"></canvas>
<script>
const gl = document.getElementById('cover').getContext('webgl');
if (gl !== null) {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const card = names === null ? '' : String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
  gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT);
  const large = gl.getParameter(gl.MAX_TEXTURE_SIZE) > 4096 && navigator.hardwareConcurrency > 2 && !/swiftshader/i.test(card);
  const side = large && !/Mobi/.test(navigator.userAgent) ? 300 * devicePixelRatio : 300;
  Object.assign(gl.canvas, { width: side, height: side });
  gl.clearColor(1, 0.7, 0.3, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
}
${DONE}
</script>`,
  /** Greets in the browser's language. */
  language: `<p id="greeting">Hello</p>
<script>if (navigator.language.startsWith('de')) document.getElementById('greeting').textContent = 'Hallo'; ${DONE}</script>`,
  /** Plays a tone, and draws it as it sounds. */
  player: `<button id="play">Play</button><canvas id="wave" width="320" height="80"></canvas>
<script>
document.getElementById('play').addEventListener('click', () => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const compressor = context.createDynamicsCompressor();
  const analyser = context.createAnalyser();
  tone.connect(compressor).connect(analyser).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.3);
  const heights = new Uint8Array(analyser.frequencyBinCount);
  const pen = document.getElementById('wave').getContext('2d');
  let frames = 0;
  (function draw() {
    analyser.getByteFrequencyData(heights);
    pen.clearRect(0, 0, 320, 80);
    heights.slice(0, 80).forEach((height, i) => pen.fillRect(4 * i, 80 - height / 4, 3, height / 4));
    if (frames++ < 10) requestAnimationFrame(draw);
    else { ${DONE} }
  })();
});
</script>`,
  /** A number on the site's icon. */
  badge: `<link rel="icon" href="/favicon.ico"><button id="mail">New message</button>
<script>
let unread = 0;
function draw() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#16142b'; pen.fillRect(0, 0, 32, 32);
  pen.fillStyle = '#d00'; pen.beginPath(); pen.arc(21, 21, 11, 0, 7); pen.fill();
  pen.font = 'bold 14px Arial'; pen.textAlign = 'center';
  pen.strokeStyle = '#000'; pen.strokeText(unread > 99 ? '99+' : unread, 21, 26);
  pen.fillStyle = '#fff'; pen.fillText(unread > 99 ? '99+' : unread, 21, 26);
  document.querySelector('link[rel=icon]').href = canvas.toDataURL('image/png');
}
for (unread of [1, 23, 456, 7890]) draw();
${DONE}
</script>`,
  /** The test of WordPress: emoji of several characters, one after the other, in the page and off the screen. */
  'emoji-sets': `<script>
function same(canvas) {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.textBaseline = 'top'; pen.font = '600 32px Arial';
  const looks = (text) => { pen.clearRect(0, 0, canvas.width, canvas.height); pen.fillText(text, 0, 0); return new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data); };
  for (const [one, two] of [['\\u{1F3F3}\\uFE0F\\u200D\\u26A7\\uFE0F', '\\u{1F3F3}\\uFE0F\\u200B\\u26A7\\uFE0F'], ['\\u{1F1E8}\\u{1F1F6}', '\\u{1F1E8}\\u200B\\u{1F1F6}'],
    ['\\u{1F3F4}\\u{E0067}\\u{E0062}\\u{E0065}\\u{E006E}\\u{E0067}\\u{E007F}', '\\u{1F3F4}\\u200B\\u{E0067}\\u200B\\u{E0062}\\u200B\\u{E0065}\\u200B\\u{E006E}\\u200B\\u{E0067}\\u200B\\u{E007F}'], ['\\u{1F426}\\u200D\\u2B1B', '\\u{1F426}\\u200B\\u2B1B']]) { const first = looks(one), second = looks(two); first.every((point, at) => point === second[at]); }
}
same(document.createElement('canvas'));
same(new OffscreenCanvas(300, 150));
// Another one, which draws the emoji in two colours: where both look alike, it is a picture.
const pen = Object.assign(document.createElement('canvas'), { width: 40, height: 25 }).getContext('2d');
for (const emoji of ['\\u{1F600}', '\\u{1F3EE}', '\\u{1FAE0}']) {
  pen.clearRect(0, 0, 40, 25);
  pen.fillStyle = '#FF0000'; pen.fillText(emoji, 0, 22);
  pen.fillStyle = '#0000FF'; pen.fillText(emoji, 20, 22);
  pen.getImageData(0, 0, 20, 25);
}
${DONE}
</script>`,
  /** A ticket as a code of squares, to be kept. */
  code: `<canvas id="code" width="210" height="210"></canvas>
<script>
const pen = document.getElementById('code').getContext('2d');
pen.fillStyle = '#fff'; pen.fillRect(0, 0, 210, 210);
for (let at = 0; at < 441; at++) { pen.fillStyle = at * 7919 % 5 < 2 ? '#000' : '#fff'; pen.fillRect(at % 21 * 10, Math.floor(at / 21) * 10, 10, 10); }
document.body.append(Object.assign(new Image(), { src: pen.canvas.toDataURL() }));
${DONE}
</script>`,
  /** A name that is signed by hand, and typed below. */
  signature: `<canvas id="pad" width="300" height="120"></canvas><button id="sign">Sign</button>
<script>
const pad = document.getElementById('pad'), pen = pad.getContext('2d');
let down = false;
pad.onpointerdown = () => { down = true; pen.beginPath(); };
pad.onpointermove = ({ offsetX, offsetY }) => { if (down) { pen.lineTo(offsetX, offsetY); pen.stroke(); } };
pad.onpointerup = () => { down = false; };
document.getElementById('sign').onclick = () => { pen.fillText('Signed by Lantern Fan on 26 November 2026', 8, 110); window.signed = pad.toDataURL(); ${DONE} };
</script>`,
  /** A chart with names and numbers in two colours, that can be saved. */
  chart: `<canvas id="chart" width="400" height="200"></canvas><button id="save">Save the chart</button>
<script>
const pen = document.getElementById('chart').getContext('2d');
['January', 'February', 'March', 'April'].forEach((month, at) => {
  pen.fillStyle = '#d4a017'; pen.fillRect(20 + at * 90, 160 - at * 30, 40, at * 30);
  pen.fillStyle = '#333'; pen.fillText(month, 20 + at * 90, 180);
  pen.fillStyle = '#777'; pen.fillText(1000 + at * 2345, 20 + at * 90, 150 - at * 30);
});
document.getElementById('save').onclick = () => { window.saved = pen.canvas.toDataURL(); ${DONE} };
</script>`,
  /** A photo gets a line of words, and is made anew in full size to be saved. */
  photo: `<canvas id="photo" width="200" height="150"></canvas><button id="save">Save the photo</button>
<script>
const picture = Object.assign(new Image(), { src: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="200" height="150"><rect width="200" height="150" fill="teal"/></svg>' });
picture.onload = () => document.getElementById('photo').getContext('2d').drawImage(picture, 0, 0);
document.getElementById('save').onclick = () => {
  const whole = Object.assign(document.createElement('canvas'), { width: 800, height: 600 }), pen = whole.getContext('2d');
  pen.drawImage(picture, 0, 0, 800, 600);
  pen.fillStyle = '#fff'; pen.font = '40px serif'; pen.fillText('Greetings from the harbour concert, 1987', 20, 560);
  whole.toBlob(() => { ${DONE} });
};
</script>`,
  /** Six signs that a machine reads badly. */
  captcha: `<canvas id="signs" width="160" height="50"></canvas><input aria-label="The signs">
<script>
const pen = document.getElementById('signs').getContext('2d');
[...'K7mQ2x'].forEach((sign, at) => { pen.setTransform(1, at % 2 / 5, -at % 3 / 5, 1, 15 + at * 22, 30); pen.fillStyle = 'hsl(' + at * 60 + ' 60% 40%)'; pen.fillText(sign, 0, 0); });
${DONE}
</script>`,
  /** The chief colours of a sleeve. */
  colours: `<p id="band">Paper Lanterns</p>
<script>
const sleeve = Object.assign(new Image(), { src: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="orange"/></svg>' });
sleeve.onload = () => {
  const pen = Object.assign(document.createElement('canvas'), { width: 64, height: 64 }).getContext('2d');
  pen.drawImage(sleeve, 0, 0);
  const [red, green, blue] = pen.getImageData(0, 0, 64, 64).data;
  document.getElementById('band').style.color = 'rgb(' + [red, green, blue] + ')';
  ${DONE}
};
</script>`,
  /** Whether a font is there yet, and how large a headline may be; and what a browser can do, as many libraries ask. */
  fonts: `<h2 id="headline">A headline that fits</h2>
<script>
const pen = document.createElement('canvas').getContext('2d');
for (const family of ['serif', 'sans-serif', 'monospace', 'Lantern Sans', 'Lantern Serif']) { pen.font = '40px ' + family; pen.measureText('giItT1WQy@!-/#'); }
for (let size = 120; size > 20; size--) { pen.font = size + 'px serif'; if (pen.measureText('A headline that fits').width < 0) break; }
const can = document.createElement('canvas');
can.getContext('2d').fillText('\\u{1F428}', 0, 0);
void [can.getContext('2d').getImageData(12, 12, 1, 1), can.toDataURL('image/webp').indexOf('data:image/webp'), 'geolocation' in navigator, navigator.maxTouchPoints, navigator.cookieEnabled, navigator.userAgent, screen.width];
const gl = document.createElement('canvas').getContext('webgl');
gl?.getSupportedExtensions();
${DONE}
</script>`,
  /** Looks whether the browser can draw an emoji, as many blogs do. */
  emoji: `<p id="emoji"></p>
<script>
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
pen.textBaseline = 'top';
pen.font = '600 32px Arial';
pen.fillText('\\u{1F3EE}', 0, 0);
document.getElementById('emoji').textContent = pen.getImageData(16, 16, 16, 16).data.some((value) => value !== 0) ? '\\u{1F3EE}' : 'a lantern';
${DONE}
</script>`,
};

/** `name`: what follows `/innocent/`; null where there is no such page. */
export function innocent(name: string): Answer | null {
  if (name === 'validate/check') return json({ fits: true });
  if (name === 'game/score') return json({});
  const body = Object.hasOwn(BODIES, name) ? BODIES[name] : undefined;
  return body === undefined ? null : html(plainPage(`An innocent page: ${name}`, body));
}
