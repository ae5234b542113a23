/** Notes what is drawn on a canvas that is read out, and the fonts that are measured. Numbers only; never a pixel. */
import { add, atLeast, distinct, newTotals, times, type Notes, type Totals } from './notes';
import { apply, isPrototypeOf, notebook, own } from './primordials';
import { listenTo, type Hearing } from './wrap';

/** Smallest area that counts as read, as the literature has it. */
const MIN_SIDE = 16;
/** No threshold asks for more characters or colours. */
const ENOUGH = 100;
/** Characters of one call that are looked at. */
const MAX_TEXT = 64;

/** Watches; gives what notes that a listener is added to a canvas, since that counts as a use of it. */
export function watchCanvas(notes: Notes): (target: unknown) => void {
  const context = CanvasRenderingContext2D.prototype;
  const canvas = HTMLCanvasElement.prototype;
  const getter = (holder: object, name: string) => {
    const get = own(holder, name)?.get;
    return (self: unknown): unknown => (get === undefined ? undefined : apply(get, self, []));
  };
  const canvasOf = getter(context, 'canvas');
  const fontOf = getter(context, 'font');
  const widthOf = getter(canvas, 'width');
  const heightOf = getter(canvas, 'height');
  const drawings = notebook<Totals>();

  function on(element: unknown): Totals {
    let found = drawings.get(element);
    if (found === undefined) drawings.set(element as object, (found = newTotals()));
    return found;
  }

  const read: Hearing = (element) => {
    const totals = notes.readOut('canvas', 'canvas');
    if (totals === null) return;
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
  const write: Hearing = (self, args) => {
    const text = args[0];
    if (typeof text !== 'string') return;
    const drawing = on(canvasOf(self));
    for (let index = 0; index < text.length && index < MAX_TEXT && (drawing.n.characters ?? 0) < ENOUGH; index += 1)
      distinct(drawing, 'characters', text[index] ?? '');
  };
  const save: Hearing = (self) => {
    add(on(canvasOf(self)), 'saves');
  };

  listenTo(context, 'fillText', write);
  listenTo(context, 'strokeText', write);
  listenTo(context, 'save', save);
  listenTo(context, 'restore', save);
  listenTo(
    context,
    'fillStyle',
    (self, args) => {
      const drawing = on(canvasOf(self));
      if (typeof args[0] === 'string' && (drawing.n.colours ?? 0) < ENOUGH) distinct(drawing, 'colours', args[0]);
    },
    'set',
  );
  listenTo(context, 'getImageData', (self, args) => {
    // Only numbers are compared: to make one of an object would run the page's code.
    if (typeof args[2] === 'number' && typeof args[3] === 'number' && args[2] >= MIN_SIDE && args[3] >= MIN_SIDE)
      read(canvasOf(self), args);
  });
  listenTo(canvas, 'toDataURL', read);
  listenTo(canvas, 'toBlob', read);
  listenTo(context, 'measureText', (self, args) => {
    const totals = typeof args[0] === 'string' ? notes.readOut('fonts', 'measureText') : null;
    if (totals === null) return;
    distinct(totals, 'fonts', fontOf(self) as string);
    atLeast(totals, 'measures', times(totals, 'text', args[0] as string));
  });

  return (target) => {
    if (isPrototypeOf(canvas, target)) add(on(target), 'saves');
  };
}
