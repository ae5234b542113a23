import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawBlock, RawDocument } from '../../../reading/raw-document.ts';
import { MAX_BLOCKS, MAX_CHARACTERS, readDocument } from '../../../reading/read-document.ts';
import { MAX_SENTENCES, sentencesOf } from '../../../reading/sentences.ts';

const rawOf = (...blocks: readonly RawBlock[]): RawDocument => ({
  ...{ address: 'https://www.a.example/privacy', title: 'Privacy', declaredLanguage: 'en', publisher: '' },
  ...{ blocks, cutBy: null, unreadFrames: 0 },
});
const paragraph = (text: string, more: Partial<RawBlock> = {}): RawBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  ...more,
});
const item = (text: string, level = 1): RawBlock => ({ kind: 'item', level, text });
const heading = (text: string, level = 2): RawBlock => ({ kind: 'heading', level, text });
const read = (...blocks: readonly RawBlock[]) => sentencesOf(readDocument(rawOf(...blocks)));
const statements = (...blocks: readonly RawBlock[]): string[] => read(...blocks).map(({ statement }) => statement);

describe('items and what leads them in', () => {
  it('makes each item a full statement', () => {
    expect(statements(paragraph('We collect data. We may share:'), item('your name'), item('your address'))).toEqual([
      'We collect data.',
      'We may share:',
      'We may share: your name',
      'We may share: your address',
    ]);
  });

  it('nests: an inner list goes on with its outer item, and the outer list goes on behind it', () => {
    expect(
      statements(paragraph('We may:'), item('share it:'), item('with A', 2), item('with B', 2), item('keep it')).slice(
        1,
      ),
    ).toEqual(['We may: share it:', 'We may: share it: with A', 'We may: share it: with B', 'We may: keep it']);
  });

  it('takes a heading, and a sentence that points at what follows', () => {
    expect(statements(heading('How we use data'), item('To sell'))[1]).toBe('How we use data: To sell');
    expect(statements(paragraph('We use the following information.'), item('Your name'))[1]).toBe(
      'We use the following information.: Your name',
    );
    expect(statements(paragraph('Wir erheben folgende Daten.'), item('Ihren Namen'))[1]).toContain('folgende Daten');
  });

  it('takes no paragraph that has come to its end, and none behind which something else stands', () => {
    expect(statements(paragraph('We love music.'), item('Your name'))[1]).toBe('Your name');
    expect(statements(paragraph('We may share:'), item('A'), paragraph('That is all.'), item('B'))[3]).toBe('B');
  });

  it('knows lists that somebody typed, and leaves the bullet out but not the letter', () => {
    const found = read(
      paragraph('We may share:\n• your name\n• your address,\nif you agree'),
      paragraph('(a) your age'),
    );
    expect(found.map(({ text }) => text)).toEqual([
      'We may share:',
      'your name',
      'your address,\nif you agree',
      '(a) your age',
    ]);
    expect(found[2]?.statement).toBe('We may share: your address,\nif you agree');
    expect(found[3]?.statement).toBe('We may share: your age');
  });
});

describe('a list that is broken by line breaks alone', () => {
  it('is read as its items, small letters or capitals', () => {
    const found = read(
      paragraph('We collect:\nname\nemail address\nand your age.\nWe share:\nYour name\nYour address'),
    );
    expect(found.map(({ kind, statement }) => [kind, statement])).toEqual([
      ['paragraph', 'We collect:'],
      ['item', 'We collect: name'],
      ['item', 'We collect: email address'],
      ['item', 'We collect: and your age.'],
      ['paragraph', 'We share:'],
      ['item', 'We share: Your name'],
      ['item', 'We share: Your address'],
    ]);
  });

  it('is no list where one line follows, or long ones do', () => {
    const long = 'words of a paragraph that goes on and on '.repeat(4);
    expect(read(paragraph('Note:\nwe collect your name.')).map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(read(paragraph(`Note:\n${long}\n${long}`)).every(({ kind }) => kind === 'paragraph')).toBe(true);
  });
});

describe('sections', () => {
  it('give each sentence its path, marked or not', () => {
    const found = read(
      ...[heading('Policy', 1), paragraph('Hello there.'), heading('Sharing'), paragraph('We share.')],
      ...[
        paragraph('With whom', { isBold: true }),
        paragraph('With A.'),
        paragraph('YOUR RIGHTS'),
        paragraph('You may ask.'),
      ],
      ...[
        heading('Contact'),
        paragraph('Write to us.'),
        paragraph('3. Children'),
        paragraph('We ask no children at all.'),
      ],
    );
    const path = (text: string) => found.find((sentence) => sentence.text === text)?.section;
    expect(path('Hello there.')).toEqual(['Policy']);
    expect(path('We share.')).toEqual(['Policy', 'Sharing']);
    expect(path('With A.')).toEqual(['Policy', 'Sharing', 'With whom']);
    expect(path('You may ask.')).toEqual(['Policy', 'Sharing', 'YOUR RIGHTS']);
    expect(path('Write to us.')).toEqual(['Policy', 'Contact']);
    expect(path('We ask no children at all.')).toEqual(['Policy', 'Contact', '3. Children']);
    expect(path('Contact')).toEqual(['Policy']);
  });

  it('are not made of a bold sentence, or of a bold line at the end', () => {
    const found = read(
      paragraph('We never sell.', { isBold: true }),
      paragraph('Never.'),
      paragraph('Bye', { isBold: true }),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });
});

describe('tables', () => {
  it('put the headers of row and column before a cell, and quote the cell alone', () => {
    const cell: RawBlock = {
      kind: 'cell',
      level: 0,
      text: 'our partners',
      row: 'E-mail address',
      column: 'Shared with',
    };
    const [found] = read(cell);
    expect(found?.statement).toBe('E-mail address – Shared with: our partners');
    expect(found?.text).toBe('our partners');
  });

  it('say a header once where it is the cell itself', () => {
    expect(statements({ kind: 'cell', level: 0, text: 'Cookies', row: 'Cookies', column: 'What' })).toEqual([
      'What: Cookies',
    ]);
  });
});

describe('any document', () => {
  const text = fc.oneof(
    fc.constantFrom(
      'We may share:',
      '• one\n• two',
      '',
      ' ',
      '\n\n\n',
      'A.\n\nB.',
      'HEAD',
      '1. Head',
      '(a) b',
      'x'.repeat(5000),
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const block: fc.Arbitrary<RawBlock> = fc.record({
    kind: fc.constantFrom<RawBlock['kind'][]>('heading', 'paragraph', 'item', 'cell', 'summary'),
    text,
    level: fc.oneof(fc.integer({ min: -2, max: 50 }), fc.constantFrom(Number.NaN, Infinity, 1.5)),
    isBold: fc.boolean(),
    row: text,
    column: text,
  });

  it('is read without an error: blocks and sentences in order, apart, in their place', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
        const document = readDocument(rawOf(...blocks));
        let end = 0;
        for (const one of document.blocks) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expect(document.text.slice(end, one.start).trim()).toBe('');
          end = one.end;
        }
        expect(end).toBe(document.text.length);
        let at = 0;
        for (const sentence of sentencesOf(document)) {
          expect(document.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(document.text.slice(at, sentence.start).trim()).toBe('');
          const own = document.blocks[sentence.block];
          expect(sentence.start >= (own?.start ?? Infinity) && sentence.end <= (own?.end ?? 0)).toBe(true);
          if (sentence.leadIn !== null) expect(sentence.leadIn).toBeLessThan(sentence.at);
          at = sentence.end;
        }
        expect(document.text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('stays within its limits and says what it cut', () => {
    const many = readDocument(rawOf(...Array.from({ length: MAX_BLOCKS + 5 }, (_, at) => paragraph(`Block ${at}.`))));
    expect([many.blocks.length, many.cutBy]).toEqual([MAX_BLOCKS, 'blocks']);
    const long = readDocument(
      rawOf(paragraph('a'.repeat(MAX_CHARACTERS - 1)), paragraph('😀 and more'), paragraph('end')),
    );
    expect([long.text.length, long.cutBy]).toEqual([MAX_CHARACTERS - 1, 'characters']);
    const deep = read(paragraph('We:'), ...Array.from({ length: 3000 }, (_, at) => item(`item ${at}:`, at + 1)));
    expect(Math.max(...deep.map(({ statement }) => statement.length))).toBeLessThan(1500);
  });

  it('gives no more sentences than its limit, and puts a lead-in before no more items than a list has', () => {
    const many = readDocument(rawOf(paragraph('A b. '.repeat(MAX_SENTENCES + 5))));
    expect(sentencesOf(many)).toHaveLength(MAX_SENTENCES);
    const items = Array.from({ length: 2000 }, (_, at) => item(`thing ${at}`, 1));
    const led = read(paragraph('We share:'), ...items).filter(({ statement }) =>
      statement.startsWith('We share: thing'),
    );
    expect(led.length).toBe(500);
  });

  it('says what was cut before it arrived', () => {
    expect(readDocument({ ...rawOf(paragraph('A.')), cutBy: 'elements' }).cutBy).toBe('elements');
  });
});
