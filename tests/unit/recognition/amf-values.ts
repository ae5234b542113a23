/** Random AMF values for the property tests. */
import fc from 'fast-check';
import type { AmfEntry, AmfValue } from '../../../recognition/amf.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const oneOf = (...values: fc.Arbitrary<AmfValue>[]): fc.Arbitrary<AmfValue> => fc.oneof(...values);

const scalars = oneOf(
  fc.constantFrom<AmfValue>({ kind: 'undefined', value: null }, { kind: 'null', value: null }),
  fc.boolean().map((value): AmfValue => ({ kind: 'boolean', value })),
  fc.double().map((value): AmfValue => ({ kind: 'number', value })),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((value): AmfValue => ({ kind: 'string', value })),
  fc.double().map((value): AmfValue => ({ kind: 'date', value })),
  fc.string({ maxLength: 20 }).map((value): AmfValue => ({ kind: 'XML', value })),
  fc.nat(20).map((pick): AmfValue => ({ kind: 'reference', to: null, pick }) as AmfValue),
);

const amf3Scalars = oneOf(
  scalars,
  fc.integer({ min: -(2 ** 28), max: 2 ** 28 - 1 }).map((value): AmfValue => ({ kind: 'integer', value })),
  fc.uint8Array({ maxLength: 10 }).map((value): AmfValue => ({ kind: 'bytes', value })),
);

const integers = (min: number, max: number): fc.Arbitrary<AmfValue[]> =>
  fc.array(
    fc.integer({ min, max }).map((value): AmfValue => ({ kind: 'integer', value })),
    { maxLength: 4 },
  );

const vectors = fc
  .oneof(
    fc.tuple(fc.constant('int'), integers(-(2 ** 31), 2 ** 31 - 1)),
    fc.tuple(fc.constant('uint'), integers(0, 2 ** 32 - 1)),
    fc.tuple(fc.constant('double'), fc.array(fc.double().map((value): AmfValue => ({ kind: 'number', value })))),
  )
  .map(([of, items]): AmfValue => ({ kind: 'vector', name: of, items, entries: [] }));

// An interface would not do: `letrec` asks for an index signature.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
type Tree = {
  value: AmfValue;
  items: AmfValue[];
  entries: AmfEntry[];
};

/** Values that AMF3 can write. */
export const amf3Values = fc.letrec<Tree>((tie) => ({
  items: fc.array(tie('value'), { maxLength: 4 }),
  entries: fc.array(fc.record({ name, value: tie('value') }), { maxLength: 4 }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    amf3Scalars,
    vectors,
    fc
      .record({ items: tie('items'), entries: tie('entries') })
      .map((made): AmfValue => ({ kind: 'array', name: '', ...made })),
    fc
      .record({ name: fc.constantFrom('', 'Album', 'flash.geom.Point'), entries: tie('entries') })
      .map((made): AmfValue => ({ kind: 'object', items: [], ...made })),
    fc
      .record({ name: fc.constantFrom('', 'Album'), items: tie('items') })
      .map((made): AmfValue => ({ kind: 'vector', entries: [], ...made })),
    tie('items').map((half): AmfValue => ({
      kind: 'dictionary',
      name: '',
      items: half.slice(half.length % 2),
      entries: [],
    })),
  ),
})).value;

/** Values that AMF0 can write, some of them by changing to AMF3. */
export const amf0Values = fc.letrec<Tree>((tie) => ({
  items: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
  // A name may be empty here.
  entries: fc.array(fc.record({ name: fc.oneof(name, fc.constant('')), value: tie('value') }), { maxLength: 4 }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.constant<AmfValue>({ kind: 'unsupported', value: null }),
    fc.integer({ min: -(2 ** 28), max: 2 ** 28 - 1 }).map((value): AmfValue => ({ kind: 'integer', value })),
    vectors,
    tie('items').map((items): AmfValue => ({ kind: 'array', name: '', items, entries: [] })),
    tie('entries').map((entries): AmfValue => ({ kind: 'array', name: '', items: [], entries })),
    fc
      .record({ name: fc.constantFrom('', 'Album'), entries: tie('entries') })
      .map((made): AmfValue => ({ kind: 'object', items: [], ...made })),
  ),
})).value;
