/** Notes who reads out what tells one browser from the next: graphics, sound, what the browser says of itself, and where the person is. Never what was read. */
import { add, distinct, type Notes } from './notes.ts';
import { getter, indexOf, prototypeOf, table, type Table } from './primordials.ts';
import { countCalls, listenTo } from './wrap.ts';

/** WEBGL_debug_renderer_info: the maker and the model of the graphics card. Firefox tells the model as RENDERER, too. */
const UNMASKED_VENDOR = 0x9245;
const UNMASKED_RENDERER = 0x9246;

const PROPERTIES =
  'userAgent platform languages language hardwareConcurrency deviceMemory plugins mimeTypes maxTouchPoints vendor doNotTrack webdriver cookieEnabled width height availWidth availHeight colorDepth pixelDepth';
const KINDS: Readonly<Record<string, string>> = {
  pointer: 'mousemove mousedown mouseup click scroll touchstart touchmove pointermove pointerdown',
  keyboard: 'keydown keyup keypress input change',
  other: 'focus blur selectionchange resize visibilitychange',
};
const MOVES = ' mousemove pointermove touchmove ';
const WEBGL = 'WebGLRenderingContext WebGL2RenderingContext';

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
  // Only what names the card and its maker: large 3D libraries ask for all the rest. Though the browser makes the two types of WebGL when they
  // are first asked for (four milliseconds): a page that compares functions before and after its first context would else see ours come.
  listenTo(WEBGL, 'getParameter', (_self, first) => {
    if (first === UNMASKED_VENDOR || first === UNMASKED_RENDERER)
      notes.count('webgl', 'unmasked', 'unmasked', `${first}`);
  });
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
