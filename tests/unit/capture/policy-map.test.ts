/** The map: nothing of the findings is lost in it, nothing is invented, and its numbers are those of the tables. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../../capture/capture.ts';
import { litBy, policyMap, type PolicyMap } from '../../../capture/policy-map.ts';
import { studyCapture, type CaptureStudy, type StudiedPage } from '../../../capture/study-capture.ts';
import { FoundRows, type RowQuestion } from '../../../capture/tables/find-rows.ts';
import { EVIDENCE_TABLE } from '../../../components/inspector/evidence-table.ts';
import type { Finding } from '../../../findings/finding.ts';
import { secondAnswer, type ReadCopy } from '../../../findings/second-answer.ts';
import type { Visit } from '../../../ledger/visit.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { at } from '../../../tools/builders/observations.ts';
import { AT, makeHost, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readShipped } from '../study-shipped.ts';

const knowledge = shippedKnowledge();
const HOSTS = [
  ...['www.google-analytics.com', 'connect.facebook.net', 'ads.doubleclick.net', 'cdn.taboola.com'],
  ...['www.youtube.com', 'platform.twitter.com', 'nobody-knows.example', 'b.scorecardresearch.com'],
];
/** The second has a policy of its own, of which the archived text does not speak. */
const PAGES = ['www.bobdylan.com', 'www.sonymusic.de'];
const TEXT = `# Privacy Policy

We collect personal data when you visit. We keep your choices in the local storage of your browser.
We use Google Analytics, a web analytics service, to count visits. You may opt out of cookies.
We share your information with third parties. We do not knowingly collect data from children.
Your e-mail address is kept in a secure way until you unsubscribe.
We retain your data as long as we need it for the purposes that this policy names.`;

let copy: ReadCopy;
beforeAll(async () => {
  const { reading, statements } = await readShipped(readPlainText(TEXT, { address: 'https://www.a.example/privacy' }));
  copy = { id: 'copy/1', readAt: AT, reading, statements };
});

const visits: fc.Arbitrary<Visit> = fc
  .record({
    page: fc.constantFrom(...PAGES),
    hosts: fc.subarray(HOSTS),
    pixels: fc.boolean(),
    items: fc.subarray(['visitor', '_ga', '_fbp', 'choices']),
    cookies: fc.boolean(),
  })
  .map(({ page, hosts, pixels, items, cookies }) =>
    makeVisit({
      address: at(page, '/tour'),
      hosts: hosts.map((host) => makeHost(host, { pixels: pixels ? 2 : 0 })),
      items: items.map((name) =>
        cookies
          ? makeItem({ store: 'cookie', name, host: page, hash: name })
          : makeItem({ store: 'local', name, host: page }),
      ),
    }),
  );

/** A study of several pages, on some of which a text was read. */
const studies: fc.Arbitrary<CaptureStudy> = fc
  .array(fc.tuple(visits, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((all) => {
    const capture: Capture = {
      ...captureOfVisit(makeVisit()),
      pages: all.map(([visit], n) => ({ no: n + 1, tab: 1, openedAt: AT, leftAt: null, visit })),
    };
    const study = studyCapture(capture, knowledge, null);
    const pages = study.pages.map((page, n): StudiedPage =>
      all[n]?.[1] === true
        ? { ...page, second: secondAnswer(page.page.visit, knowledge[0], copy, SHIPPED_READING_FACTS) }
        : page,
    );
    return { ...study, pages };
  });

const unique = (of: readonly string[]): readonly string[] => [...new Set(of)].toSorted();
const said = (...parts: readonly unknown[]): string => JSON.stringify(parts);

/** Each finding of a study with the text that it was judged by. */
const judged = ({ pages }: CaptureStudy): readonly (readonly [string, Finding])[] =>
  pages.flatMap(({ report, second }) => [
    ...report.findings.map((finding) => [report.organisation.id, finding] as const),
    ...(second?.findings ?? []).map((finding) => [second?.copy ?? '', finding] as const),
  ]);

/** Each path with its nodes in place of their ids. */
function walked(map: PolicyMap) {
  const ends = map.texts.flatMap(({ key, ends: of }) => of.map((end) => ({ ...end, text: key })));
  return map.paths.map((path) => {
    const company = map.companies.find(({ id }) => id === path.company);
    const practice = map.practices.find(({ id }) => id === path.practice);
    const end = ends.find(({ id }) => id === path.end);
    if (company === undefined || practice === undefined || end === undefined) throw new Error('A path leads nowhere.');
    return { path, name: company.name, practice: practice.practice.id, end };
  });
}

const property = (check: (study: CaptureStudy) => void): void => {
  fc.assert(fc.property(studies, check), { numRuns: 40 });
};

describe('policyMap', () => {
  it('has each company, practice and sentence of the findings on a path, and no other', () => {
    property((study) => {
      const paths = walked(policyMap(study));
      const all = judged(study);
      const others = paths.filter(({ name }) => name !== null);
      expect(unique(others.map(({ name, practice, end }) => said(end.text, name, practice)))).toEqual(
        unique(
          all.flatMap(([text, { practice, companies }]) =>
            companies.map((one) => said(text, one.company.name, practice.id)),
          ),
        ),
      );
      const spoken = paths.flatMap(({ practice, end }) =>
        end.clause === null ? [] : [said(end.text, practice, end.clause.id)],
      );
      expect(unique(spoken)).toEqual(
        unique(
          all.flatMap(([text, { practice, clauses }]) => clauses.map((one) => said(text, practice.id, one.clause.id))),
        ),
      );
    });
  });

  it('says of each company what the finding says of it, and sends nobody to a sentence that speaks of others alone', () => {
    property((study) => {
      const paths = walked(policyMap(study));
      const labels = unique(
        paths
          .filter(({ name }) => name !== null)
          .map(({ path, name, practice, end }) => said(end.text, practice, name, path.label, path.otherwise)),
      );
      const told = judged(study).flatMap(([text, { practice, parts, label, otherwise = false, companies }]) =>
        (parts ?? [{ label, otherwise, companies: companies.map(({ company }) => company.name) }]).flatMap((part) =>
          part.companies.map((name) => said(text, practice.id, name, part.label, part.otherwise)),
        ),
      );
      expect(labels).toEqual(unique(told));
      for (const { path, end } of paths) {
        expect(path.speaks === null).toBe(end.clause === null);
        if (path.label === 'not-found') expect(end.clause).toBeNull();
      }
    });
  });

  it('has the numbers of the table of evidence, of each company, of each practice and of both together', () => {
    property((study) => {
      const { paths, companies, practices } = policyMap(study);
      const rows = new FoundRows(EVIDENCE_TABLE, EVIDENCE_TABLE.rows(study));
      const count = (question: RowQuestion): number => rows.find(question).length;
      const { nodes } = litBy(paths, null);
      for (const { id, name } of companies) {
        const of: RowQuestion = name === null ? { party: 'none' } : { company: name };
        expect(nodes.get(id)).toBe(count(of));
        for (const { id: practice, practice: one } of practices)
          expect(litBy(paths, id).nodes.get(practice) ?? 0).toBe(count({ ...of, practice: one.id }));
      }
      for (const { id, practice } of practices) expect(nodes.get(id)).toBe(count({ practice: practice.id }));
    });
  });

  it('lights the same things from either end', () => {
    property((study) => {
      const { paths, companies, texts } = policyMap(study);
      for (const { id } of companies)
        for (const end of texts.flatMap(({ ends }) => ends))
          expect(litBy(paths, id).nodes.get(end.id)).toBe(litBy(paths, end.id).nodes.get(id));
    });
  });

  it('has one path from Meta to no sentence and one from Google to its own, where a text names one of the two', () => {
    const visit = makeVisit({ hosts: [makeHost('www.google-analytics.com'), makeHost('connect.facebook.net')] });
    const study = studyCapture(captureOfVisit(visit), knowledge, null);
    const read = secondAnswer(visit, knowledge[0], copy, SHIPPED_READING_FACTS);
    const map = policyMap({ ...study, pages: study.pages.map((page) => ({ ...page, second: read })) });
    const ends = walked(map)
      .filter(({ end }) => end.text === copy.id)
      .map(({ name, practice, end }) => [name, practice, end.clause?.quote ?? end.label]);
    expect(ends).toContainEqual([
      'Google',
      'web-analytics',
      'We use Google Analytics, a web analytics service, to count visits.',
    ]);
    expect(ends.filter(([name, , quote]) => name === 'Meta' && String(quote).includes('Google'))).toEqual([]);
  });

  it('is empty where nothing was seen', () => {
    const map = policyMap(studyCapture(captureOfVisit(makeVisit()), knowledge, null));
    expect(map).toEqual({ companies: [], practices: [], texts: [], paths: [] });
    expect(litBy(map.paths, 'company:Nobody').nodes.size).toBe(0);
  });
});
