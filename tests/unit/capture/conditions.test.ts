import { describe, expect, it } from 'vitest';
import { judgeConditions, type ConditionId } from '../../../capture/conditions.ts';
import type { Capture } from '../../../capture/capture.ts';
import type { LogEntry } from '../../../capture/fold-log.ts';
import { openVisit } from '../../../ledger/visit.ts';
import { english } from '../english.ts';
import { captureOfLog, captureOfVisit } from '../../../tools/builders/captures.ts';
import { NOON, page, request } from '../../../tools/builders/observations.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';
import { conditionSentence } from '../../../words/condition-words.ts';

const opened = (document: string, at = NOON): LogEntry => ({
  kind: 'page',
  at,
  tab: 1,
  visit: openVisit(document, at, page()),
});
const asked = (document: string, host: string): LogEntry => ({
  kind: 'facts',
  tab: 1,
  document,
  observations: [request(host)],
});
const withheld = (document: string, at: number, tab = 1): LogEntry => ({ kind: 'withheld', at, tab, document });

function conditionOf(capture: Capture, id: ConditionId) {
  return judgeConditions(capture).find((condition) => condition.id === id);
}

describe('a permission that is taken back while a page is recorded', () => {
  const log = [
    opened('document-1'),
    withheld('document-1', NOON + 5),
    // What the page still held comes after.
    asked('document-1', 'a.example'),
    withheld('document-1', NOON + 9),
    withheld('document-1', NOON + 7, 2),
    opened('document-2', NOON + 20),
    withheld('document-1', NOON + 30),
  ];

  it('is a condition that is not met, by the pages that it was about', () => {
    const capture = captureOfLog(log);
    expect(capture.pages.map(({ withheldAt }) => withheldAt)).toEqual([NOON + 5, undefined]);
    expect(capture.facts).toHaveLength(1);
    const condition = conditionOf(capture, 'permission');
    expect(condition).toEqual({ id: 'permission', state: 'not-met', facts: { pages: ['1'] } });
    if (condition === undefined) return;
    expect(conditionSentence(english, condition)).toMatch(/^Page 1: the person took back the permission/);
  });

  it('is met where none was, and asked of no visit', () => {
    expect(conditionOf(captureOfLog([opened('document-1')]), 'permission')?.state).toBe('met');
    expect(conditionOf(captureOfVisit(makeVisit({})), 'permission')).toBeUndefined();
  });
});

describe('how a recording ended', () => {
  it.each([
    ['stopped', 'met', 'The person ended it.'],
    ['cut-off', 'not-met', 'Nobody ended it'],
    ['full', 'not-met', 'all that one recording may have'],
    ['running', 'not-met', 'still ran'],
    [undefined, 'not-known', 'Not told.'],
  ] as const)('%s: %s', (ended, state, words) => {
    const condition = conditionOf(captureOfLog([opened('document-1')], { ended }), 'ended');
    expect(condition?.state).toBe(state);
    if (condition === undefined) return;
    expect(conditionSentence(english, condition)).toContain(words);
  });
});
