/** Notes who reads out what tells one browser from the next: graphics, sound, and what the browser says of itself. Never what was read. */
import { add, distinct, type Notes } from './notes';
import { getter, own, prototypeOf, table } from './primordials';
import type { ReadOutName } from './report-format';
import { listenTo } from './wrap';

/** WEBGL_debug_renderer_info: the maker and the model of the graphics card. */
const UNMASKED_VENDOR = 0x9245;
const UNMASKED_RENDERER = 0x9246;

const PROPERTIES =
  'userAgent platform languages language hardwareConcurrency deviceMemory plugins mimeTypes maxTouchPoints vendor doNotTrack webdriver cookieEnabled width height availWidth availHeight colorDepth pixelDepth';
const KINDS: Readonly<Record<string, string>> = {
  pointer: 'mousemove mousedown mouseup click scroll touchstart touchmove pointermove pointerdown',
  keyboard: 'keydown keyup keypress input change',
  other: 'focus blur selectionchange resize visibilitychange',
};
const WEBGL = 'WebGLRenderingContext WebGL2RenderingContext';

/** `canvas` hears of each target that gets a listener. */
export function watchReadOuts(notes: Notes, canvas: (target: unknown) => void): void {
  /** Counts the calls of methods, each under a name of its own. */
  const watch = (readOut: ReadOutName, types: string, measures: Readonly<Record<string, string>>): void => {
    for (const name in measures)
      listenTo(types, name, () => {
        notes.count(readOut, name, measures[name] ?? '');
      });
  };
  watch('audio', 'BaseAudioContext OfflineAudioContext AudioBuffer AnalyserNode', {
    createOscillator: 'oscillators',
    createDynamicsCompressor: 'compressors',
    createAnalyser: 'analysers',
    startRendering: 'renders',
    getChannelData: 'reads',
    getFloatFrequencyData: 'reads',
  });
  watch('webgl', WEBGL, {
    getSupportedExtensions: 'extensions',
    getExtension: 'extensions',
    getShaderPrecisionFormat: 'precisions',
    readPixels: 'reads',
  });
  listenTo(WEBGL, 'getParameter', (_self, parameter, _args, name) => {
    if (typeof parameter !== 'number') return;
    notes.count('webgl', name, 'parameters', `${parameter}`);
    if (parameter === UNMASKED_VENDOR || parameter === UNMASKED_RENDERER)
      notes.count('webgl', 'unmasked', 'unmasked', `${parameter}`);
  });
  listenTo(
    'Navigator Screen',
    PROPERTIES,
    (_self, _first, _args, name) => {
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

  listenTo('EventTarget', 'addEventListener', (self, type, _args, name) => {
    if (typeof type !== 'string') return;
    canvas(self);
    const kind = kinds[type];
    // Without a receiver it is the window's.
    const totals = kind && isWhole(self ?? window) && notes.readOut('listeners', name);
    if (!totals) return;
    distinct(totals, 'types', type);
    if (kind !== 'other') add(totals, kind);
  });
  listenTo('MutationObserver', 'observe', (_self, target, args, name) => {
    if (isWhole(target) && own(args[1], 'subtree')?.value === true) notes.count('listeners', name, 'mutations');
  });
}
