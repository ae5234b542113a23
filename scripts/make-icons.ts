/**
 * Draws public/icon/*.png with Chromium. Run it after a change of a drawing; the PNGs are kept.
 *
 * One mark, four drawings: public/icon.svg has all of its parts, and at 16, 32 and 48 pixels each part stands on whole pixels,
 * fewer of them the smaller it is. The colours are of middle lightness, so that they show on light toolbars and on dark ones.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../tools/browsers.ts';

const SLEEVE = '#1f7d87';
const VINYL = '#d0922a';
const GROOVE = '#8f5d0e';
const LABEL = '#2a241f';
const LINES = '#fff6e2';

/** On a grid of 16: a sleeve of 10 × 12, a gap of one pixel, half a record of 5 × 12, four lines. */
const small = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <path d="M11 2a6 6 0 0 1 0 12z" fill="${VINYL}" />
  <path d="M11 6a2 2 0 0 1 0 4z" fill="${LABEL}" />
  <path d="M1 2h8a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H1a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z" fill="${SLEEVE}" />
  <path d="M2 5h6v1H2zm0 2h6v1H2zm0 2h6v1H2zm0 2h3v1H2z" fill="${LINES}" />
</svg>`;

/** On a grid of 32: a title above the lines, and one groove. */
const middle = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path d="M21 5a11 11 0 0 1 0 22z" fill="${VINYL}" />
  <path d="M21 9a7 7 0 0 1 0 14v-1a6 6 0 0 0 0-12z" fill="${GROOVE}" />
  <path d="M21 12a4 4 0 0 1 0 8z" fill="${LABEL}" />
  <path d="M1 5h17a1 1 0 0 1 1 1v20a1 1 0 0 1-1 1H1a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z" fill="${SLEEVE}" />
  <path d="M4 9h9v2H4zm0 5h12v1H4zm0 3h11v1H4zm0 3h12v1H4zm0 3h6v1H4z" fill="${LINES}" />
</svg>`;

/** On a grid of 48: the notch for the thumb, two grooves and the hole. */
const roomy = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
  <mask id="beside">
    <path d="M0 0h48v48H0z" fill="#fff" />
    <path d="M2 7h28v12a5 5 0 0 0 0 10v12H2z" stroke="#000" stroke-width="4" />
  </mask>
  <g mask="url(#beside)">
    <circle cx="31" cy="24" r="16" fill="${VINYL}" />
    <g fill="none" stroke="${GROOVE}">
      <circle cx="31" cy="24" r="12.5" />
      <circle cx="31" cy="24" r="9.5" />
    </g>
    <circle cx="31" cy="24" r="6.5" fill="${LABEL}" />
  </g>
  <circle cx="31" cy="24" r="1.5" fill="${LINES}" />
  <path d="M3 7h25a2 2 0 0 1 2 2v10a5 5 0 0 0 0 10v10a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2z" fill="${SLEEVE}" />
  <path d="M6 12h15v3H6zm0 7h18v2H6zm0 5h16v2H6zm0 5h18v2H6zm0 5h10v2H6z" fill="${LINES}" />
</svg>`;

const large = readFileSync('public/icon.svg', 'utf8');

/** Pixels; those that the stores and the browsers ask for. */
const DRAWINGS: readonly (readonly [size: number, drawing: string])[] = [
  [16, small],
  [32, middle],
  [48, roomy],
  [96, large],
  [128, large],
];

mkdirSync('public/icon', { recursive: true });

const { path } = await findChromium();
const browser = await chromium.launch({
  executablePath: path,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const [size, drawing] of DRAWINGS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  writeFileSync(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
