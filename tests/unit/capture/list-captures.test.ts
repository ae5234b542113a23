/** Many captures in one list: each thing counts once in a visit, and what is said of all of them is what each of them says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../capture/capture.ts';
import type { ListEntry } from '../../../capture/list/capture-list.ts';
import { listCaptures } from '../../../capture/list/list-captures.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { captureOfVisit, makeConditions } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';

const knowledge = readKnowledge(process.cwd());
const HERE = { state: 'here', hash: null, file: '' } as const;
const visited = (hosts: readonly string[], names: readonly string[], over: Partial<Capture> = {}): ListEntry => {
  const visit = makeVisit({
    hosts: hosts.map((host) => makeHost(host, { count: 2 })),
    items: names.map((name) => makeItem({ store: name.startsWith('c') ? 'cookie' : 'local', name })),
  });
  return { study: studyCapture(captureOfVisit(visit, over), knowledge, null), seal: HERE };
};

describe('listCaptures', () => {
  it('is in the order of time, and counts a thing of several pages once in a visit', () => {
    const later = visited(['bat.bing.com'], ['c1', 'k1'], { startedAt: AT + 60_000 });
    const [page] = later.study.capture.pages;
    if (page === undefined) throw new Error('no page');
    const two = { ...later.study.capture, pages: [page, { ...page, no: 2 }] };
    const { visits, companies } = listCaptures([
      { study: studyCapture(two, knowledge, null), seal: HERE },
      visited(['bat.bing.com', 'c.bing.com', 'connect.facebook.net'], [], { startedAt: AT }),
    ]);
    expect(visits.map(({ no, study }) => [no, study.capture.startedAt])).toEqual([
      [1, AT],
      [2, AT + 60_000],
    ]);
    const [first, second] = visits;
    expect(second).toMatchObject({ companies: [{ requests: 4 }], cookies: [{ name: 'c1' }], stored: [{ name: 'k1' }] });
    // Two hosts of one company are one company, whose requests are those of both.
    expect(first?.companies).toHaveLength(2);
    const [most] = companies;
    expect(most?.seen.map(({ visit, of }) => [visit.no, of.requests])).toEqual([
      [1, 4],
      [2, 4],
    ]);
  });

  it('names a condition that differs, with each answer and who gives it; and none that does not', () => {
    const { conditions } = listCaptures([
      visited([], []),
      visited([], [], { conditions: makeConditions({ gpc: true }) }),
      visited([], [], { kind: 'recording' }),
    ]);
    expect(conditions.map(({ id, answers }) => [id, answers.map(({ visits }) => visits.map(({ no }) => no))])).toEqual([
      ['privacy-signal', [[1, 3], [2]]],
      ['unbroken', [[1, 2], [3]]],
      ['permission', [[1, 2], [3]]],
      ['ended', [[1, 2], [3]]],
    ]);
    expect(listCaptures([visited([], []), visited([], [])]).conditions).toEqual([]);
  });

  const hosts = fc.uniqueArray(fc.constantFrom('bat.bing.com', 'a.example', 'connect.facebook.net', 'c.bing.com'));
  const names = fc.uniqueArray(fc.constantFrom('c1', 'c2', 'k1', '__proto__'));
  const any = fc
    .tuple(hosts, names, fc.integer({ min: 0, max: 3 }))
    .map(([some, others, minute]) => visited(some, others, { startedAt: AT + minute * 60_000 }));

  it('has every practice and company of each visit once, and no other', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (entries) => {
        const { visits, practices, companies } = listCaptures(entries);
        expect(visits).toHaveLength(entries.length);
        for (const { study, no, practices: own, companies: contacted } of visits) {
          const found = study.pages.flatMap(({ report }) => report.findings.map(({ practice }) => practice.id));
          expect(own.map(({ id }) => id).toSorted()).toEqual([...new Set(found)].toSorted());
          const of = (all: typeof practices | typeof companies): string[] =>
            all.filter(({ seen }) => seen.some(({ visit }) => visit.no === no)).map(({ key }) => key);
          expect(of(practices).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
          expect(of(companies).toSorted()).toEqual(contacted.map(({ name }) => name).toSorted());
        }
        for (const { seen } of [...practices, ...companies])
          expect(new Set(seen.map(({ visit }) => visit.no)).size).toBe(seen.length);
      }),
      { numRuns: 25 },
    );
  });
});
