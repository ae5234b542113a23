/** A list of captures → the files of its export, sealed: its report, and each capture as it can be opened again. */
import type { CaptureList, ListedVisit } from '../../capture/list/capture-list.ts';
import { isoDay } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { listReport } from '../report/list-report.ts';
import { asBag, sealOf, tagManifest } from './bag.ts';
import type { SealedExport } from './capture-export.ts';
import { asCaptureJson } from './capture-json.ts';
import { isoTime } from './csv.ts';
import { bytesOf, fileNamePart, type ExportFile } from './export-file.ts';
import { asZip } from './zip.ts';

/** Where the captures of a list lie in its export. */
export const LISTED_FOLDER = 'captures/';

/** 'liner-notes-5-visits-2026-11-27'. `madeAt`: milliseconds since 1970. */
export function listName({ visits }: CaptureList, madeAt: number): string {
  return `liner-notes-${String(visits.length)}-visits-${isoTime(madeAt).slice(0, 10)}`;
}

function captureFile({ no, sites, study }: ListedVisit): ExportFile {
  const name = [String(no).padStart(3, '0'), fileNamePart(sites[0] ?? '')].filter((part) => part !== '').join('-');
  return { path: `${LISTED_FOLDER}${name}.json`, content: bytesOf({ content: asCaptureJson(study.capture) }) };
}

/** What is to be noted with a list. */
export interface ListFacts {
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Random. */
  readonly id: string;
  /** What makes it: 'Liner Notes 0.2.0'. */
  readonly agent: string;
}

/**
 * Seals a list. `step` is called before each part of the work, with how many are done of how many; the work waits for it, so that a page can
 * show it. @throws Error for a list without a visit
 */
export async function sealedList(
  language: Language,
  list: CaptureList,
  { madeAt, id, agent }: ListFacts,
  step: (done: number, of: number) => Promise<void>,
): Promise<SealedExport> {
  const { visits } = list;
  // The report, each capture, and the zip.
  const parts = visits.length + 2;
  await step(0, parts);
  const files: ExportFile[] = [{ path: 'report.html', content: listReport(language, list, isoDay(madeAt)) }];
  for (const [at, visit] of visits.entries()) {
    await step(at + 1, parts);
    files.push(captureFile(visit));
  }
  await step(parts - 1, parts);
  const name = listName(list, madeAt);
  const bag = asBag(files, { madeAt, agent, id, title: name });
  return { name: `${name}.zip`, zip: asZip(name, bag), seal: sealOf(bag), sealed: bytesOf(tagManifest(bag)) };
}
