/** The policy sentence by sentence: all of it, in its order, and each finding at the sentences that speak of it. */
import { describe, expect, it } from 'vitest';
import { policyTexts } from '../../../capture/policy-text.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';

const knowledge = readKnowledge(process.cwd());
const capture = captureOfVisit(
  makeVisit({ hosts: [makeHost('www.google-analytics.com')], items: [makeItem({ store: 'local', name: 'a' })] }),
);
const study = studyCapture(capture, knowledge, null);

describe('policyTexts', () => {
  it('has every sentence of the archived text once, in its order, under its headings', () => {
    const [text, ...others] = policyTexts(study);
    expect(others).toEqual([]);
    const clauses = text?.sections.flatMap(({ sentences }) => sentences.map(({ clause }) => clause)) ?? [];
    expect(clauses).toEqual(knowledge[0].organisation.clauses.all);
    for (const { heading, sentences } of text?.sections ?? [])
      expect(sentences.every(({ clause }) => clause.section === heading)).toBe(true);
  });

  it('shows each finding at exactly the sentences that speak of it', () => {
    const [text] = policyTexts(study);
    const shown = (text?.sections ?? []).flatMap(({ sentences }) =>
      sentences.flatMap(({ clause, seen }) => seen.map(({ practice, speaks }) => [practice.id, clause.id, speaks])),
    );
    const spoken = (study.pages[0]?.report.findings ?? []).flatMap(({ practice, clauses }) =>
      clauses.map(({ clause, speaks }) => [practice.id, clause.id, speaks]),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.toSorted()).toEqual(spoken.toSorted());
  });

  it('tells each answer where pages of one capture have different ones', () => {
    const [page] = capture.pages;
    if (page === undefined) throw new Error('no page');
    const two = studyCapture({ ...capture, pages: [page, { ...page, no: 2 }] }, knowledge, null);
    const [first, second] = two.pages;
    if (first === undefined || second === undefined) throw new Error('no two pages');
    const otherwise = second.report.findings.map((finding) => ({ ...finding, otherwise: true }));
    const turned = { ...second, report: { ...second.report, findings: otherwise } };
    const answers = policyTexts({ ...two, pages: [first, turned] })
      .flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences))
      .filter(({ seen }) => seen.length > 0)
      .map(({ seen }) => seen.map(({ finding }) => finding.otherwise === true));
    expect(answers.length).toBeGreaterThan(0);
    for (const told of answers) expect(told).toEqual(expect.arrayContaining([true, false]));
  });

  it('takes several pages of one organisation for one text', () => {
    const [page] = capture.pages;
    if (page === undefined) throw new Error('no page');
    const twice = studyCapture({ ...capture, pages: [page, { ...page, no: 2 }] }, knowledge, null);
    expect(policyTexts(twice)).toHaveLength(1);
    expect(policyTexts(twice)[0]?.sections).toHaveLength(policyTexts(study)[0]?.sections.length ?? 0);
  });
});
