/** The times of contacts: each company once, by its first contact, with every request of a recording, between the ends of the chart. */
import { describe, expect, it } from 'vitest';
import { contactChart } from '../../../capture/contact-times.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };

const knowledge = readKnowledge(process.cwd());

describe('contactChart', () => {
  it('has each company once, by its first contact, from the first to the last of its hosts', () => {
    const visit = makeVisit({
      hosts: [
        makeHost('connect.facebook.net', { firstAt: AT + 9000, lastAt: AT + 9500 }),
        makeHost('www.google-analytics.com', { firstAt: AT + 2000, lastAt: AT + 3000 }),
        makeHost('www.googletagmanager.com', { firstAt: AT + 1000, lastAt: AT + 8000 }),
      ],
    });
    const chart = contactChart(studyCapture(captureOfVisit(visit), knowledge, null));
    expect(
      chart.companies.map(({ company, first, last, requests, each }) => [company, first, last, requests, each]),
    ).toEqual([
      ['Google', AT + 1000, AT + 8000, 6, []],
      ['Meta', AT + 9000, AT + 9500, 3, []],
    ]);
    expect(chart.moments).toEqual([{ at: AT, is: 'opened', page: 1 }]);
  });

  it('has each request of a recording, all of it between the ends of the chart', () => {
    const study = studyCapture(captureOfLog(logOfMessages(messages)), knowledge, null);
    const { from, to, companies, moments } = contactChart(study);
    expect(companies.flatMap(({ each }) => each).length).toBeGreaterThan(0);
    for (const { first, last, each } of companies)
      for (const time of [first, last, ...each]) expect(time >= from && time <= to).toBe(true);
    for (const { at } of moments) expect(at >= from && at <= to).toBe(true);
  });

  it('is empty where nobody was contacted', () => {
    const chart = contactChart(studyCapture(captureOfVisit(makeVisit()), knowledge, null));
    expect(chart.companies).toEqual([]);
    expect(chart.from).toBeLessThanOrEqual(chart.to);
  });
});
