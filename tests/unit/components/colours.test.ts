import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const lightColours = colours(light);
const themes = { light: lightColours, dark: new Map([...lightColours, ...colours(dark)]) };
const TEXT = [
  ...['ink', 'ink-soft', 'link'].flatMap((ink) => ['paper', 'sheet', 'sheet-sunk'].map((ground) => [ink, ground])),
  ...['stated', 'stated-in-general', 'not-found', 'cannot-tell'].map((label) => [label, `${label}-ground`]),
  ...['sleeve', 'sleeve-deep'].flatMap((ground) => ['on-sleeve', 'on-sleeve-soft'].map((ink) => [ink, ground])),
  ['on-button', 'button'],
  ['on-button', 'button-hover'],
];
const EDGES = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
  ['focus', 'sheet-sunk'],
  ['button', 'paper'],
  ['button', 'sheet'],
];

describe.each(Object.entries(themes))('%s', (_theme, palette) => {
  const ratio = ([a = '', b = '']: readonly string[]): number => contrast(palette.get(a) ?? '', palette.get(b) ?? '');

  it.each(TEXT)('%s on %s can be read', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('%s on %s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
  it('has no red: no label shouts', () => {
    const red = [...palette].filter(([, colour]) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      return r > 120 && g < r * 0.45 && b < r * 0.45;
    });
    expect(red).toEqual([]);
  });
});

describe('measures', () => {
  const sheets = [
    ...readdirSync('components')
      .filter((file) => /\.(css|svelte)$/.test(file))
      .map((file) => `components/${file}`),
    'entrypoints/popup/popup.css',
  ];
  it.each(sheets)('%s uses no part of the window as a measure and loads nothing', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/\d(vw|vh|dvh|svh|vmin|vmax)\b/);
    expect(text).not.toMatch(/@import|url\(|@font-face/);
  });
  it('the popup has its fixed width', () => {
    expect(readFileSync('entrypoints/popup/popup.css', 'utf8')).toMatch(/html,\s*body \{\s*width: 380px;/);
  });
});
