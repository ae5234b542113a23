import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { historyWords } from '../../../words/consent-words.ts';
import type { ConsentChoice, ConsentRecord } from '../../../ledger/visit-entries.ts';
import { NOON, PAGE_HOST } from '../../../tools/builders/observations.ts';

const entry = (choice: ConsentChoice['choice'], change: Partial<ConsentChoice> = {}): ConsentChoice => ({
  choice,
  at: NOON + 65_000,
  after: NOON + 64_000,
  maker: 'person',
  source: 'OptanonConsent',
  ...change,
});
const NONE = entry('none-yet', { at: NOON, after: null, maker: null });

function words(history: readonly ConsentChoice[], change: Partial<ConsentRecord> = {}): string {
  const last = history.at(-1);
  const record: ConsentRecord = {
    at: NOON,
    platform: 'OneTrust',
    host: PAGE_HOST,
    choice: last?.choice ?? 'unknown',
    source: last?.source ?? '',
    several: false,
    history,
    ...change,
  };
  return historyWords(english, record, 'UTC').join(' ');
}

describe('historyWords', () => {
  it.each<[readonly ConsentChoice[], string]>([
    [[NONE], 'OneTrust: no choice stored yet.'],
    [
      [NONE, entry('accepted')],
      'OneTrust: accepted at 12:01:05. You had pressed something just before; our last look without it was at 12:01:04.',
    ],
    [
      [NONE, entry('partly', { maker: 'unknown' })],
      'OneTrust: accepted in part at 12:01:05. Who chose cannot be told: a press inside a frame is not seen. Our last look without it was at 12:01:04.',
    ],
    [
      [NONE, entry('accepted', { maker: 'tool' })],
      'OneTrust: the tool stored “accepted” by itself. It did not come from a press of yours.',
    ],
    [
      [NONE, entry('refused', { maker: 'signal' })],
      'OneTrust: the tool stored “refused” because of your browser’s signal (Global Privacy Control), and not after a press of yours.',
    ],
    [
      [entry('refused', { after: null, maker: 'earlier' })],
      'OneTrust: refused. The choice was stored before we began to look.',
    ],
    [[entry('unknown', { after: null, maker: 'earlier' })], 'OneTrust: we cannot read which choice is stored.'],
    [[entry('unknown', { after: null, maker: null })], 'OneTrust: we cannot read which choice is stored.'],
    [
      [entry('accepted', { after: null, maker: 'earlier' }), entry('withdrawn', { maker: 'tool' })],
      'OneTrust: accepted. The choice was stored before we began to look. OneTrust: since 12:01:05 no choice is stored any more.',
    ],
  ])('%j', (history, expected) => {
    expect(words(history)).toBe(expected);
  });

  it('tells each choice in turn', () => {
    const both = words([NONE, entry('refused'), entry('accepted', { at: NOON + 300_000, after: NOON + 299_000 })]);
    expect(both).toContain('OneTrust: refused at 12:01:05.');
    expect(both).toContain('OneTrust: accepted at 12:05:00.');
  });

  it('decides nothing where two choices are stored', () => {
    expect(words([entry('unknown', { after: null, maker: 'earlier' })], { several: true })).toBe(
      'OneTrust: two different choices are stored at once, so we cannot tell which one holds.',
    );
  });
});
