import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, type AmfGroup, type AmfValue } from '../../../recognition/amf.ts';
import { describeAmf } from '../../../recognition/flash-entry.ts';
import { amf3Values } from './amf-values.ts';

const string = (value: string): AmfValue => ({ kind: 'string', value });
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const object = (name: string, ...values: AmfValue[]): AmfGroup => ({
  ...group('object', name),
  entries: values.map((value, i) => ({ name: `n${i}`, value })),
});

describe('describeAmf', () => {
  it.each<[AmfValue, string, string | null, string | null]>([
    [string('Adele'), 'string', 'text', null],
    [string(UUID), 'string', 'uuid', UUID],
    [string('fan@example.com'), 'string', 'e-mail', 'fan@example.com'],
    [string(''), 'string', 'empty', null],
    [{ kind: 'integer', value: 7 }, 'integer', 'number', null],
    [{ kind: 'number', value: 1700000000000 }, 'number', 'time', null],
    [{ kind: 'number', value: 918273645546 }, 'number', 'identifier', '918273645546'],
    [{ kind: 'boolean', value: true }, 'boolean', 'yes-no', null],
    [{ kind: 'null', value: null }, 'null', 'empty', null],
    [{ kind: 'undefined', value: null }, 'undefined', 'empty', null],
    [{ kind: 'unsupported', value: null }, 'unsupported', 'empty', null],
    [{ kind: 'date', value: 0 }, 'date', 'time', null],
    [{ kind: 'XML', value: '<a/>' }, 'XML', null, null],
    [{ kind: 'bytes', value: Uint8Array.of(1, 2) }, 'bytes, 2', null, null],
    [{ ...group('array'), items: [string('a'), string('b')] }, 'array of 2', null, null],
    [
      { ...group('array'), items: [string(UUID)], entries: [{ name: 'x', value: string('a') }] },
      'array of 2',
      null,
      UUID,
    ],
    [object('', string('a'), string('b'), string('c')), 'object of 3', null, null],
    [object('Foo', object('', string(UUID))), 'object Foo of 1', null, UUID],
    [{ ...group('vector', 'int'), items: [{ kind: 'integer', value: 1 }] }, 'vector int of 1', null, null],
    [{ ...group('dictionary'), items: [string('k'), string(UUID)] }, 'dictionary of 1', null, UUID],
    [{ kind: 'reference', to: object('Foo') }, 'the same object Foo of 0', null, null],
    [{ kind: 'reference', to: null }, 'reference to nothing', null, null],
  ])('%o is %s', (value, type, shape, identifier) => {
    expect(describeAmf(value)).toEqual({ type, shape, identifier });
  });

  it('takes the longest identifier', () => {
    expect(describeAmf(object('', string('a3f9c02e'), string(UUID))).identifier).toBe(UUID);
  });

  it('cuts the name of a class', () => {
    expect(describeAmf(object('x'.repeat(500))).type.length).toBeLessThan(140);
  });

  it('does not walk in circles, nor through all of a large value', () => {
    const loop = object('');
    loop.entries.push({ name: 'self', value: { kind: 'reference', to: loop } });
    expect(describeAmf(loop).type).toBe('object of 1');
    const many = { ...group('array'), items: Array.from({ length: 9999 }, () => string('x')) };
    many.items.push(string(UUID));
    expect(describeAmf(many)).toEqual({ type: 'array of 10000', shape: null, identifier: null });
  });

  it('says something of every value', () => {
    fc.assert(
      fc.property(amf3Values, (value) => {
        expect(describeAmf(value).type).not.toBe('');
      }),
    );
  });
});
