/** Notes what is drawn on a canvas that is read out, and the fonts that are measured. Numbers only; never a pixel. */
import { add, atLeast, distinct, newTotals, times, type Notes, type Totals } from './notes';
import { getter, isPrototypeOf, notebook, prototypeOf } from './primordials';
import { listenTo } from './wrap';

/** Smallest area that counts as read, as the literature has it. */
const MIN_SIDE = 16;
/** No threshold asks for more characters or colours. */
const ENOUGH = 100;
/** Characters of one call that are looked at. */
const MAX_TEXT = 64;

/** Watches; gives what notes that a listener is added to a canvas, since that counts as a use of it. */
export function watchCanvas(notes: Notes): (target: unknown) => void {
  const context = 'CanvasRenderingContext2D';
  const canvas = 'HTMLCanvasElement';
  const canvasType = prototypeOf(canvas);
  const contextType = prototypeOf(context);
  const canvasOf = getter(contextType, 'canvas');
  const fontOf = getter(contextType, 'font');
  const widthOf = getter(canvasType, 'width');
  const heightOf = getter(canvasType, 'height');
  const drawings = notebook<Totals>();

  function on(element: unknown): Totals {
    let found = drawings.get(element);
    if (!found) drawings.set(element as object, (found = newTotals()));
    return found;
  }
  function draw(drawing: Totals, measure: string, thing: string): void {
    if ((drawing.n[measure] ?? 0) < ENOUGH) distinct(drawing, measure, thing);
  }

  const read = (element: unknown): void => {
    const totals = notes.readOut('canvas', 'canvas');
    if (!totals) return;
    const width = widthOf(element) as number;
    const height = heightOf(element) as number;
    const { n } = totals;
    if (width * height > (n.width ?? 0) * (n.height ?? 0)) {
      n.width = width;
      n.height = height;
    }
    const drawing = on(element).n;
    for (const measure in drawing) atLeast(totals, measure, drawing[measure] ?? 0);
    add(totals, 'reads');
  };

  listenTo(context, 'fillText strokeText', (self, text) => {
    if (typeof text !== 'string') return;
    const drawing = on(canvasOf(self));
    for (let index = 0; index < text.length && index < MAX_TEXT; index += 1)
      draw(drawing, 'characters', text[index] ?? '');
  });
  listenTo(context, 'save restore', (self) => {
    add(on(canvasOf(self)), 'saves');
  });
  listenTo(
    context,
    'fillStyle',
    (self, style) => {
      if (typeof style === 'string') draw(on(canvasOf(self)), 'colours', style);
    },
    'set',
  );
  listenTo(context, 'getImageData', (self, _x, args) => {
    // Only numbers are compared: to make one of an object would run the page's code.
    if (typeof args[2] === 'number' && typeof args[3] === 'number' && args[2] >= MIN_SIDE && args[3] >= MIN_SIDE)
      read(canvasOf(self));
  });
  listenTo(canvas, 'toDataURL toBlob', read);
  listenTo(context, 'measureText', (self, text) => {
    const totals = typeof text === 'string' && notes.readOut('fonts', 'measureText');
    if (!totals) return;
    distinct(totals, 'fonts', fontOf(self) as string);
    atLeast(totals, 'measures', times(totals, 'text', text));
  });

  return (target) => {
    if (canvasType && isPrototypeOf(canvasType, target)) add(on(target), 'saves');
  };
}
