/**
 * Pages that do what some practices are told by, for a reason of their own: `/innocent/<name>`. None of those practices must be told
 * of them. When a page has done all it does, it keeps `innocent:done`.
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
