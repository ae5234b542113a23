/** Pictures as cells: small enough to keep, and compared so that a changed part shows and a changed machine does not. */
import type { BrowserContext, Page } from '@playwright/test';
import { blockFont } from './block-font.ts';

/** A picture: red, green and blue of each cell, row by row. */
export interface Cells {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
}

/** How two pictures differ. */
export interface Difference {
  /** Which cells do. */
  readonly differs: readonly boolean[];
  /** Their share of all cells; 1 when the pictures are not of one size. */
  readonly share: number;
}

/** Pixels of a screenshot, each way, that become one cell. */
export const CELL = 8;
/**
 * A cell differs when one of its channels does by more than this, of 255. Smoothed edges move a cell's mean by less than ten;
 * the nearest two grounds of the themes are 28 apart, and a bar that comes or goes is a hundred.
 */
const CELL_DIFFERS = 16;

/** Which cells differ, and their share. */
export function difference(a: Cells, b: Cells): Difference {
  if (a.width !== b.width || a.height !== b.height) return { differs: [], share: 1 };
  const differs = Array.from({ length: a.width * a.height }, (_, cell) =>
    [0, 1, 2].some(
      (part) => Math.abs((a.colours[cell * 3 + part] ?? 0) - (b.colours[cell * 3 + part] ?? 0)) > CELL_DIFFERS,
    ),
  );
  return { differs, share: differs.filter(Boolean).length / differs.length };
}

const FAMILIES = [
  { variable: '--sans', name: 'Blocks Sans', width: 540 },
  { variable: '--serif', name: 'Blocks Serif', width: 480 },
  { variable: '--mono', name: 'Blocks Mono', width: 600 },
].map((family) => ({ ...family, file: blockFont(family.name, family.width).toString('base64') }));

/** Has all text of a page drawn with the bars of `block-font.ts`. Gives the families that escaped it; there should be none. */
export function wearBlocks(popup: Page): Promise<string[]> {
  return popup.evaluate(async (families) => {
    for (const { name, file } of families) {
      const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
      document.fonts.add(await new FontFace(name, bytes).load());
    }
    const style = document.createElement('style');
    style.textContent = `:root { ${families.map(({ variable, name }) => `${variable}: '${name}' !important;`).join(' ')} }`;
    document.head.append(style);
    const used = [...document.body.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
      )
      .map((element) => getComputedStyle(element).fontFamily);
    return [...new Set(used)].filter((family) => !families.some(({ name }) => family.includes(name)));
  }, FAMILIES);
}

/** A page where pictures are read and written: the browser knows how, and Node does not. */
export class Darkroom {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(context: BrowserContext): Promise<Darkroom> {
    return new Darkroom(await context.newPage());
  }

  /** A PNG → its cells of `size` × `size` pixels, each the mean of its pixels. */
  async read(png: Buffer, size: number): Promise<Cells> {
    const read = await this.#page.evaluate(
      async ({ file, cell }) => {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
          colorSpaceConversion: 'none',
        });
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
        if (context === null) throw new Error('This browser draws nothing.');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const width = Math.ceil(image.width / cell);
        const height = Math.ceil(image.height / cell);
        // Red, green, blue and the number of pixels of each cell.
        const sums = new Float64Array(width * height * 4);
        for (let at = 0; at < data.length; at += 4) {
          const y = Math.floor(at / 4 / image.width);
          const into = (Math.floor(y / cell) * width + Math.floor((at / 4 - y * image.width) / cell)) * 4;
          for (let part = 0; part < 3; part += 1) sums[into + part]! += data[at + part]!;
          sums[into + 3]! += 1;
        }
        let colours = '';
        for (let at = 0; at < sums.length; at += 4) {
          const mean = (part: number): number => Math.round(sums[at + part]! / sums[at + 3]!);
          colours += String.fromCharCode(mean(0), mean(1), mean(2));
        }
        return { width, height, colours: btoa(colours) };
      },
      { file: png.toString('base64'), cell: size },
    );
    return { ...read, colours: Buffer.from(read.colours, 'base64') };
  }

  /** Cells → a PNG with `size` × `size` pixels for each. */
  async write({ width, height, colours }: Cells, size = 1): Promise<Buffer> {
    const file = await this.#page.evaluate(
      async (cells) => {
        const colour = atob(cells.colours);
        const canvas = new OffscreenCanvas(cells.width * cells.size, cells.height * cells.size);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('This browser draws nothing.');
        for (let cell = 0; cell < cells.width * cells.height; cell += 1) {
          const [red, green, blue] = [0, 1, 2].map((part) => colour.charCodeAt(cell * 3 + part));
          context.fillStyle = `rgb(${String(red)} ${String(green)} ${String(blue)})`;
          const [x, y] = [cell % cells.width, Math.floor(cell / cells.width)];
          context.fillRect(x * cells.size, y * cells.size, cells.size, cells.size);
        }
        const blob = await canvas.convertToBlob();
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      },
      { width, height, colours: Buffer.from(colours).toString('base64'), size },
    );
    return Buffer.from(file, 'base64');
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

/** Was, is, and where they differ (black on white), side by side. */
export function sideBySide(was: Cells, is: Cells, { differs }: Difference): Cells {
  const width = was.width + is.width + Math.max(was.width, is.width);
  const height = Math.max(was.height, is.height);
  const at = (cells: Cells, x: number, y: number): readonly number[] => {
    const from = (y * cells.width + x) * 3;
    return x < cells.width && y < cells.height ? [...cells.colours.subarray(from, from + 3)] : [255, 0, 255];
  };
  const colours = Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    if (x < was.width) return at(was, x, y);
    if (x < was.width + is.width) return at(is, x - was.width, y);
    return differs[y * was.width + x - was.width - is.width] === true ? [0, 0, 0] : [255, 255, 255];
  });
  return { width, height, colours: Uint8Array.from(colours.flat()) };
}
