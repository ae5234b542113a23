// @vitest-environment happy-dom
/** The report on many visits: every number leads to the rows that add up to it, its front is bounded, and its seal holds. */
import { describe, expect, it } from 'vitest';
import type { ListEntry, ListedSeal } from '../../../capture/list/capture-list.ts';
import { listCaptures } from '../../../capture/list/list-captures.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { openAll, openExport } from '../../../entrypoints/inspector/open-export.ts';
import { checkExport } from '../../../evidence/files/check-export.ts';
import { sealedList } from '../../../evidence/files/list-export.ts';
import { listReport } from '../../../evidence/report/list-report.ts';
import { captureOfVisit, makeConditions } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import { english } from '../english.ts';

const knowledge = readKnowledge(process.cwd());
const HOSTILE = '<img src=x onerror=alert(1)>';
const HASH = 'a'.repeat(64);
const SEALS: readonly ListedSeal[] = [
  { state: 'whole', hash: HASH, file: 'one.zip' },
  { state: 'broken', hash: null, file: `${HOSTILE}.zip` },
  { state: 'none', hash: null, file: 'three.json' },
  { state: 'here', hash: null, file: '' },
];
const HOSTS = ['bat.bing.com', 'connect.facebook.net', 'www.google-analytics.com'];

function entry(at: number): ListEntry {
  const visit = makeVisit({
    hosts: HOSTS.slice(0, 1 + (at % 3)).map((host) => makeHost(host, { count: at + 1 })),
    items: [HOSTILE, 'k2'].slice(0, at % 3).map((name) => makeItem({ store: 'local', name })),
  });
  const capture = captureOfVisit(visit, {
    ...{ id: `capture-${String(at)}`, startedAt: AT + at * 60_000, name: at === 1 ? HOSTILE : '' },
    conditions: makeConditions({ gpc: at % 2 === 0 }),
  });
  return { study: studyCapture(capture, knowledge, null), seal: SEALS[at % 4] ?? SEALS[0]! };
}
const listOf = (count: number) => listCaptures(Array.from({ length: count }, (_, at) => entry(at)));
const parsed = (count: number): Document =>
  new DOMParser().parseFromString(listReport(english, listOf(count), '2026-11-27'), 'text/html');
const report = parsed(5);
/** The amounts of all rows within each element that has an address. */
function amountsById(of: Document): ReadonlyMap<string, readonly number[]> {
  const amounts = new Map<string, number[]>();
  for (const row of of.querySelectorAll('tr[data-row]')) {
    for (let around: Element | null = row; around !== null; around = around.parentElement) {
      if (around.id === '') continue;
      const known = amounts.get(around.id) ?? [];
      known.push(Number((row as HTMLElement).dataset.amount));
      amounts.set(around.id, known);
    }
  }
  return amounts;
}
const main = (of: Document): Element[] => [...of.querySelectorAll('main > section')];

describe('listReport', () => {
  it.each([1, 5, 12])('of %i visits has a link from each number to the rows that add up to it', (count) => {
    const of = parsed(count);
    const links = [...of.querySelectorAll('a[data-rows], a[data-sum]')];
    expect(links.length).toBeGreaterThan(5);
    const amounts = amountsById(of);
    for (const link of links) {
      const told = amounts.get(link.getAttribute('href')?.slice(1) ?? '') ?? [];
      const { rows, sum } = (link as HTMLElement).dataset;
      const counted = rows === undefined ? told.reduce((all, one) => all + one, 0) : told.length;
      expect([link.outerHTML, counted]).toEqual([link.outerHTML, Number(rows ?? sum)]);
      expect(link.textContent).toContain(rows ?? sum);
    }
    const ids = [...of.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const there = new Set(ids);
    for (const link of of.querySelectorAll('a[href^="#"]'))
      expect(there).toContain(link.getAttribute('href')?.slice(1));
  });

  it('has a row for each visit with what it was made with, and what its seal says', () => {
    const rows = [...report.querySelectorAll('#visits tr[data-row]')].map((row) =>
      row.textContent.replace(/\s+/gu, ' '),
    );
    expect(rows).toHaveLength(5);
    expect(rows[0]).toContain('www.bobdylan.com');
    expect(rows[0]).toContain('Chromium 156.0.0.0 · Liner Notes 0.2.0');
    expect(rows[0]).toContain('page view · no choice of consent seen');
    expect(rows[0]).toContain('The file is sealed, and whole.');
    expect(rows[1]).toContain('This file was changed after it was sealed.');
    expect(report.querySelector('#seal-whole code')?.textContent).toBe(HASH);
    expect(report.querySelector('header')?.textContent).toContain('2 from sealed files that are whole');
  });

  it('says in how many visits a company was met, and which conditions differ', () => {
    const companies = report.querySelector('section[aria-labelledby="companies"]')?.textContent ?? '';
    expect(companies).toContain('5 of 5 visits');
    const differ = report.querySelector('section[aria-labelledby="differ"]')?.textContent;
    expect(differ).toContain('Privacy signal (GPC): 2 answers');
    expect(differ).not.toContain('Languages');
    expect(report.querySelector('.caution')).not.toBeNull();
  });

  it('keeps to its front pages what finds room there, and has all of it in the annex', () => {
    const many = parsed(12);
    expect(main(many).some((section) => section.querySelector('#visits') !== null)).toBe(false);
    expect(many.querySelectorAll('.annex #visits tr[data-row]')).toHaveLength(12);
    expect(main(report).some((section) => section.querySelector('#visits') !== null)).toBe(true);
    for (const section of main(many)) expect(section.querySelectorAll('tbody tr').length).toBeLessThanOrEqual(12);
  });

  it('tells a name of a page as text, and runs nothing', () => {
    expect(report.querySelectorAll('img, script')).toHaveLength(0);
    expect(report.body.textContent).toContain(HOSTILE);
  });
});

describe('a sealed list', () => {
  const study = (capture: Parameters<typeof studyCapture>[0]) =>
    Promise.resolve(studyCapture(capture, knowledge, null));

  it('tells how far it is, is whole by its own seal, and opens as the captures that it is of', async () => {
    const list = listOf(5);
    const steps: string[] = [];
    const facts = { madeAt: AT, id: 'list-0001', agent: 'Liner Notes 0.2.0' };
    const { zip, seal, name } = await sealedList(english, list, facts, (done, of) => {
      steps.push(`${String(done)}/${String(of)}`);
      return Promise.resolve();
    });
    expect(steps).toEqual(['0/7', '1/7', '2/7', '3/7', '4/7', '5/7', '6/7']);
    expect(checkExport(zip)).toMatchObject({ state: 'checked', faults: [], seal, isAsPacked: true });
    const opened = await openAll(new File([zip], name), study);
    expect(opened.map(({ opened: one }) => one.state === 'opened' && [one.study.capture, one.seal.state])).toEqual(
      list.visits.map(({ study: { capture } }) => [JSON.parse(JSON.stringify(capture)) as unknown, 'whole']),
    );
    // Where one capture is wanted, it says what it is.
    expect(await openExport(new File([zip], name), study)).toEqual({ state: 'several' });
    const changed = zip.slice();
    const at = Buffer.from(zip).indexOf('captures/003');
    changed[at + 200] = (changed[at + 200] ?? 0) ^ 1;
    const damaged = checkExport(changed);
    expect(damaged.state === 'checked' && damaged.faults.length === 0 && damaged.isAsPacked).toBe(false);
  });
});
