// @vitest-environment happy-dom
/** The report on a capture of several pages: a thing is counted once, numbers agree with the rows they lead to, and the limits are told. */
import { describe, expect, it } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import { captureReport } from '../../../evidence/report/capture-report.ts';
import { fileHash } from '../../../evidence/files/bag.ts';
import { asCaptureJson } from '../../../evidence/files/capture-json.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import { english } from '../english.ts';

const knowledge = readKnowledge(process.cwd());
const visits = [
  makeVisit({ hosts: [makeHost('bat.bing.com', { count: 2 })], items: [makeItem({ store: 'local', name: 'a' })] }),
  makeVisit({
    hosts: [makeHost('bat.bing.com', { count: 3 }), makeHost('connect.facebook.net', { count: 1 })],
    items: [makeItem({ store: 'local', name: 'a' }), makeItem({ store: 'local', name: 'b' })],
  }),
] as const;
const capture = captureOfVisit(visits[0], {
  kind: 'recording',
  startedAt: AT + 1,
  pages: visits.map((visit, at) => ({ no: at + 1, tab: 1, openedAt: AT + at * 5, leftAt: null, visit })),
});
const study = studyCapture(capture, knowledge, null);
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const html = captureReport(english, study);
const report = parsed(html);
const summary = report.querySelector('section[aria-labelledby="summary"]')?.textContent ?? '';
const practices = report.querySelector('section[aria-labelledby="practices"]');

describe('captureReport', () => {
  it('counts a company and a kept thing once, on however many pages they were, and names the companies', () => {
    expect(summary).toContain('2 other companies contacted');
    expect(summary).toContain('6 requests to them');
    expect(summary).toContain('2 things of the site itself, or of unknown origin');
    expect(summary).toContain('Microsoft (5), Meta (1)');
    for (const link of report.querySelectorAll('a[data-rows]:not([data-sum])')) {
      const rows = report.querySelectorAll(`[id="${link.getAttribute('href')?.slice(1) ?? ''}"] tr[data-row]`);
      expect([link.textContent, rows.length]).toEqual([link.textContent, Number(link.getAttribute('data-rows'))]);
    }
    expect(report.querySelector('#companies-other tr[data-row] td')?.textContent).toBe('1, 2');
    expect(report.querySelector('section[aria-labelledby="annex-rows"]')?.textContent).toContain(
      'seen on several pages stands once',
    );
  });

  it('says of a practice which companies were in it on any page, in one order with the labels', () => {
    const rows = [...(practices?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows.find((row) => row.includes('Visit data sent'))).toMatch(/Microsoft, Meta|Meta, Microsoft/);
    const order = ['No sentence found', 'Cannot tell', 'In general words', 'Stated'];
    const places = rows.map((row) => order.findIndex((label) => row.includes(label)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(practices?.querySelector('.meanings')?.textContent).toContain('which does not prove that there is none');
  });

  it('says that only the archived text was asked, and which page was there before the recording', () => {
    expect(practices?.querySelector('.caution')?.textContent).toContain('The text in force on the day of the visit');
    expect(summary).toContain('Open before the recording began: page 1.');
  });

  it('carries the hash of its record, on each printed page too', () => {
    const hash = fileHash({ content: asCaptureJson(capture) });
    expect(report.querySelector('header')?.textContent).toContain(hash);
    expect(html).toContain(hash.slice(0, 16));
    expect(html).toContain('counter(pages)');
  });

  it('letters the annex in its order, and says a doubt once over the sentences it is of', () => {
    const headings = [...report.querySelectorAll('.annex > section > h2')].map(({ textContent }) => textContent);
    expect(headings.map((heading) => heading.slice(0, 3))).toEqual(['A. ', 'B. ', 'C. ', 'D. ', 'E. ', 'F. ']);
    const doubts = [...report.querySelectorAll('.annex p.before')];
    expect(
      doubts.some(
        (doubt, at) => doubt.textContent === doubts[at + 1]?.textContent && doubt.nextElementSibling === doubts[at + 1],
      ),
    ).toBe(false);
  });

  it('lets no name of a page end the foot of a page, nor the style', () => {
    const hostile = { ...visits[0], address: { ...visits[0].address, host: "a'} </style><b>" } };
    const written = captureReport(english, studyCapture(captureOfVisit(hostile), knowledge, null));
    expect(parsed(written).querySelectorAll('b')).toHaveLength(0);
    expect(/<style>[^]*?<\/style>/.exec(written)?.[0]).toContain('\\3c \\2f style');
  });
});
