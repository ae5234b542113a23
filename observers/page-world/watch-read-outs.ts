/** Notes who reads out what tells one browser from the next: graphics, sound, and what the browser says of itself. Never what was read. */
import { add, distinct, type Notes } from './notes';
import { apply, own, table } from './primordials';
import type { ReadOutName } from './report-format';
import { listenTo } from './wrap';

/** WEBGL_debug_renderer_info: the maker and the model of the graphics card. */
const UNMASKED_VENDOR = 0x9245;
const UNMASKED_RENDERER = 0x9246;

const NAVIGATOR =
  'userAgent platform languages language hardwareConcurrency deviceMemory plugins mimeTypes maxTouchPoints vendor doNotTrack webdriver cookieEnabled';
const SCREEN = 'width height availWidth availHeight colorDepth pixelDepth';
const KINDS = {
  pointer: 'mousemove mousedown mouseup click scroll touchstart touchmove pointermove pointerdown',
  keyboard: 'keydown keyup keypress input change',
  other: 'focus blur selectionchange resize visibilitychange',
};
/** Holder, method, and under which name it is counted, in turn. */
const AUDIO =
  'BaseAudioContext createOscillator oscillators BaseAudioContext createDynamicsCompressor compressors BaseAudioContext createAnalyser analysers OfflineAudioContext startRendering renders AudioBuffer getChannelData reads AnalyserNode getFloatFrequencyData reads';
const WEBGL =
  'WebGLX getSupportedExtensions extensions WebGLX getExtension extensions WebGLX getShaderPrecisionFormat precisions WebGLX readPixels reads';

/** Some of these are missing in some browsers, and where the page is not encrypted. */
const world = window as unknown as Record<string, { readonly prototype: object } | undefined>;

/** `canvas` hears of each target that gets a listener. */
export function watchReadOuts(notes: Notes, canvas: (target: unknown) => void): void {
  const watch = (readOut: ReadOutName, names: string): void => {
    const words = names.split(' ');
    for (let index = 0; index + 2 < words.length; index += 3) {
      const [holder = '', name = '', measure = ''] = words.slice(index);
      listenTo(world[holder]?.prototype, name, () => {
        notes.count(readOut, name, measure);
      });
    }
  };
  watch('audio', AUDIO);
  for (const holder of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
    watch('webgl', WEBGL.replaceAll('WebGLX', holder));
    listenTo(world[holder]?.prototype, 'getParameter', (_self, args) => {
      const parameter = args[0];
      if (typeof parameter !== 'number') return;
      const unmasked = parameter === UNMASKED_VENDOR || parameter === UNMASKED_RENDERER;
      notes.count('webgl', 'getParameter', 'parameters', `${parameter}`);
      if (unmasked) notes.count('webgl', 'unmasked', 'unmasked', `${parameter}`);
    });
  }
  for (const [holder, names] of [
    ['Navigator', NAVIGATOR],
    ['Screen', SCREEN],
  ] as const) {
    for (const name of names.split(' ')) {
      listenTo(
        world[holder]?.prototype,
        name,
        () => {
          notes.count('navigator', name, 'properties', holder + name);
        },
        'get',
      );
    }
  }

  const kinds = table<string>();
  for (const [kind, types] of Object.entries(KINDS)) for (const type of types.split(' ')) kinds[type] = kind;
  const here = document;
  const root = own(Document.prototype, 'documentElement')?.get;
  const body = own(Document.prototype, 'body')?.get;
  const isWhole = (target: unknown): boolean =>
    target === here ||
    (root !== undefined && target === apply(root, here, [])) ||
    (body !== undefined && target === apply(body, here, []));

  listenTo(EventTarget.prototype, 'addEventListener', (self, args) => {
    const type = args[0];
    if (typeof type !== 'string') return;
    canvas(self);
    const kind = kinds[type];
    // Without a receiver it is the window's.
    if (kind === undefined || !(self == null || self === window || isWhole(self))) return;
    const totals = notes.readOut('listeners', 'addEventListener');
    if (totals === null) return;
    distinct(totals, 'types', type);
    if (kind !== 'other') add(totals, kind);
  });
  listenTo(MutationObserver.prototype, 'observe', (_self, args) => {
    if (isWhole(args[0]) && own(args[1] as object, 'subtree')?.value === true)
      notes.count('listeners', 'observe', 'mutations');
  });
}
