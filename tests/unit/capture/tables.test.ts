/** Rows: everything that a record holds stands in exactly the table where it belongs, once. */
import { describe, expect, it } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import { cellsOf, type Table } from '../../../capture/tables/table.ts';
import { TABLES, tablesOf } from '../../../capture/tables/all-tables.ts';
import { LIST_NAMES } from '../../../ledger/list-names.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };

const knowledge = readKnowledge(process.cwd());
const recording = captureOfLog(logOfMessages(messages));
const study = studyCapture(recording, knowledge, null);
const table = (name: string): Table => {
  const found = TABLES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no table ${name}.`);
  return found;
};
const rows = (name: string): readonly Readonly<Record<string, unknown>>[] => {
  const { columns } = table(name);
  return table(name)
    .rows(study)
    .map((row) => Object.fromEntries(cellsOf(table(name), row).map((cell, at) => [columns[at]?.name ?? '', cell])));
};

describe('the tables', () => {
  it('have names of their own, and columns with names of their own', () => {
    expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length);
    for (const { columns } of TABLES) expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });

  it('hold every list of a visit, with one row for each of its entries', () => {
    const [page] = recording.pages;
    const count = (name: string): number => rows(name).length;
    const visit = page?.visit;
    if (visit === undefined) throw new Error('The recording has no page.');
    const expected = {
      hosts: count('hosts'),
      frames: count('frames'),
      items: count('stored-items'),
      flashObjects: count('flash-objects'),
      flashCookies: count('flash-cookies'),
      forms: new Set(rows('form-fields').map(({ form, host }) => `${String(host)} ${String(form)}`)).size,
      links: count('links'),
      // Marks tell whose the page is, and are told there; what was removed is a column of the items.
      marks: visit.marks.length,
      gone: visit.gone.length,
      consents: new Set(rows('consent').map(({ platform, host }) => `${String(host)} ${String(platform)}`)).size,
      limits: count('limits'),
      redirects: count('redirects'),
      writes: count('writes'),
      readOuts: count('read-outs'),
      typedTexts: count('typed-texts'),
      disguises: count('disguises'),
    };
    expect(Object.keys(expected).toSorted()).toEqual([...LIST_NAMES].toSorted());
    expect(expected).toEqual(Object.fromEntries(LIST_NAMES.map((name) => [name, visit[name].length])));
  });

  it('give each request of a recording a row, and none of a visit that was not recorded', () => {
    const requests = recording.facts.filter(({ observation }) => observation.kind === 'request');
    expect(requests.length).toBeGreaterThan(0);
    expect(rows('requests')).toHaveLength(requests.length);
    const visit = recording.pages[0]?.visit;
    if (visit === undefined) throw new Error('The recording has no page.');
    expect(table('requests').rows(studyCapture(captureOfVisit(visit), knowledge, null))).toEqual([]);
  });

  it('tell the company, the party and the practices of a request', () => {
    const analytics = rows('requests').find(({ host }) => host === 'www.google-analytics.com');
    expect(analytics).toMatchObject({ company: 'Google', party: 'other', category: 'analytics' });
    const [row] = table('requests').rows(study);
    expect(row?.facets).toMatchObject({ companies: ['Google'], party: 'other' });
    expect(row?.facets.practices).toContain('web-analytics');
  });

  it('number identifiers alike wherever they are', () => {
    const item = rows('stored-items').find(({ name }) => name === 'visitor');
    expect(item?.identifier).toEqual(expect.any(Number));
  });

  it('tell since when an item may have been there: the time when it was written, an earlier one, or any', () => {
    const items = [
      makeItem({ store: 'local', name: 'heard', firstAt: AT, written: true }),
      makeItem({ store: 'local', name: 'found', firstAt: AT, written: true, within: 900 }),
      makeItem({ store: 'local', name: 'there', firstAt: AT, written: false }),
      makeItem({ store: 'local', name: 'there, and written', firstAt: AT, written: true, within: null }),
    ];
    const stored = table('stored-items');
    const at = ['name', 'since'].map((name) => stored.columns.findIndex((one) => one.name === name));
    const found = stored
      .rows(studyCapture(captureOfVisit(makeVisit({ items })), knowledge, null))
      .map((row) => at.map((column) => cellsOf(stored, row)[column]));
    expect(found).toEqual([
      ['heard', AT],
      ['found', AT - 900],
      ['there', null],
      ['there, and written', null],
    ]);
  });

  it('count evidence, quotes and findings alike', () => {
    const findings = rows('findings');
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      const of = rows('evidence').filter((row) => row.practice === finding.practice);
      expect(of).toHaveLength(Number(finding.evidence));
      const quotes = rows('quotes').filter((row) => row.practice === finding.practice);
      expect(quotes.map((row) => row.clause)).toEqual(finding.clauses);
    }
  });

  it('keep the id of a row while others join it, earlier ones among them', () => {
    const visit = makeVisit({ hosts: [makeHost('b.example'), makeHost('c.example')] });
    const more = makeVisit({ hosts: [...visit.hosts, makeHost('a.example', { firstAt: AT })] });
    const ids = (of: typeof visit): ReadonlyMap<string, string> =>
      new Map(
        table('hosts')
          .rows(studyCapture(captureOfVisit(of), knowledge, null))
          .map(({ id, row }) => [(row as { readonly host: string }).host, id]),
      );
    const [before, after] = [ids(visit), ids(more)];
    expect(new Set(after.values()).size).toBe(3);
    for (const [host, id] of before) expect(after.get(host)).toBe(id);
  });

  it('of a visit leave out what only a recording has', () => {
    const names = (kind: 'visit' | 'recording'): readonly string[] => tablesOf({ kind }).map(({ name }) => name);
    expect(names('recording')).toContain('requests');
    expect(names('visit')).toEqual(names('recording').filter((name) => name !== 'requests'));
  });
});
