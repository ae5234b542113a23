import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_OBSERVATIONS_PER_MESSAGE } from '../../../ledger/messages.ts';
import {
  isForgetMessage,
  isRecognisedMessage,
  readPageMessage,
  readRecorderMessage,
} from '../../../ledger/read-message.ts';
import { clip, toAddress } from '../../../ledger/observation.ts';
import { form, link, NOON, page, request, stored } from '../../../tools/builders/observations.ts';

const head = { document: 'document-1', startedAt: NOON, frame: 'top' };

describe('readPageMessage', () => {
  it('takes a message as it was sent', () => {
    const observations = [request('a.example', { count: 3 }), stored('theme'), form(), link('shop'), page()];
    const message = { type: 'observed', ...head, observations };
    expect(readPageMessage(structuredClone(message))).toEqual({ message, dropped: 0 });
    const opened = { type: 'opened', ...head, page: page() };
    expect(readPageMessage(opened)).toEqual({ message: opened, dropped: 0 });
  });

  it('drops a bad observation, counts it, and keeps its neighbours', () => {
    const observations = [request('a.example'), { kind: 'request' }, null, 'x', { ...stored('x'), value: 'secret' }];
    const read = readPageMessage({ type: 'observed', ...head, observations });
    expect(read?.dropped).toBe(4);
    expect(read?.message.type === 'observed' ? read.message.observations : []).toEqual([request('a.example')]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'observed'],
    ['another type', { type: 'other', ...head }],
    ['no document', { type: 'observed', startedAt: 1, frame: 'top', observations: [] }],
    ['a time that is none', { type: 'observed', ...head, startedAt: Number.NaN, observations: [] }],
    ['more than fits', { type: 'observed', ...head, observations: Array(MAX_OBSERVATIONS_PER_MESSAGE + 1).fill(0) }],
    ['a field too many', { type: 'observed', ...head, observations: [], tab: 3 }],
  ])('refuses %s', (_what, input) => {
    expect(readPageMessage(input)).toBeNull();
  });

  it('takes no cookie from a page: only the browser tells of cookies', () => {
    const read = readPageMessage({ type: 'observed', ...head, observations: [stored('id', 'cookie')] });
    expect(read?.dropped).toBe(1);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(readPageMessage(input)).toBeNull();
        const read = readPageMessage({ type: 'observed', ...head, observations: [input] });
        expect(read?.dropped).toBe(1);
      }),
    );
  });
});

describe('clip', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab😀d', 4, 'ab…'],
    ['', 3, ''],
  ])('%s to %i', (text, max, expected) => {
    expect(clip(text, max)).toBe(expected);
  });
});

describe('toAddress', () => {
  it.each([
    ['https://A.example:8443/x?y=1#z', undefined, { scheme: 'https', host: 'a.example', path: '/x' }],
    ['http://user:secret@a.example', undefined, { scheme: 'http', host: 'a.example', path: '/' }],
    ['/send', 'https://a.example/form', { scheme: 'https', host: 'a.example', path: '/send' }],
    ['wss://a.example/live', undefined, { scheme: 'wss', host: 'a.example', path: '/live' }],
    ['data:text/plain,x', undefined, null],
    ['javascript:alert(1)', 'https://a.example', null],
    ['not an address', undefined, null],
  ])('%s', (url, base, expected) => {
    expect(toAddress(url, base)).toEqual(expected);
  });

  it('keeps no query, fragment or user name, and never throws', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, text) => {
        expect(toAddress(url)?.path ?? '').not.toMatch(/[?#]/);
        toAddress(text);
        toAddress(text, url);
      }),
    );
  });
});

describe('the two short messages', () => {
  it.each<[unknown, boolean, boolean]>([
    [{ type: 'recognised' }, true, false],
    [{ type: 'forget-all' }, false, true],
    [{ type: 'recognised', tab: 3 }, false, false],
    [{ type: 'forget-all', and: 'more' }, false, false],
    [{ type: 'opened' }, false, false],
    ['forget-all', false, false],
    [null, false, false],
    [undefined, false, false],
  ])('%j', (input, recognised, forget) => {
    expect(isRecognisedMessage(input)).toBe(recognised);
    expect(isForgetMessage(input)).toBe(forget);
    expect(readPageMessage(input)).toBeNull();
  });
});

describe('the wish to record or to stop', () => {
  it.each([{ type: 'start-recording', id: 'recording-1' }, { type: 'stop-recording' }])('%j', (input) => {
    expect(readRecorderMessage(input)).toEqual(input);
    expect(readPageMessage(input)).toBeNull();
  });

  it.each([
    { type: 'start-recording' },
    { type: 'start-recording', id: 'short' },
    { type: 'start-recording', id: 'x'.repeat(65) },
    { type: 'start-recording', id: 12345678 },
    { type: 'start-recording', id: 'recording-1', and: 'more' },
    { type: 'stop-recording', id: 'recording-1' },
    { type: 'recording', on: true },
    'stop-recording',
    [],
    null,
    undefined,
  ])('is not %j', (input) => {
    expect(readRecorderMessage(input)).toBeNull();
  });

  it('is nothing else, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(readRecorderMessage(input)).toBeNull();
      }),
    );
  });
});
