import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clausesFile from '../../../policy-data/organisations/sony-music/policies/2011-12-31/clauses.json' with { type: 'json' };
import { driftOf, stretchChange } from '../../../reading/drift.ts';
import { findQuote, searchedText } from '../../../reading/find-quote.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import { wordChanges } from '../../../reading/word-changes.ts';

const POLICY = readFileSync(
  join(import.meta.dirname, '../../../policy-data/organisations/sony-music/policies/2011-12-31/policy.md'),
  'utf8',
);
const read = (text: string) => readPolicy(readPlainText(text));
const drift = (before: string, after: string) => {
  const [one, other] = [read(before), read(after)];
  const found = driftOf(one, other);
  const told = found.changes.map(({ kind, before: a, after: b }) => {
    const [was, is] = [a === null ? '' : one.sentences[a]?.text, b === null ? '' : other.sentences[b]?.text];
    return kind === 'gone' ? `gone: ${was}` : kind === 'reworded' ? `reworded: ${was} → ${is}` : `${kind}: ${is}`;
  });
  return { ...found, told };
};

const A =
  'We collect your name. We share it with our label. We keep it for two years. You may write to us at any time.';

describe('what changed between two texts', () => {
  it('is nothing for the same text, however it is set', () => {
    const found = drift(POLICY, POLICY.replaceAll("'", '’').replaceAll('  * ', '* '));
    expect(found.isChanged).toBe(false);
    expect(found.counts).toMatchObject({ moved: 0, reworded: 0, gone: 0, new: 0 });
  });

  it('tells what is gone, new, reworded and moved, in the order of the later text', () => {
    const after =
      'You may write to us at any time. We collect your name. We share it with our label and with artists. Cookies help us.';
    expect(drift(A, after).told).toEqual([
      'moved: You may write to us at any time.',
      'same: We collect your name.',
      'reworded: We share it with our label. → We share it with our label and with artists.',
      'new: Cookies help us.',
      'gone: We keep it for two years.',
    ]);
  });

  it('is no change where sentences have only moved', () => {
    const found = drift('We read. We write. We sing.', 'We sing. We read. We write.');
    expect([found.isChanged, found.counts.moved]).toEqual([false, 1]);
  });

  it.each([
    ['Last updated: May 2, 2020', 'Last updated: June 13, 2021'],
    ['Effective Date 01/01/2020', 'Effective Date 30/11/2023'],
    ['Last updated\n\nMay 2, 2020', 'Last updated\n\nJune 13, 2021'],
    ['© 2020 Sony Music Entertainment', '© 2021 Sony Music Entertainment'],
    ['Stand: Mai 2018', 'Stand: Juni 2019'],
  ])('is no change where a date of the text alone is another: %s', (before, after) => {
    expect(drift(`${before}\n\n${A}`, `${after}\n\n${A}`).isChanged).toBe(false);
  });

  it.each([
    ['© 2020 Sony Music Entertainment', '© 2020 Kelpwick Records'],
    ['We keep it until May 2, 2020.', 'We keep it until May 2, 2030.'],
    ['We keep it for 2 years.', 'We keep it for 20 years.'],
  ])('is a change where a name or a number of the matter is another: %s', (before, after) => {
    expect(drift(`${A}\n\n${before}`, `${A}\n\n${after}`).isChanged).toBe(true);
  });

  it('knows equal items by what leads them in', () => {
    const before = 'We collect:\n\n* your name\n* your age\n\nWe share:\n\n* your name';
    const after = 'We collect:\n\n* your age\n\nWe share:\n\n* your name';
    expect(drift(before, after).told).toEqual([
      'same: We collect:',
      'gone: your name',
      'same: your age',
      'same: We share:',
      'same: your name',
    ]);
  });

  it('names every sentence of both texts once, whatever they are', () => {
    const sentence = fc.constantFrom(
      ...A.split(/(?<=\.) /),
      'We share it with artists.',
      'Cookies help us.',
      'Updated May 2020.',
    );
    const text = fc.array(sentence, { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { changes, counts } = drift(before, after);
        const rising = (numbers: readonly (number | null)[]) => numbers.filter((at) => at !== null);
        const all = (count: number) => Array.from({ length: count }, (_, at) => at);
        expect(rising(changes.map((change) => change.after))).toEqual(all(read(after).sentences.length));
        expect(rising(changes.map((change) => change.before)).sort((a, b) => a - b)).toEqual(
          all(read(before).sentences.length),
        );
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(changes.length);
        const same = changes.filter(({ kind }) => kind === 'same').map((change) => change.before ?? -1);
        expect(same).toEqual([...same].sort((a, b) => a - b));
      }),
    );
  });

  it('tells what became of a clause', () => {
    const before = read(POLICY);
    const searched = searchedText(before.document.text);
    const placeOf = (id: string) => {
      const quote = clausesFile.clauses.find((clause) => clause.id === id)?.quote ?? '';
      return findQuote(searched, readDocument(readPlainText(quote)).text) ?? { start: 0, end: 0 };
    };
    const text = POLICY.replace('Sony Music is a member of the TRUSTe Privacy Program. ', '').replace(
      'such as full name, street address',
      'such as your name, street address',
    );
    const found = driftOf(before, read(text));
    expect(stretchChange(found, before, placeOf('truste-member'))).toBe('gone');
    expect(stretchChange(found, before, placeOf('personal-information-meaning'))).toBe('reworded');
    expect(stretchChange(found, before, placeOf('who-may-use-information'))).toBe('same');
    expect(stretchChange(found, before, { start: 0, end: 0 })).toBeNull();
  });
});

describe('the words of a sentence that changed', () => {
  it('are told in order, and give both wordings again', () => {
    const [before, after] = ['We share “it” with our label.', 'We may share "it" with our label and artists.'];
    const changes = wordChanges(before, after);
    expect(changes).toEqual([
      { kind: 'same', text: 'We ' },
      { kind: 'new', text: 'may ' },
      { kind: 'same', text: 'share "it" with our ' },
      { kind: 'gone', text: 'label.' },
      { kind: 'new', text: 'label and artists.' },
    ]);
  });

  it('are all of both where nothing is alike', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordChanges(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
