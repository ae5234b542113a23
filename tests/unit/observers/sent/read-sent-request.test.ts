import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BODY, MAX_URL } from '../../../../observers/sent/sent-request.ts';
import { bodyText, sentRequest, type RequestDetails } from '../../../../observers/sent/read-sent-request.ts';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const details: RequestDetails = {
  url: 'https://in.example/collect?v=1',
  method: 'POST',
  timeStamp: 1000.5,
  frameId: 0,
  initiator: 'https://www.sonymusic.com',
};
const nobody = (): boolean => false;

describe('the body as text', () => {
  it.each([
    ['none', undefined, null],
    ['null (Firefox)', null, null],
    ['an empty form', { formData: {} }, null],
    ['a form', { formData: { 'e mail': ['a@b.example', 'ü'], n: ['1'] } }, 'e+mail=a%40b.example&e+mail=%C3%BC&n=1'],
    ['a form with bytes', { formData: { f: [new ArrayBuffer(2)], n: ['1'] } }, 'n=1'],
    ['JSON', { raw: [{ bytes: bytes('{"a":"é"}') }] }, '{"a":"é"}'],
    ['several parts', { raw: [{ bytes: bytes('ab') }, { bytes: bytes('cd') }] }, 'abcd'],
    ['a file', { raw: [{ file: '/x', bytes: undefined }] }, null],
    ['no text', { raw: [{ bytes: new Uint8Array([0x1f, 0x8b, 0xff]).buffer }] }, null],
  ])('%s', (_what, body, expected) => {
    expect(bodyText(body)).toBe(expected);
  });

  it('puts a character together that two parts share', () => {
    const [first, second] = [...new TextEncoder().encode('é')] as [number, number];
    const raw = [{ bytes: new Uint8Array([first]).buffer }, { bytes: new Uint8Array([second]).buffer }];
    expect(bodyText({ raw })).toBe('é');
  });

  it('is cut, and a character cut in two is no error', () => {
    expect(bodyText({ raw: [{ bytes: bytes('é'.repeat(MAX_BODY * 2)) }] })).toBe('é'.repeat(MAX_BODY));
    expect(bodyText({ formData: { a: ['x'.repeat(MAX_BODY)] } })).toHaveLength(MAX_BODY);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), fc.dictionary(fc.string(), fc.array(fc.anything())), (raw, formData) => {
        const parts = raw.map((one) => ({ bytes: one.slice().buffer }));
        for (const text of [bodyText({ raw: parts }), bodyText({ formData })]) {
          if (text !== null) expect(text.length).toBeLessThanOrEqual(MAX_BODY);
        }
      }),
    );
  });
});

describe('the request', () => {
  it('of the page', () => {
    expect(sentRequest({ ...details, requestBody: { raw: [{ bytes: bytes('x') }] } }, nobody)).toEqual({
      url: 'https://in.example/collect?v=1',
      method: 'POST',
      body: 'x',
      at: 1000.5,
      source: 'page',
      by: null,
    });
  });

  it.each<[string, Partial<RequestDetails>, (host: string) => boolean, string, string | null]>([
    ['another company’s frame', { frameId: 7, initiator: 'https://f.example' }, nobody, 'frame', 'f.example'],
    ['a frame that is watched', { frameId: 7, initiator: 'https://f.example' }, () => true, 'page', 'f.example'],
    [
      'a frame in Firefox',
      { frameId: 7, initiator: undefined, documentUrl: 'https://f.example/a' },
      nobody,
      'frame',
      'f.example',
    ],
    ['a frame without an origin', { frameId: 7, initiator: 'null' }, nobody, 'frame', null],
  ])('of %s', (_what, change, watched, source, by) => {
    expect(sentRequest({ ...details, ...change }, watched)).toMatchObject({ source, by });
  });

  it.each(['data:text/plain,x', 'chrome-extension://abc/x', 'blob:https://a.example/1', ''])('is none: %s', (url) => {
    expect(sentRequest({ ...details, url }, nobody)).toBeNull();
  });

  it('has its address cut', () => {
    expect(sentRequest({ ...details, url: `https://a.example/${'x'.repeat(MAX_URL)}` }, nobody)?.url).toHaveLength(
      MAX_URL,
    );
  });
});
