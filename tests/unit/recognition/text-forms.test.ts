import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest as shipped } from '../../../observers/page/digests.ts';
import {
  formsFound,
  formsOf,
  HASHES,
  isComparable,
  isDistinctive,
  searchable,
  type Digest,
  type TextForm,
} from '../../../recognition/text-forms.ts';

const digest: Digest = (hash, bytes) => new Uint8Array(createHash(hash).update(bytes).digest());
const EMAIL = 'Ada.Lantern@paper-boats.example';
const lower = EMAIL.toLowerCase();

const find = (text: string, url: string, body: string | null = null): TextForm[] =>
  formsFound(formsOf(text, digest), searchable(url, body));
const inBody = (text: string, body: string): TextForm[] => find(text, 'https://in.example/x', body);
const hex = (hash: string, text: string): string => createHash(hash).update(text).digest('hex');
const url = 'https://in.example/p?d=';

describe('the hashes that are shipped', () => {
  it.each(HASHES)('%s is what Node says it is', (hash) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...shipped(hash, bytes)]).toEqual([...digest(hash, bytes)]);
      }),
    );
  });
});

describe('a text is found', () => {
  it.each<[string, string, TextForm]>([
    ['as it was typed, in JSON', JSON.stringify({ value: EMAIL }), 'plain'],
    ['in lower case', `email=${lower}&x=1`, 'plain'],
    ['percent-encoded', `email=${encodeURIComponent(EMAIL)}`, 'encoded'],
    ['percent-encoded twice', `u=${encodeURIComponent(`/?e=${encodeURIComponent(EMAIL)}`)}`, 'encoded'],
    ['percent-encoded in lower-case digits', `email=${lower.replace('@', '%40').toLowerCase()}`, 'encoded'],
    ['with escapes of JSON', `{"v":"${EMAIL.replace('@', '\\u0040')}"}`, 'encoded'],
    ['in base64', Buffer.from(EMAIL).toString('base64'), 'base64'],
    ['inside of base64 of more', Buffer.from(JSON.stringify({ a: 1, v: EMAIL, z: 'z' })).toString('base64'), 'base64'],
    ['in base64 for addresses', Buffer.from(`ü?>${EMAIL}>?`).toString('base64url'), 'base64'],
    ['in base64, percent-encoded', encodeURIComponent(Buffer.from(`>>${lower}??`).toString('base64')), 'base64'],
    ...HASHES.flatMap((hash): [string, string, TextForm][] => [
      [`as ${hash} in hex`, `em=${hex(hash, lower)}`, hash],
      [`as ${hash} in upper case`, `em=${hex(hash, lower).toUpperCase()}`, hash],
      [`as ${hash} of what was typed`, `em=${hex(hash, EMAIL)}`, hash],
      [`as ${hash} in base64`, createHash(hash).update(lower).digest('base64'), hash],
      [`as ${hash} in base64 for addresses`, createHash(hash).update(lower).digest('base64url'), hash],
    ]),
  ])('%s', (_how, body, form) => {
    expect(inBody(EMAIL, body)).toContain(form);
    expect(inBody(` ${EMAIL} `, body)).toContain(form);
    expect(inBody('somebody@else.example', body)).toEqual([]);
  });

  it('a phone number by its digits', () => {
    expect(inBody('+1 (555) 010-2417', `ph=${hex('sha256', '15550102417')}`)).toEqual(['sha256']);
  });

  it('spaces as a form writes them', () => {
    expect(inBody('under the harbour lights', 'q=under+the+harbour+lights')).toEqual(['encoded']);
  });
});

describe('a text that is not distinctive', () => {
  it.each([
    ['a value of a query', 'https://x.example/s?q=hello&n=1', true],
    ['a part of a path', 'https://x.example/hello.js', false],
    ['a part of a word', 'https://x.example/s?q=othello', false],
    ['a part of a longer value', 'https://x.example/s?t=say+hello+there', false],
  ])('is found only as a whole value: %s', (_where, address, found) => {
    expect(find('hello', address).length > 0).toBe(found);
  });

  it('is found with the spaces that were typed around it', () => {
    expect(inBody(' hello ', 'q=+hello+&n=1')).toEqual(['encoded']);
    expect(inBody('\thello', 'q=%09hello&n=1')).toEqual(['encoded']);
    expect(inBody(' hello ', 'q=hello&n=1')).toEqual(['plain']);
  });

  it('is not found by chance inside of base64', () => {
    const carried = Buffer.from('{"genre":"music"}').toString('base64');
    expect(find('music', url + carried)).toEqual([]);
    expect(find('music', url + Buffer.from('music').toString('base64'))).toEqual(['base64']);
  });
});

it.each([
  ['ada@boats.example', true],
  ['+1 555 010 2417', true],
  ['hunter2boat', true],
  ['under the lights', true],
  ['hello', false],
  ['Paper boats', false],
])('%s is distinctive: %s', (text, expected) => {
  expect(isDistinctive(text)).toBe(expected);
});

it.each([
  ['1234', 'other', false],
  ['12345', 'other', true],
  ['  12  ', 'other', false],
  ['a@b.c', 'email', false],
  ['a@b.cd', 'email', true],
  ['4111111111111111', 'card-number', false],
  ['Ada Lantern', 'card-detail', false],
  ['a secret thing', 'password', true],
] as const)('%s in a field for %s is compared: %s', (text, meaning, expected) => {
  expect(isComparable(text, meaning)).toBe(expected);
});

describe('whatever a page makes', () => {
  const typed = fc.string({ unit: 'binary', minLength: 5, maxLength: 60 }).filter((text) => text.trim().length >= 5);

  it('throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string(), (text, address, body) => {
        expect(Array.isArray(find(text, address, body))).toBe(true);
        expect(Array.isArray(find(text, address, `%${body}\\u${address}%e`))).toBe(true);
      }),
    );
  });

  it('finds what it made', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const value = Buffer.from(text).toString('base64');
        expect(inBody(text, `v=${value}`)).toContain('base64');
        for (const hash of HASHES) expect(inBody(text, hex(hash, text.trim().toLowerCase()))).toContain(hash);
        const well = text.toWellFormed();
        expect(inBody(well, `v=${encodeURIComponent(well)}&`)).not.toEqual([]);
      }),
    );
  });

  it('does not find another text', () => {
    const email = fc.emailAddress();
    fc.assert(
      fc.property(email, email, (mine, other) => {
        fc.pre(!other.includes(mine) && !mine.includes(other));
        const body = `e=${encodeURIComponent(other)}&h=${hex('sha256', other)}&b=${Buffer.from(other).toString('base64')}`;
        expect(inBody(mine, body)).toEqual([]);
      }),
    );
  });
});
