import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/styles/tokens.css', 'utf8');

/** What stands in the block of a media query; without one, before the first of them. */
function block(query?: string): string {
  const [first = '', ...rest] = css.split('@media ');
  if (query === undefined) return first;
  const found = rest.filter((part) => part.startsWith(`${query} {`));
  if (found.length !== 1) throw new Error(`tokens.css has ${found.length} blocks for ${query}.`);
  return found[0]!;
}

/** The colours that hold when all of these queries do, the later ones over the earlier. */
function colours(...queries: readonly string[]): Map<string, string> {
  const parts = [block(), ...queries.map((query) => block(query))].join('\n');
  return new Map(
    [...parts.matchAll(/--([a-z-]+): (#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]),
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

const DARK = '(prefers-color-scheme: dark)';
const MORE = '(prefers-contrast: more)';
/** Each theme with the least contrast of a text on its ground, and of an edge that has to be seen. */
const themes = [
  { theme: 'light', palette: colours(), text: 4.5, edge: 3 },
  { theme: 'dark', palette: colours(DARK), text: 4.5, edge: 3 },
  { theme: 'light with more contrast', palette: colours(MORE), text: 7, edge: 4.5 },
  { theme: 'dark with more contrast', palette: colours(DARK, MORE, `${MORE} and ${DARK}`), text: 7, edge: 4.5 },
];
const LABELS = ['stated', 'stated-in-general', 'not-found', 'cannot-tell'];
const TEXT = [
  ...['ink', 'ink-soft', 'link'].flatMap((ink) => ['paper', 'sheet', 'sheet-sunk'].map((ground) => [ink, ground])),
  ...LABELS.map((label) => [label, `${label}-ground`]),
  // As a heading above rows, and above those of a list.
  ...LABELS.map((label) => [label, 'paper']),
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
];
/** A button is seen by its ground or, where that is calm, by its edge. */
const BUTTONS = ['paper', 'sheet'];

describe.each(themes)('$theme', ({ palette, text, edge }) => {
  const ratio = ([a = '', b = '']: readonly string[]): number => contrast(palette.get(a) ?? '', palette.get(b) ?? '');

  it.each(TEXT)('%s on %s can be read', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(text);
  });
  it.each(EDGES)('%s on %s can be seen', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(edge);
  });
  it.each(BUTTONS)('a button on %s can be seen', (ground) => {
    const seen = palette.get('button-edge') ?? palette.get('button') ?? '';
    expect(contrast(seen, palette.get(ground) ?? '')).toBeGreaterThanOrEqual(edge);
  });
  it('has no green: no label praises', () => {
    const green = [...palette].filter(([name, colour]) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      return LABELS.some((label) => name.startsWith(label)) && g > r && g > b;
    });
    expect(green).toEqual([]);
  });
  it('has no red: no label shouts', () => {
    const red = [...palette].filter(([, colour]) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      return r > 120 && g < r * 0.45 && b < r * 0.45;
    });
    expect(red).toEqual([]);
  });
});

describe('themes', () => {
  it('keep their order: dark comes after light, more contrast after both', () => {
    const starts = [DARK, MORE, `${MORE} and ${DARK}`].map((query) => css.indexOf(`@media ${query} {`));
    expect(starts.every((start) => start > 0)).toBe(true);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
  it('with more contrast leave no colour of text or ground as it was', () => {
    const both = new Set([...TEXT, ...EDGES].flat());
    const same = [...both].filter((name) => colours().get(name) === colours(MORE).get(name));
    expect(same).toEqual([]);
  });
  it('with more contrast show lines that part things', () => {
    for (const { palette, edge } of themes.slice(2)) {
      for (const ground of ['paper', 'sheet', 'sheet-sunk'])
        expect(contrast(palette.get('line')!, palette.get(ground)!)).toBeGreaterThanOrEqual(edge);
    }
  });
});

describe('measures', () => {
  const sheets = [
    ...readdirSync('components', { recursive: true, encoding: 'utf8' })
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

describe('the band that the popup shows before its styles are there', () => {
  const page = readFileSync('entrypoints/popup/index.html', 'utf8');
  const NAMES = ['paper', 'sleeve', 'sleeve-deep', 'on-sleeve-soft'];
  it.each([
    ['light', colours()],
    ['dark', colours(DARK)],
  ])('has the colours of tokens.css: %s', (_theme, palette) => {
    for (const name of NAMES) expect(page).toContain(palette.get(name) ?? 'no colour of that name');
  });
});
