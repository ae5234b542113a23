/**
 * Notes what is drawn on a canvas that is read out, each canvas by itself, and the fonts that are measured on it. Numbers only; never
 * a pixel, and no text.
 *
 * Long because: what is drawn, carried to another canvas and read all comes together in one drawing.
 */
import { add, atLeast, distinct, newTotals, type Look, type Notes, type Totals } from './notes.ts';
import {
  apply,
  codePointAt,
  getter,
  indexOf,
  isPrototypeOf,
  lowerCase,
  notebook,
  own,
  prototypeOf,
  slice,
  table,
  toNumber,
  type AnyFunction,
  type Table,
} from './primordials.ts';
import { listenTo, sparingly, type Hearing } from './wrap.ts';

/** Smallest area that counts as read, as the literature has it. */
const MIN_SIDE = 16;
/** Characters of one call that are looked at. */
const MAX_TEXT = 64;
/** How often it is looked who draws on one canvas, and on all of them at once. */
const MAX_LOOKS = 8;
const LOOKS = 1000;
/** From so many families on, that one text is measured in, it is asked who measures; what is beyond is not counted. */
const MIN_FAMILIES = 20;
const MAX_FAMILIES = 100;
/** Texts that are told apart on one canvas. */
const MAX_TEXTS = 100;

/** What is known of a canvas: the picture that is on it now, and whether it is used as drawing programs use one. */
interface Drawing {
  /** Numbers on its text; undefined before there is any. */
  text: Totals | undefined;
  /** Who has drawn the text; undefined before it was looked, null where that cannot be told, or where several have. */
  by: Look | undefined;
  looks: number;
  hasPhoto: boolean;
  /** `save`, `restore` or a listener: fingerprinting scripts do none of it. */
  isUsed: boolean;
  /** Families of fonts by text. */
  readonly measured: Table<Totals>;
  texts: number;
  /** The totals of the script whose best picture this is. */
  told: Totals | undefined;
}

/** What joins or varies a character is none: a test for one emoji is no text of ten. */
const isMark = (code: number): boolean =>
  code < 32 || (code >= 0x200b && code <= 0x200d) || (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0000;
/** Letters and syllables; no digits, signs or emoji. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000) || (code >= 0x2e80 && code < 0xd800);
/** A number among arguments; 0 where none can be made without running the page's code. */
function numberOf(args: readonly unknown[], index: number): number {
  const value = index < args.length ? args[index] : 0;
  return typeof value === 'number' || typeof value === 'string' ? toNumber(value) : 0;
}
const isLarge = (side: number): boolean => side >= MIN_SIDE || side <= -MIN_SIDE;

/** Watches; gives what notes that a listener is added to a canvas, since that counts as a use of it. */
export function watchCanvas(notes: Notes): (target: unknown) => void {
  const onPage = 'HTMLCanvasElement';
  const offScreen = 'OffscreenCanvas';
  const penName = 'CanvasRenderingContext2D';
  const offPenName = `Offscreen${penName}`;
  const pens = `${penName} ${offPenName}`;
  const bitmapPen = 'ImageBitmapRenderingContext';
  const canvasType = prototypeOf(onPage);
  /** Reads a property of either of two types. */
  const ofEither = (one: string, other: string, name: string): ((self: unknown) => unknown) => {
    const type = prototypeOf(one);
    const first = getter(type, name);
    const second = getter(prototypeOf(other), name);
    return (self) => (type && isPrototypeOf(type, self) ? first(self) : second(self));
  };
  const canvasOf = ofEither(penName, offPenName, 'canvas');
  const fontOf = ofEither(penName, offPenName, 'font');
  const widthOf = ofEither(onPage, offScreen, 'width') as (canvas: unknown) => number;
  const heightOf = ofEither(onPage, offScreen, 'height') as (canvas: unknown) => number;

  /** By canvas, and by its pen; also by a bitmap that was taken off it. */
  const drawings = notebook<Drawing>();
  /** Whether there is text on any canvas: before that nobody has to hear who reads one. */
  let someText = false;
  const hasText = (): boolean => someText;

  /** The drawing on a canvas, or under a pen. */
  function of(thing: unknown, isPen?: boolean): Drawing {
    let found = drawings.get(thing);
    if (!found) {
      found = isPen
        ? of(canvasOf(thing))
        : // Without a prototype: what is not in it is undefined.
          ({ __proto__: null, looks: 0, measured: table(), texts: 0 } as unknown as Drawing);
      drawings.set(thing as object, found);
    }
    return found;
  }
  function wipe(drawing: Drawing): void {
    drawing.text = undefined;
    drawing.hasPhoto = false;
    if (drawing.looks < MAX_LOOKS) drawing.by = undefined;
  }
  function use(drawing: Drawing): void {
    drawing.isUsed = true;
    const { told } = drawing;
    if (!told) return;
    // What was told of it is taken back.
    drawing.told = undefined;
    told.n.saves = 1;
    notes.again(told);
  }

  for (const style of ['fill', 'stroke']) {
    const styleOf = ofEither(penName, offPenName, `${style}Style`);
    const write: Hearing = (self, first) => {
      const drawing = of(self, true);
      if (drawing.isUsed || (typeof first !== 'string' && typeof first !== 'number')) return;
      const text = `${first}`;
      const totals = (drawing.text ??= newTotals());
      let hasLetter = false;
      for (let index = 0; index < text.length && index < MAX_TEXT; index += 1) {
        const code = codePointAt(text, index);
        if (code > 0xffff) index += 1;
        if (isMark(code)) continue;
        distinct(totals, 'characters', `${code}`);
        if (!isLetter(code) && !isLetter(code + 32)) continue;
        hasLetter = true;
        distinct(totals, 'letters', `${code}`);
      }
      someText = true;
      const colour = hasLetter && styleOf(self);
      if (typeof colour === 'string') distinct(totals, 'colours', colour);
      // A single sign is drawn by maps and by tests for an emoji, again and again.
      if (drawing.by === undefined && (totals.n.characters ?? 0) > 1) {
        drawing.looks += 1;
        drawing.by = notes.look('fillText', undefined, LOOKS);
      }
    };
    listenTo(pens, `${style}Text`, write, sparingly());
  }

  listenTo(
    pens,
    'save restore',
    (self) => {
      const drawing = of(self, true);
      if (!drawing.isUsed) use(drawing);
    },
    sparingly(),
  );

  listenTo(
    pens,
    'clearRect reset',
    (self, _first, args) => {
      const drawing = of(self, true);
      const canvas = canvasOf(self);
      if (args.length === 0 || numberOf(args, 2) * numberOf(args, 3) >= widthOf(canvas) * heightOf(canvas))
        wipe(drawing);
    },
    sparingly(hasText),
  );
  const resized: Hearing = (canvas) => {
    wipe(of(canvas));
  };
  listenTo(`${onPage} ${offScreen}`, 'width height', resized, hasText, -1, 'set');

  /** Whether two looks saw the same script. */
  const isSame = (one: Look | undefined, other: Look | undefined): boolean =>
    one === other || (!!one && !!other && notes.scriptOf(one) === notes.scriptOf(other));

  /** A picture that is put on another canvas takes its text along. */
  function carry(from: Drawing, to: Drawing): void {
    to.hasPhoto ||= from.hasPhoto;
    if (from.isUsed) use(to);
    const n = from.text?.n;
    if (!n) return;
    to.by = to.by === undefined || isSame(to.by, from.by) ? from.by : null;
    to.text ??= newTotals();
    for (const measure in n) atLeast(to.text, measure, n[measure] ?? 0);
  }
  listenTo(
    pens,
    'drawImage',
    (self, first) => {
      const from = drawings.get(first);
      if (from) carry(from, of(self, true));
      else of(self, true).hasPhoto = true;
    },
    sparingly(),
  );
  listenTo(
    offScreen,
    'transferToImageBitmap',
    (canvas, _first, _args, bitmap) => {
      carry(of(canvas), of(bitmap));
      wipe(of(canvas));
    },
    hasText,
  );
  const bitmapCanvasOf = getter(prototypeOf(bitmapPen), 'canvas');
  listenTo(
    bitmapPen,
    'transferFromImageBitmap',
    (pen, bitmap) => {
      const drawing = of(bitmapCanvasOf(pen));
      wipe(drawing);
      carry(of(bitmap), drawing);
    },
    hasText,
  );
  listenTo(onPage, 'transferControlToOffscreen', (canvas, _first, _args, result) => {
    drawings.set(result as object, of(canvas));
  });

  const home = navigator;
  const activationOf = getter(prototypeOf('Navigator'), 'userActivation');
  const isActive = getter(prototypeOf('UserActivation'), 'isActive');
  const isVisible = own(prototypeOf('Element'), 'checkVisibility')?.value as AnyFunction;
  const seen = { __proto__: null, opacityProperty: true, visibilityProperty: true };

  function readOut(canvas: unknown): void {
    const drawing = of(canvas);
    const n = drawing.text?.n;
    const width = widthOf(canvas);
    const height = heightOf(canvas);
    if (!n || drawing.isUsed || width < MIN_SIDE || height < MIN_SIDE) return;
    // The person has just pressed something, and it is a picture that they see, or a photo: they want to save it.
    if (
      isActive(activationOf(home)) === true &&
      (drawing.hasPhoto || (isPrototypeOf(canvasType ?? {}, canvas) && apply(isVisible, canvas, [seen]) === true))
    )
      return;
    const { by } = drawing;
    if (!by) return;
    // What is on it now: the page may go on drawing before it is read who called.
    const { characters, letters = 0, colours = 0 } = n;
    const now = { __proto__: null, width, height, characters, letters, colours, saves: 0 } as unknown as Table<number>;
    notes.look('canvas', (script) => {
      // Who reads what another has drawn, as recorders of a page do, makes no fingerprint of it.
      const totals = script === notes.scriptOf(by) ? notes.readOut('canvas', script) : null;
      if (!totals) return;
      add(totals, 'reads');
      // Of several canvases of one script the one that tells most is told.
      const tells = (of: Table<number>): number => ((of.colours ?? 0) > 1 ? MAX_TEXT : 0) + (of.characters ?? 0);
      if (totals.n.saves === 0 && tells(totals.n) >= tells(now)) return;
      for (const measure in now) totals.n[measure] = now[measure];
      drawing.told = totals;
      if (drawing.isUsed) use(drawing);
    });
  }
  /** A format that loses what tells two machines apart. */
  const isLossy = (type: unknown): boolean =>
    typeof type === 'string' && indexOf(' image/jpeg image/webp ', ` ${lowerCase(type)} `) >= 0;
  listenTo(
    onPage,
    'toDataURL toBlob',
    (canvas, first, args, _result, _options, name) => {
      if (!isLossy(name === 'toBlob' && args.length > 1 ? args[1] : first)) readOut(canvas);
    },
    hasText,
  );
  listenTo(
    offScreen,
    'convertToBlob',
    (canvas, _first, _args, _result, options) => {
      if (!isLossy(options.type)) readOut(canvas);
    },
    hasText,
    0,
  );
  listenTo(
    pens,
    'getImageData',
    (self, _first, args) => {
      if (isLarge(numberOf(args, 2)) && isLarge(numberOf(args, 3))) readOut(canvasOf(self));
    },
    hasText,
  );

  listenTo(
    pens,
    'measureText',
    (self, first) => {
      if (typeof first !== 'string') return;
      const drawing = of(self, true);
      let measured = drawing.measured[first];
      if (!measured) {
        if ((drawing.texts += 1) > MAX_TEXTS) return;
        measured = drawing.measured[first] = newTotals();
      }
      const { n } = measured;
      const before = n.fonts ?? 0;
      if (before >= MAX_FAMILIES) return;
      const font = fontOf(self) as string;
      // '700 72px Arial, monospace' → 'Arial, monospace': the same family in another size is no other font.
      distinct(measured, 'fonts', slice(font, indexOf(font, 'px ') + 3));
      add(measured, 'measures');
      if (n.fonts === before || before < MIN_FAMILIES) return;
      notes.look('measureText', (script) => {
        const totals = notes.readOut('fonts', script);
        if (totals) for (const name in n) atLeast(totals, name, n[name] ?? 0);
      });
    },
    sparingly(),
  );

  return (target) => {
    if (canvasType && isPrototypeOf(canvasType, target) && !of(target).isUsed) use(of(target));
  };
}
