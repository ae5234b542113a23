/** Notes who reads out what tells one browser from the next: graphics, sound, what the browser says of itself, and where the person is. Never what was read. */
import { add, distinct, type Notes } from './notes.ts';
import {
  getPrototypeOf,
  getter,
  indexOf,
  isPrototypeOf,
  notebook,
  prototypeOf,
  table,
  type Table,
} from './primordials.ts';
import { countCalls, listenTo, listenToOne } from './wrap.ts';

/** WEBGL_debug_renderer_info: the maker and the model of the graphics card. Firefox tells the model as RENDERER, too. */
const UNMASKED_VENDOR = 0x9245;
const UNMASKED_RENDERER = 0x9246;

/** Types of WebGL contexts that are listened to, those of other documents' canvases counted. */
const MAX_GRAPHICS = 10;

const PROPERTIES =
  'userAgent platform languages language hardwareConcurrency deviceMemory plugins mimeTypes maxTouchPoints vendor doNotTrack webdriver cookieEnabled width height availWidth availHeight colorDepth pixelDepth';
const KINDS: Readonly<Record<string, string>> = {
  pointer: 'mousemove mousedown mouseup click scroll touchstart touchmove pointermove pointerdown',
  keyboard: 'keydown keyup keypress input change',
  other: 'focus blur selectionchange resize visibilitychange',
};
const MOVES = ' mousemove pointermove touchmove ';
/** The prototypes of the contexts that are none of WebGL. */
const OTHER_CONTEXTS = [
  'CanvasRenderingContext2D',
  'OffscreenCanvasRenderingContext2D',
  'ImageBitmapRenderingContext',
].map(prototypeOf);

/** `canvas` hears of each target that gets a listener. */
export function watchReadOuts(notes: Notes, canvas: (target: unknown) => void): void {
  const sounds = {
    __proto__: null,
    oscillators: 'createOscillator',
    compressors: 'createDynamicsCompressor',
    analysers: 'createAnalyser',
    renders: 'startRendering',
    reads: 'getChannelData copyFromChannel getFloatFrequencyData getFloatTimeDomainData',
    // So coarse that they serve to draw; of a sound that is rendered and never played there is nothing to draw.
    levels: 'getByteFrequencyData getByteTimeDomainData',
  } as unknown as Table<string>;
  for (const measure in sounds)
    countCalls('BaseAudioContext OfflineAudioContext AudioBuffer AnalyserNode', sounds[measure] ?? '', (name) => {
      notes.count('audio', name, measure);
    });
  watchGraphics(notes);
  countCalls('Geolocation', 'getCurrentPosition watchPosition', (name) => {
    notes.count('location', name, 'asked');
  });
  countCalls(
    'Navigator Screen',
    PROPERTIES,
    (name) => {
      notes.count('navigator', name, 'properties', name);
    },
    'get',
  );

  const kinds = table<string>();
  for (const kind in KINDS) for (const type of KINDS[kind]?.split(' ') ?? []) kinds[type] = kind;
  const page = document;
  const root = getter(prototypeOf('Document'), 'documentElement');
  const body = getter(prototypeOf('Document'), 'body');
  const isWhole = (target: unknown): boolean =>
    target === window || target === page || target === root(page) || target === body(page);

  listenTo('EventTarget', 'addEventListener', (self, first) => {
    if (typeof first !== 'string') return;
    canvas(self);
    const kind = kinds[first];
    // Without a receiver it is the window's. Each type has looks of its own: hundreds of clicks hide no recorder.
    if (!kind || !isWhole(self ?? window)) return;
    notes.look(first, (script) => {
      const totals = notes.readOut('listeners', script);
      if (!totals) return;
      distinct(totals, 'types', first);
      if (kind !== 'other') add(totals, kind);
      if (indexOf(MOVES, ` ${first} `) >= 0) add(totals, 'moves');
    });
  });
  listenTo(
    'MutationObserver',
    'observe',
    (_self, first, _args, _result, options, name) => {
      if (options.subtree !== true || !isWhole(first)) return;
      notes.count('listeners', name, 'mutations');
      // What a page needs to know of itself is less than this; a picture of it that is kept up to date needs it all.
      if (options.childList === true && options.attributes === true && options.characterData === true)
        notes.count('listeners', name, 'allChanges');
    },
    undefined,
    1,
  );
}

/**
 * The two types of WebGL are made when they are first asked for, which takes a document four milliseconds before its first script; so they
 * are listened to from the moment on at which the page gets a context of theirs. A page that has taken `getParameter` off a prototype before
 * that, and calls it by itself, is not heard.
 */
function watchGraphics(notes: Notes): void {
  const met = notebook<true>();
  let count = 0;
  listenTo(
    'HTMLCanvasElement OffscreenCanvas',
    'getContext',
    (_self, _first, _args, context) => {
      if (typeof context !== 'object' || !context) return;
      // eslint-disable-next-line @typescript-eslint/prefer-for-of -- its iterator is in the page's hands
      for (let index = 0; index < OTHER_CONTEXTS.length; index += 1)
        if (isPrototypeOf(OTHER_CONTEXTS[index] ?? {}, context)) return;
      const prototype = getPrototypeOf(context);
      if (!prototype || met.get(prototype)) return;
      met.set(prototype, true);
      count += 1;
      // Only what names the card and its maker: large 3D libraries ask for all the rest.
      listenToOne(prototype, 'getParameter', (_pen, first) => {
        if (first === UNMASKED_VENDOR || first === UNMASKED_RENDERER)
          notes.count('webgl', 'unmasked', 'unmasked', `${first}`);
      });
    },
    // WebGL and WebGL2. A few more, since a canvas of another document has types of its own.
    () => count < MAX_GRAPHICS,
  );
}
