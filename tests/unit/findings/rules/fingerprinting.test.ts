import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../ledger/observation.ts';
import { NOON, PAGE_HOST } from '../../../../tools/builders/observations.ts';
import { evidenceIn, readOut } from '../recognise.ts';

const canvas = { width: 240, height: 60, characters: 24, letters: 20, colours: 3, saves: 0, reads: 1 };
const fonts = { fonts: 60, measures: 120 };
const audio = { oscillators: 1, compressors: 1, analysers: 0, renders: 1, reads: 1 };
const webgl = { parameters: 30, unmasked: 2, extensions: 1, precisions: 6, reads: 0 };
const navigator = { properties: 14 };

const codesIn = (seen: readonly Observation[]) =>
  evidenceIn('fingerprinting', seen).map((one) => (one.kind === 'read-out' ? one.parts.join(' ') : ''));

describe('what is enough by itself', () => {
  it.each<[string, Parameters<typeof readOut>[0], Record<string, number>, boolean]>([
    ['the textbook canvas', 'canvas', canvas, true],
    ['the smallest canvas', 'canvas', { ...canvas, width: 16, height: 16 }, true],
    ['a canvas too narrow', 'canvas', { ...canvas, width: 15 }, false],
    ['a canvas too low', 'canvas', { ...canvas, height: 15 }, false],
    ['two colours and few characters', 'canvas', { ...canvas, colours: 2, characters: 3, letters: 2 }, true],
    ['a number on a badge, with an outline', 'canvas', { ...canvas, colours: 2, characters: 3, letters: 0 }, false],
    ['one emoji in two colours', 'canvas', { ...canvas, colours: 0, characters: 1, letters: 0 }, false],
    ['ten digits', 'canvas', { ...canvas, colours: 1, characters: 10, letters: 0 }, true],
    ['one colour and ten characters', 'canvas', { ...canvas, colours: 1, characters: 10 }, true],
    ['one colour and nine characters', 'canvas', { ...canvas, colours: 1, characters: 9 }, false],
    ['two colours and no text', 'canvas', { ...canvas, characters: 0, letters: 0 }, false],
    ['a canvas that is never read', 'canvas', { ...canvas, reads: 0 }, false],
    ['a drawing program', 'canvas', { ...canvas, saves: 1 }, false],
    ['the emoji test of WordPress', 'canvas', { ...canvas, colours: 1, characters: 3, letters: 0 }, false],
    ['50 fonts, measured 50 times', 'fonts', { fonts: 50, measures: 50 }, true],
    ['49 fonts', 'fonts', { fonts: 49, measures: 500 }, false],
    ['50 fonts, measured 49 times', 'fonts', { fonts: 50, measures: 49 }, false],
    ['a tone through a compressor', 'audio', audio, true],
    ['a tone through an analyser', 'audio', { ...audio, compressors: 0, analysers: 1 }, true],
    ['a tone that is played, with a picture of it', 'audio', { ...audio, renders: 0, analysers: 1 }, false],
    ['music with a picture of it', 'audio', { ...audio, oscillators: 0, compressors: 0, analysers: 1 }, false],
    ['a tone rendered and read coarsely', 'audio', { ...audio, reads: 0, levels: 1 }, true],
    ['a tone rendered and never read', 'audio', { ...audio, reads: 0 }, false],
    ['a tone through nothing', 'audio', { ...audio, compressors: 0 }, false],
    ['a graphics card alone', 'webgl', webgl, false],
    ['many properties alone', 'navigator', { properties: 60 }, false],
    ['listeners', 'listeners', { types: 90, pointer: 9, keyboard: 9, mutations: 9 }, false],
    ['no measures at all', 'canvas', {}, false],
  ])('%s', (_what, kind, measures, found) => {
    expect(codesIn([readOut(kind, measures)])).toEqual(found ? [kind] : []);
  });

  it('does not add up two scripts', () => {
    expect(
      codesIn([
        readOut('canvas', { ...canvas, reads: 0 }),
        readOut('canvas', { ...canvas, characters: 0 }, { path: '/other.js' }),
      ]),
    ).toEqual([]);
  });
});

describe('what is enough together', () => {
  const plainCanvas = readOut('canvas', { ...canvas, colours: 1, characters: 4, letters: 4 });
  const card = readOut('webgl', webgl);
  const properties = readOut('navigator', { properties: 10 });

  it.each<[string, Observation[], string[]]>([
    ['graphics card, navigator and canvas', [properties, card, plainCanvas], ['canvas webgl navigator']],
    [
      'graphics card, navigator and fonts',
      [properties, card, readOut('fonts', { fonts: 20, measures: 20 })],
      ['fonts webgl navigator'],
    ],
    ['graphics card, navigator and 19 fonts', [properties, card, readOut('fonts', { fonts: 19, measures: 90 })], []],
    [
      'canvas, navigator and a tone that is played',
      [properties, plainCanvas, readOut('audio', { ...audio, renders: 0 })],
      ['canvas audio navigator'],
    ],
    ['graphics card and navigator', [properties, card], []],
    ['nine properties', [readOut('navigator', { properties: 9 }), card, plainCanvas], []],
    ['a graphics card that stays masked', [properties, readOut('webgl', { ...webgl, unmasked: 0 }), plainCanvas], []],
    [
      'graphics card, navigator and a test for an emoji',
      [properties, card, readOut('canvas', { ...canvas, colours: 1, characters: 1, letters: 0 })],
      [],
    ],
    [
      'a synthesizer that draws what it plays',
      [properties, card, readOut('audio', { ...audio, renders: 0, reads: 0, levels: 60 })],
      [],
    ],
    ['three parts without navigator', [card, plainCanvas, readOut('fonts', { fonts: 20, measures: 20 })], []],
    ['a game of the page that draws', [card, properties, readOut('canvas', { ...canvas, saves: 4 })], []],
  ])('%s', (_what, seen, codes) => {
    expect(codesIn(seen)).toEqual(codes);
  });

  it.each<[string, string | null, boolean]>([
    ['two files of a company', 'cdn.collector.example', true],
    ['two files that a public host hands out', 'cdn.jsdelivr.net', false],
    ['two files of a place on a delivery network', 'd111111abcdef8.cloudfront.net', false],
    ['two files of a delivery network that no list has', 'lantern-site.b-cdn.net', false],
    ["two files of the site's own", PAGE_HOST, false],
    ['scripts that cannot be told', null, false],
  ])('%s', (_what, script, found) => {
    const path = script === null ? '' : '/more.js';
    const seen = [properties, card, { ...plainCanvas, path }].map((one) => ({
      ...one,
      script,
      path: one === properties ? (script === null ? '' : '/c.js') : path,
    }));
    expect(codesIn(seen)).toHaveLength(found ? 1 : 0);
  });
});

describe('evidence', () => {
  it('names the file, the company and all parts, from the first of them on', () => {
    const by = { script: 'fpnpmcdn.net', path: '/v3/agent.js' };
    const seen = [
      readOut('navigator', navigator, { ...by, at: NOON + 5 }),
      readOut('webgl', webgl, by),
      readOut('audio', audio, by),
      readOut('fonts', fonts, by),
      readOut('canvas', canvas, by),
    ];
    expect(evidenceIn('fingerprinting', seen)).toEqual([
      {
        kind: 'read-out',
        path: '/v3/agent.js',
        parts: ['canvas', 'fonts', 'webgl', 'audio', 'navigator'],
        host: 'fpnpmcdn.net',
        at: NOON + 5,
        count: 1,
      },
    ]);
  });

  it('names the file and no company where a delivery network hands it out', () => {
    const seen = [readOut('canvas', canvas, { script: 'd111111abcdef8.cloudfront.net', path: '/fp.js' })];
    expect(evidenceIn('fingerprinting', seen)).toMatchObject([
      { host: 'd111111abcdef8.cloudfront.net', path: '/fp.js', behind: '' },
    ]);
  });

  it('takes the page where the script cannot be told', () => {
    expect(evidenceIn('fingerprinting', [readOut('canvas', canvas, { script: null, path: '' })])).toMatchObject([
      { path: '', host: PAGE_HOST },
    ]);
  });

  it('tells two scripts apart', () => {
    const other = { script: 'two.example', path: '/x.js' };
    expect(evidenceIn('fingerprinting', [readOut('canvas', canvas), readOut('fonts', fonts, other)])).toHaveLength(2);
  });
});
