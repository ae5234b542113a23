// @vitest-environment happy-dom
/** Each address of the inspector leads to what it was made for, whatever its names hold; any other leads to a place that is there. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressWithin, rowsAddress } from '../../../components/inspector/inspector-address.ts';
import { inspectorPlace } from '../../../components/inspector/inspector-place.ts';
import { sentenceAt, sentencePart } from '../../../components/inspector/policy-place.ts';

/** As a browser has it, once it was gone to. */
const gone = (address: string): string => new URL(address, 'https://a.example/').hash;

it('leads to a part of a view, whatever its id', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (part) => {
      expect(inspectorPlace(gone(addressWithin('map', part)))).toEqual({ view: 'map', part });
    }),
  );
});

it('leads to the rows that were asked for', () => {
  const word = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(
      fc.record({ company: word, practice: word, words: word }, { requiredKeys: ['company'] }),
      (question) => {
        expect(inspectorPlace(gone(rowsAddress('evidence', question)))).toEqual({
          view: 'table',
          table: 'evidence',
          question,
        });
      },
    ),
  );
});

it('leads to a sentence of the text that was meant, and to any that has it where none was named', () => {
  expect(sentenceAt(sentencePart('sentence-3', 'copy@2'))).toEqual({ sentence: 'sentence-3', text: 'copy@2' });
  expect(sentenceAt('sentence-3')).toEqual({ sentence: 'sentence-3', text: null });
});

it.each([
  ['', { view: 'table', table: 'findings' }],
  ['#nowhere/at-all', { view: 'table', table: 'findings' }],
  ['#hosts', { view: 'table', table: 'hosts' }],
  ['#hosts?color=red', { view: 'table', table: 'hosts' }],
  ['#policy', { view: 'policy' }],
  ['#policy/%E0%A4%A', { view: 'policy', part: '%E0%A4%A' }],
])('%s leads to a place that is there', (hash, place) => {
  expect(inspectorPlace(hash)).toEqual(place);
});
