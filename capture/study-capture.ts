/** A capture → what its pages come to: the report on each page, and which practices a row is evidence of. Pure. */
import type { SecondAnswer } from '../findings/difference.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Finding } from '../findings/finding.ts';
import { fittingCopy } from '../findings/fitting-copy.ts';
import type { AllKnowledge } from '../findings/knowledge.ts';
import type { AboutReading } from '../findings/read-clauses.ts';
import { createReport, type Report } from '../findings/report.ts';
import { secondAnswer, type ReadCopy } from '../findings/second-answer.ts';
import { factsOf } from '../reading/copy-list.ts';
import type { Clause, Practice } from '../schemas/policy-data.ts';
import type { Facets } from './facets.ts';
import type { Capture, CapturedPage } from './capture.ts';
import type { PictureFiles } from './picture-files.ts';

/** A page with its report. */
export interface StudiedPage {
  readonly page: CapturedPage;
  readonly report: Report;
  /** The sentences of the archived policy by which it is judged, in their order. */
  readonly clauses: readonly Clause[];
  /** The findings beside the text in force, as the person read it; null where no copy of the capture speaks for the page. */
  readonly second: SecondAnswer | null;
  /** What all that is of a host, of one of these kinds and of this name is evidence of. `name` absent: whatever its name. */
  readonly practicesOf: (
    host: string,
    kinds: readonly Evidence['kind'][],
    name?: string,
  ) => Pick<Facets, 'practices' | 'labels'>;
}

/** A capture with all that is derived from it. */
export interface CaptureStudy {
  readonly capture: Capture;
  /** The files of its pictures, as far as they are here. */
  readonly pictureFiles: PictureFiles;
  readonly pages: readonly StudiedPage[];
  /** The practices that were seen on any page, by id. */
  readonly practices: ReadonlyMap<string, Practice>;
  /** The page of that number. */
  readonly pageOf: (no: number) => StudiedPage | undefined;
}

/** The names under which a piece of evidence goes. */
function namesOf(evidence: Evidence): readonly string[] {
  if ('name' in evidence) return [evidence.name];
  if ('names' in evidence) return evidence.names;
  if ('places' in evidence) return evidence.places.map(({ name }) => name);
  if ('key' in evidence) return [evidence.key];
  return [];
}

/** An index of the evidence by host and kind. */
function evidenceIndex(findings: readonly Finding[]): StudiedPage['practicesOf'] {
  const byPlace = new Map<string, { readonly finding: Finding; readonly evidence: Evidence }[]>();
  for (const finding of findings) {
    for (const evidence of finding.evidence) {
      const place = `${evidence.kind} ${evidence.host}`;
      const known = byPlace.get(place);
      if (known === undefined) byPlace.set(place, [{ finding, evidence }]);
      else known.push({ finding, evidence });
    }
  }
  return (host, kinds, name) => {
    const found = kinds
      .flatMap((kind) => byPlace.get(`${kind} ${host}`) ?? [])
      .filter(({ evidence }) => {
        const names = namesOf(evidence);
        return name === undefined || names.length === 0 || names.includes(name);
      })
      .map(({ finding }) => finding);
    if (found.length === 0) return {};
    return {
      practices: [...new Set(found.map(({ practice }) => practice.id))],
      labels: [...new Set(found.map(({ label }) => label))],
    };
  };
}

/** The capture's copies of policies, read by the rules of their languages (`shipped/reading-rules.ts` holds them), and what judging by them needs to know. */
export interface CapturedReadings {
  readonly copies: readonly ReadCopy[];
  readonly facts: Omit<AboutReading, 'names'>;
}

/**
 * Studies a capture. `knowledge`: as for a report; where the person lives is told by the capture's own conditions. `readings`: null where
 * no text was read. `pictureFiles`: of the capture's pictures.
 */
export function studyCapture(
  capture: Capture,
  knowledge: AllKnowledge,
  readings: CapturedReadings | null,
  pictureFiles: PictureFiles = new Map(),
): CaptureStudy {
  const listed = capture.texts.map(factsOf);
  const { recognise } = knowledge[0].sites;
  const ownKnowledge = ({ organisation }: Report): AllKnowledge[0] =>
    knowledge.find((one) => one.organisation.id === organisation.id) ?? knowledge[0];
  const answer = ({ visit }: CapturedPage, report: Report): SecondAnswer | null => {
    if (readings === null) return null;
    const fitting = fittingCopy(visit.address.host, report.recognition, listed, (host) => recognise(host, []));
    const copy = readings.copies.find(({ id }) => id === fitting?.id);
    return copy === undefined ? null : secondAnswer(visit, ownKnowledge(report), copy, readings.facts);
  };
  const pages = capture.pages.map((page): StudiedPage => {
    const report = createReport(page.visit, knowledge, capture.conditions.region);
    const { clauses } = ownKnowledge(report).organisation;
    return {
      ...{ page, report, clauses: clauses.all, second: answer(page, report) },
      practicesOf: evidenceIndex(report.findings),
    };
  });
  const byNumber = new Map(pages.map((studied) => [studied.page.no, studied]));
  const practices = new Map(
    pages.flatMap(({ report }) => report.findings.map(({ practice }) => [practice.id, practice] as const)),
  );
  return { capture, pictureFiles, pages, practices, pageOf: (no) => byNumber.get(no) };
}
