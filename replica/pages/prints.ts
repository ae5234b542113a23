/**
 * Files that draw and read: those that make a fingerprint by the papers' rules, and those that come near and make none. Each is a script
 * of its own, by the name of its file.
 */
import { script, type Answer } from '../answer.ts';

const CANVAS = `const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 60 });
const pen = canvas.getContext('2d');
const glyphs = 'Lantern glyphs 0123456789 jumpy wizard';`;

/** Each of these makes a fingerprint. */
export const PRINTS: Readonly<Record<string, string>> = {
  'off-screen': `const pen = new OffscreenCanvas(240, 60).getContext('2d');
pen.fillStyle = '#f60'; pen.fillRect(125, 1, 62, 20); pen.fillStyle = '#069'; pen.font = '11pt Arial';
pen.fillText('Lantern glyphs 0123456789 jumpy wizard', 2, 15); pen.canvas.convertToBlob();`,
  blob: `${CANVAS} pen.fillText(glyphs, 2, 15); canvas.toBlob(() => 0);`,
  'image-data': `${CANVAS} pen.strokeText(glyphs, 2, 15); pen.getImageData(0, 0, 240, 60);`,
  backwards: `${CANVAS} pen.fillText(glyphs, 2, 15); pen.getImageData(240, 60, -240, -60);`,
  bitmap: `${CANVAS} const hidden = new OffscreenCanvas(240, 60); hidden.getContext('2d').fillText(glyphs, 2, 15);
canvas.width = 240; const other = document.createElement('canvas'); Object.assign(other, { width: 240, height: 60 });
other.getContext('bitmaprenderer').transferFromImageBitmap(hidden.transferToImageBitmap()); other.toDataURL();`,
  copy: `${CANVAS} pen.fillText(glyphs, 2, 15); const other = document.createElement('canvas');
other.getContext('2d').drawImage(canvas, 0, 0); other.getContext('2d').getImageData(0, 0, 240, 60);`,
  'two-colours': `${CANVAS} pen.fillStyle = '#069'; pen.fillText('Lantern', 2, 15); pen.fillStyle = 'rgba(102, 204, 0, 0.7)'; pen.fillText('Lantern', 4, 17); canvas.toDataURL();`,
  'beside-a-chart': `${CANVAS} const chart = Object.assign(document.createElement('canvas'), { width: 800, height: 600 }).getContext('2d');
chart.save(); chart.fillText('Sales of 1234567890 records', 9, 9); chart.restore(); chart.canvas.toDataURL();
pen.fillText(glyphs, 2, 15); canvas.toDataURL();`,
  'in-the-page': `${CANVAS} document.body.append(canvas); pen.fillText(glyphs, 2, 15); canvas.toDataURL();`,
  'made-from-text': `eval("${CANVAS.replaceAll('\n', ' ')} pen.fillText(glyphs, 2, 15); canvas.toDataURL();");`,
  fonts: `${CANVAS} for (let n = 0; n < 60; n++) { pen.font = '72px Font' + n + ', monospace'; pen.measureText('mmmmmmmmmmlli'); }`,
  'after-much': `${CANVAS} for (let n = 0; n < 400; n++) { const other = document.createElement('canvas').getContext('2d'); other.fillText('label', 0, 9); other.measureText('label'); }
pen.fillText(glyphs, 2, 15); canvas.toDataURL();`,
};

/** None of these does. */
export const NO_PRINTS: Readonly<Record<string, string>> = {
  'photo-and-glyph': `const photo = Object.assign(document.createElement('canvas'), { width: 800, height: 600 }); photo.getContext('2d').fillRect(0, 0, 9, 9); photo.toDataURL();
const small = Object.assign(document.createElement('canvas'), { width: 10, height: 10 }); small.getContext('2d').fillText('Lantern glyphs 01234', 0, 9); small.toDataURL();`,
  fills: `${CANVAS} for (const colour of ['#f60', '#069', '#0f0']) { pen.fillStyle = colour; pen.fillRect(0, 0, 9, 9); } pen.fillText('Go', 2, 15); canvas.toDataURL();`,
  fit: `${CANVAS} for (let size = 100; size > 10; size--) { pen.font = size + 'px Arial'; pen.measureText('A headline'); }`,
  layout: `${CANVAS} for (let n = 0; n < 60; n++) { pen.font = '16px Font' + n; pen.measureText('Name of font ' + n); }`,
  lossy: `${CANVAS} pen.fillText(glyphs, 2, 15); canvas.toDataURL('image/jpeg', 0.8); canvas.toBlob(() => 0, 'image/webp');`,
  'of-another': `for (const canvas of document.querySelectorAll('canvas')) canvas.toDataURL();`,
  glyphs: `const pen = Object.assign(document.createElement('canvas'), { width: 48, height: 48 }).getContext('2d');
for (const sign of 'abcdefghijklmnopqrstuvwxyz') { pen.clearRect(0, 0, 48, 48); pen.fillText(sign, 9, 24); pen.getImageData(4, 4, 32, 32); }`,
  'saved-later': `${CANVAS} pen.fillText(glyphs, 2, 15); canvas.toDataURL(); pen.save();`,
  listened: `${CANVAS} pen.fillText(glyphs, 2, 15); canvas.addEventListener('click', () => 0); canvas.toDataURL();`,
  badge: `const pen = Object.assign(document.createElement('canvas'), { width: 32, height: 32 }).getContext('2d');
pen.fillStyle = '#d00'; pen.arc(20, 20, 12, 0, 7); pen.fill(); pen.fillStyle = '#fff'; pen.strokeStyle = '#000'; pen.strokeText('12', 14, 24); pen.fillText('12', 14, 24); pen.canvas.toDataURL();`,
  corner: `${CANVAS} pen.fillText(glyphs, 2, 15); pen.getImageData(0, 0, 15, 60); pen.getImageData(0, 0, 240, 1);`,
};

/** Each file has a host of its own, as files of one company count together. */
export const printHost = (name: string): string => `${name}.lantern-beacon.example`;
export const PRINT_NAMES: readonly string[] = Object.keys(PRINTS);
/** A visit has room for some of them at once. */
const HALF = Math.ceil(PRINT_NAMES.length / 2);
export const PRINT_PAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['prints', PRINT_NAMES.slice(0, HALF)],
  ['more-prints', PRINT_NAMES.slice(HALF)],
  ['no-prints', Object.keys(NO_PRINTS)],
]);

/** What each host hands out. */
export const printStubs = (): readonly (readonly [string, () => Answer])[] =>
  Object.entries({ ...PRINTS, ...NO_PRINTS }).map(([name, code]) => [
    printHost(name),
    () => script(`(() => { ${code} })();`),
  ]);

/** A page with some of them. What the page itself has drawn stands in it, too. */
export const printsBody = (names: readonly string[]): string =>
  `<canvas width="240" height="60"></canvas><script>document.querySelector('canvas').getContext('2d').fillText('Drawn by the page 0123456789', 2, 15);</script>${names
    .map((name) => `<script src="https://${printHost(name)}/fp.js"></script>`)
    .join('')}`;
