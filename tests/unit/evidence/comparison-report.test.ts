// @vitest-environment happy-dom
/** The report on two captures: every number leads to as many rows, each difference stands there once, and nothing of a page is markup. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareCaptures } from '../../../capture/compare/compare-captures.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { asCaptureJson } from '../../../evidence/files/capture-json.ts';
import { comparisonReport } from '../../../evidence/report/comparison-report.ts';
import { captureOfVisit, makeConditions } from '../../../tools/builders/captures.ts';
import { makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import { english } from '../english.ts';

const knowledge = readKnowledge(process.cwd());
const study = (hosts: readonly string[], names: readonly string[], over: Parameters<typeof captureOfVisit>[1] = {}) =>
  studyCapture(
    captureOfVisit(
      makeVisit({
        hosts: hosts.map((host) => makeHost(host)),
        items: names.map((name) => makeItem({ store: 'local', name })),
      }),
      over,
    ),
    knowledge,
    null,
  );
const before = study(['bat.bing.com'], ['a', '<img src=x onerror=alert(1)>'], { name: 'Before any choice' });
const after = study(['bat.bing.com', 'connect.facebook.net'], ['a'], { conditions: makeConditions({ gpc: true }) });
const comparison = compareCaptures(before, after);
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const report = parsed(comparisonReport(english, comparison, { before: 'broken', after: null }, '2026-11-27'));

describe('comparisonReport', () => {
  it('has a link from each number to as many rows, and each row once', () => {
    const links = [...report.querySelectorAll('a[data-rows]')];
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const rows = report.querySelectorAll(`tbody[id="${link.getAttribute('href')?.slice(1) ?? ''}"] tr[data-row]`);
      expect([link.outerHTML, rows.length]).toEqual([link.outerHTML, Number(link.textContent)]);
    }
    expect(report.querySelectorAll('tr[data-row]')).toHaveLength(
      comparison.tables.reduce((sum, { rows }) => sum + rows.length, 0),
    );
    const ids = [...report.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names before the annex what came and went, and by which record that is known', () => {
    const summary = report.querySelector('section[aria-labelledby="summary"]');
    expect(summary?.querySelector('[data-named="companies-new"]')?.parentElement?.textContent).toContain('Meta');
    expect(summary?.querySelector('[data-named="stored-items-gone"]')?.parentElement?.textContent).toContain(
      '<img src=x onerror=alert(1)>',
    );
    expect(summary?.querySelector('[data-named="companies-gone"]')).toBeNull();
    for (const named of summary?.querySelectorAll('[data-named]') ?? [])
      expect(report.querySelector(`tbody[id="${named.getAttribute('data-named') ?? ''}"]`)).not.toBeNull();
    for (const { capture } of [before, after])
      expect(report.querySelector('header')?.textContent).toContain(
        createHash('sha256').update(asCaptureJson(capture)).digest('hex'),
      );
  });

  it('tells a name of a page as text, and runs nothing', () => {
    expect(report.querySelectorAll('img, script')).toHaveLength(0);
    expect(report.body.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('names what else differs, and that neither profile was clean', () => {
    const circumstances = report.querySelector('section[aria-labelledby="circumstances"]')?.textContent;
    expect(circumstances).toContain('Privacy signal (GPC)');
    expect(circumstances).not.toContain('Languages');
    expect(circumstances).toContain('Whether one of them is the cause, a comparison cannot show.');
    expect(report.querySelector('.caution')).not.toBeNull();
  });

  it('says of a file that it was changed after it was sealed', () => {
    expect(report.querySelector('header')?.textContent).toContain('This file was changed after it was sealed.');
  });

  it('says so where nothing differs', () => {
    const same = parsed(
      comparisonReport(english, compareCaptures(before, before), { before: null, after: null }, '2026-11-27'),
    );
    expect(same.querySelector('section[aria-labelledby="summary"]')?.textContent).toContain('there is no difference');
  });
});
