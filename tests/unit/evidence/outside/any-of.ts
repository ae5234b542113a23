/** A valibot schema → any value that it lets through: what comes from elsewhere is tried to its very borders. */
import * as fc from 'fast-check';
import * as v from 'valibot';

/** Texts that have broken readers of files: of formulas, of lines, of names that objects have already, of letters that are none. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    '"',
    '""',
    'a,b;"c"',
    'two\nlines',
    'two\r\nlines',
  ],
  ...['\u0000', '\u0085', '\u2028', '\uFEFF', '\ud800', '\udfff\ud83d', '\u202Egnp.exe', '%', '%zz', '%41', '#?&'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<script>alert(1)</script>', ']]>', '../../etc/passwd'],
  ...['about:blank', 'data:text/html,x', 'blob:https://a.example/1', 'xn--bcher-kva.example', 'bücher.example'],
  ...['www.google-analytics.com', 'a.example:8443', '[::1]', '127.0.0.1', 'a b', '/a path/ü', '//x', 'x'.repeat(200)],
  ...['null', 'true', 'NaN', '-', '1e5', '2026-11-27', '; ', 'a; b', '---', '{}', '&amp;', '\u0301'],
];

/** Enough for two alike and one other; a capture has some thirty lists, on each of its pages. */
const MOST_OF_A_LIST = 3;

type Piped = v.GenericSchema & {
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown; readonly kind: string }[];
};

const requirement = (schema: Piped, type: string): unknown =>
  schema.pipe?.find((one) => one.type === type)?.requirement;
const bound = (schema: Piped, type: string, otherwise: number): number => {
  const found = requirement(schema, type);
  return typeof found === 'number' ? found : otherwise;
};

function texts(schema: Piped): fc.Arbitrary<string> {
  const pattern = requirement(schema, 'regex');
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  const [least, most] = [bound(schema, 'min_length', 0), bound(schema, 'max_length', 1000)];
  const fits = HOSTILE_TEXTS.map((text) => text.slice(0, most)).filter((text) => text.length >= least);
  const random = fc.string({ unit: 'binary', minLength: least, maxLength: Math.max(least, Math.min(most, 12)) });
  return fits.length === 0 ? random : fc.oneof({ arbitrary: fc.constantFrom(...fits), weight: 4 }, random);
}

function numbers(schema: Piped): fc.Arbitrary<number> {
  const least = bound(schema, 'min_value', -1e300);
  const most = bound(schema, 'max_value', 1e300);
  const isWhole = schema.pipe?.some(({ type }) => type === 'integer') === true;
  const borders = [least, most, 0, 1, 1_790_000_000_000, 2 ** 53, 2 ** 53 - 1].filter(
    (one) => one >= least && one <= most,
  );
  const random = isWhole
    ? fc.integer({ min: Math.max(least, -1000), max: Math.min(most, 100_000) })
    : fc.double({ min: Math.max(least, -1e15), max: Math.min(most, 1e15), noNaN: true });
  return fc.oneof({ arbitrary: fc.constantFrom(...borders), weight: 1 }, { arbitrary: random, weight: 3 });
}

/** What only some of all texts are. */
const BY_NAME: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'),
};

function members(entries: Readonly<Record<string, v.GenericSchema>>): fc.Arbitrary<unknown> {
  const isOptional = (schema: v.GenericSchema): boolean => schema.type.endsWith('optional');
  const required = Object.keys(entries).filter((name) => !isOptional(entries[name]!));
  return fc.record(
    Object.fromEntries(Object.entries(entries).map(([name, schema]) => [name, BY_NAME[name] ?? anyOf(schema)])),
    {
      requiredKeys: required,
      noNullPrototype: true,
    },
  );
}

/** Any value that the schema lets through. @throws Error over a kind of schema that it does not know */
export function anyOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  /** What a schema of the kind that is asked for holds besides. */
  const of = schema as Piped & {
    readonly literal: unknown;
    readonly options: readonly unknown[];
    readonly wrapped: v.GenericSchema;
    readonly item: v.GenericSchema;
    readonly key: v.GenericSchema;
    readonly value: v.GenericSchema;
    readonly entries: Readonly<Record<string, v.GenericSchema>>;
  };
  const made = ((): fc.Arbitrary<unknown> => {
    switch (schema.type) {
      case 'string':
        return texts(of);
      case 'number':
        return numbers(of);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'literal':
        return fc.constant(of.literal);
      case 'picklist':
        return fc.constantFrom(...of.options);
      case 'nullable':
        return fc.option(anyOf(of.wrapped), { freq: 3 });
      case 'exact_optional':
      case 'optional':
        return anyOf(of.wrapped);
      case 'array': {
        const [minLength, most] = [bound(of, 'min_length', 0), bound(of, 'max_length', MOST_OF_A_LIST)];
        return fc.array(anyOf(of.item), {
          minLength,
          maxLength: Math.max(minLength, Math.min(most, MOST_OF_A_LIST)),
          size: 'max',
        });
      }
      case 'record':
        return fc.dictionary(anyOf(of.key) as fc.Arbitrary<string>, anyOf(of.value), {
          maxKeys: 3,
          noNullPrototype: true,
        });
      case 'object':
      case 'strict_object':
        return members(of.entries);
      case 'variant':
        return fc.oneof(...(of.options as readonly v.GenericSchema[]).map(anyOf));
      default:
        throw new Error(`No values are known of the schema ${schema.type}.`);
    }
  })();
  return made.filter((value) => v.is(schema, value));
}
