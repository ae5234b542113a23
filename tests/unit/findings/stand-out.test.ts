/** What should a person read first? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Label } from '../../../findings/finding.ts';
import type { Evidence } from '../../../findings/evidence.ts';
import { standOut } from '../../../findings/stand-out.ts';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import { makeEvidence, makeFinding, makePractice } from '../../../tools/builders/reports.ts';
import { makeItem } from '../../../tools/builders/visits.ts';

const request = (host: string): Evidence => makeEvidence({ kind: 'request', host });
const sameId = (...names: readonly string[]): Evidence =>
  makeEvidence({ kind: 'identifier', places: names.map((name) => ({ name, store: 'cookie' as const })) });
const sharedId = (...names: readonly string[]): Evidence =>
  makeEvidence({
    kind: 'shared-identifier',
    holders: names.map((name) => ({ name, owner: 'A', isSite: false, host: 'a.example', how: 'got' as const })),
  });
const note = (name: string): Evidence => makeEvidence({ kind: 'local', name });

function finding(id: string, label: Label, weight: number, evidence = [request(`${id}.example`)]): Finding {
  return makeFinding({ practice: makePractice({ id, name: id, weight }), label, evidence });
}

/** What stands out of findings, on a page that keeps nothing or what is given. */
function first(findings: readonly Finding[], most = 3, items: Parameters<typeof standOut>[0]['items'] = []) {
  return standOut({ findings, items }, most).map(({ practice }) => practice.id);
}

const labels: readonly Label[] = ['stated', 'stated-in-general', 'not-found', 'cannot-tell'];
const anyFindings = fc
  .array(fc.tuple(fc.constantFrom(...labels), fc.integer({ min: 1, max: 5 })), { maxLength: 40 })
  .map((list) => list.map(([label, weight], index) => finding(`p${index}`, label, weight)));
const most = fc.integer({ min: 0, max: 10 });

describe('what stands out', () => {
  it.each<[string, readonly Finding[], readonly string[]]>([
    ['nothing where nothing was seen', [], []],
    ['weight before silence', [finding('a', 'not-found', 2), finding('b', 'stated', 1)], ['b', 'a']],
    [
      'silence before the rest among equals',
      [finding('a', 'stated', 2), finding('b', 'cannot-tell', 2), finding('c', 'not-found', 2)],
      ['c', 'a', 'b'],
    ],
    [
      'a promise that the page does not keep before all',
      [finding('a', 'not-found', 1), { ...finding('b', 'stated', 3), otherwise: true }],
      ['b', 'a'],
    ],
    ['the lesser things only where the text is silent', labels.map((label) => finding(label, label, 3)), ['not-found']],
    [
      'never an ordinary part of a page, and nothing that fills up',
      [finding('a', 'not-found', 4), finding('b', 'not-found', 5), finding('c', 'not-found', 1)],
      ['c'],
    ],
    ['no more than there is room for', ['a', 'b', 'c', 'd'].map((id) => finding(id, 'stated', 1)), ['a', 'b', 'c']],
  ])('is %s', (_name, findings, expected) => {
    expect(first(findings)).toEqual(expected);
  });

  it.each<[string, readonly Finding[], readonly string[]]>([
    [
      'one value that went to a company and is kept twice',
      [
        finding('shared', 'not-found', 1, [sharedId('cid', '_ga')]),
        finding('twice', 'not-found', 2, [sameId('_ga', 'visitor')]),
      ],
      ['shared'],
    ],
    [
      'two values',
      [
        finding('shared', 'not-found', 1, [sharedId('cid', '_ga')]),
        finding('twice', 'not-found', 2, [sameId('uid', 'visitor')]),
      ],
      ['shared', 'twice'],
    ],
    [
      'one note that is one of the two places',
      [
        finding('twice', 'not-found', 2, [sameId('_ga', 'visitor')]),
        finding('web-storage', 'not-found', 3, [note('visitor')]),
      ],
      ['twice'],
    ],
    [
      'one contact that two practices are read from',
      [
        finding('advertising', 'stated', 2, [request('a.example'), request('b.example')]),
        finding('location', 'stated', 2, [request('a.example')]),
      ],
      ['advertising'],
    ],
    [
      'contacts of which some came before the choice',
      [
        finding('used-before-choice', 'not-found', 2, [request('a.example'), request('b.example')]),
        finding('advertising', 'stated', 2, [request('a.example')]),
      ],
      ['used-before-choice', 'advertising'],
    ],
    [
      'one contact, which came before the choice',
      [
        finding('session-recording', 'not-found', 1, [request('a.example')]),
        finding('used-before-choice', 'not-found', 2, [request('a.example')]),
      ],
      ['session-recording'],
    ],
  ])('has one row for each cause: %s', (_name, findings, expected) => {
    expect(first(findings)).toEqual(expected);
  });

  describe('of the practices as they are weighed', () => {
    const seen = (id: string, label: Label, evidence?: Evidence[]): Finding => {
      const practice = practicesFile.practices.find((one) => one.id === id);
      if (practice === undefined) throw new Error(`no practice ${id}`);
      return finding(id, label, practice.weight, evidence);
    };
    type Item = Partial<Parameters<typeof makeItem>[0]>;
    const stored = (over: Item) => [
      { item: makeItem({ store: 'local', name: 'n', ...over }), knowledge: null, setByOther: false, setterOwner: null },
    ];

    it('a tool that asks about cookies is never one, whatever the text says of it', () => {
      for (const label of labels) expect(first([seen('consent-manager', label)])).toEqual([]);
    });

    it('what the lead says already is none', () => {
      expect(first([seen('visit-data-sent-to-company', 'not-found')])).toEqual([]);
    });

    it('an ad company that the text speaks of comes before a note that it does not mention', () => {
      const findings = [seen('web-storage', 'not-found', [note('volume')]), seen('advertising', 'stated')];
      expect(first(findings, 3, stored({ name: 'volume', shape: 'number' }))).toEqual(['advertising', 'web-storage']);
    });

    it('a note that follows is said by the ID that it holds', () => {
      const twice = seen('identifier-in-two-places', 'not-found', [sameId('_ga', 'visitor')]);
      const notes = seen('web-storage', 'not-found', [note('visitor'), note('volume')]);
      expect(first([notes, twice], 3, stored({ name: 'visitor', shape: 'uuid' }))).toEqual([
        'identifier-in-two-places',
      ]);
    });

    it('a promise that the page does not keep comes before all else, whatever it is of', () => {
      const brokenPromise = { ...seen('payment', 'stated'), otherwise: true };
      expect(first([seen('session-recording', 'not-found'), brokenPromise])).toEqual(['payment', 'session-recording']);
    });

    it.each<[string, Item, readonly string[]]>([
      ['a number', { shape: 'number' }, ['advertising', 'web-storage']],
      ['a UUID', { shape: 'uuid' }, ['web-storage', 'advertising']],
      ['something like an identifier', { shape: 'identifier' }, ['web-storage', 'advertising']],
      ['a UUID that was removed', { shape: 'uuid', removed: true }, ['advertising', 'web-storage']],
      ['a UUID in a cookie', { shape: 'uuid', store: 'cookie' }, ['advertising', 'web-storage']],
    ])('a note that holds %s weighs as much as that', (_what, over, expected) => {
      const findings = [seen('advertising', 'stated'), seen('web-storage', 'not-found', [note('n')])];
      expect(first(findings, 3, stored(over))).toEqual(expected);
    });
  });

  it('never leaves out what weighs more', () => {
    fc.assert(
      fc.property(anyFindings, most, (findings, room) => {
        const chosen = standOut({ findings, items: [] }, room);
        const left = findings.filter(
          (one) =>
            !chosen.includes(one) &&
            (one.practice.weight < 3 || (one.practice.weight === 3 && one.label === 'not-found')),
        );
        const heaviest = Math.max(0, ...chosen.map(({ practice }) => practice.weight));
        if (chosen.length > 0)
          for (const { practice } of left) expect(practice.weight).toBeGreaterThanOrEqual(heaviest);
      }),
    );
  });

  it('takes findings of the report, each once, no more than fit, none of weight 4 or 5, and leaves the report as it was', () => {
    fc.assert(
      fc.property(anyFindings, most, (findings, room) => {
        const before = [...findings];
        const chosen = standOut({ findings, items: [] }, room);
        expect(chosen.length).toBeLessThanOrEqual(room);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((one) => findings.includes(one) && one.practice.weight < 4)).toBe(true);
        expect(findings).toEqual(before);
      }),
    );
  });
});
