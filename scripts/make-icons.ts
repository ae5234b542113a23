/** Draws public/icon/*.png from public/icon.svg with Chromium. Run it after a change of the drawing; the PNGs are kept. */
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';

/** Pixels; those that the stores and the browsers ask for. */
const SIZES = [16, 32, 48, 96, 128];

const svg = readFileSync('public/icon.svg', 'utf8');
mkdirSync('public/icon', { recursive: true });

const { path } = await findChromium();
const browser = await chromium.launch({
  executablePath: path,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
