/** A capture → the files of its export: report, tables, HAR, the form of the EDPS collector, the capture itself; and all of it sealed. Pure. */
import { wholePictures } from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { tablesOf } from '../../capture/tables/all-tables.ts';
import type { Table } from '../../capture/tables/table.ts';
import type { Language } from '../../words/language.ts';
import { captureReport } from '../report/capture-report.ts';
import { asBag, sealOf, tagManifest } from './bag.ts';
import { asCaptureJson, CAPTURE_FILE } from './capture-json.ts';
import { asCsv, isoTime } from './csv.ts';
import { asDataPackage } from './data-package.ts';
import { bytesOf, fileNamePart, withDistinctPaths, type ExportFile } from './export-file.ts';
import { asHarJson } from './har.ts';
import { asWecFolder } from './wec.ts';
import { asZip } from './zip.ts';

/** The folder of the pictures in an export. */
export const PICTURE_FOLDER = 'pictures';

/** 'liner-notes-www.a.example-2026-11-27' */
export function exportName({ capture, pages }: CaptureStudy): string {
  const host = fileNamePart(pages[0]?.page.visit.address.host ?? '');
  return ['liner-notes', host, isoTime(capture.startedAt).slice(0, 10)].filter((part) => part !== '').join('-');
}

/** Where the tables lie: each as CSV, with what describes them. */
export function tableFiles(study: CaptureStudy): readonly ExportFile[] {
  const tables = tablesOf(study.capture);
  const files = new Map(
    tables.map((table) => [table.name, { path: `tables/${table.name}.csv`, content: asCsv(table, study) }]),
  );
  const fileOf = ({ name }: Table): ExportFile => files.get(name) ?? { path: '', content: '' };
  return [
    ...files.values(),
    { path: 'tables/datapackage.json', content: asDataPackage(study.capture, tables, fileOf) },
  ];
}

/** All files of an export, unsealed. */
export function exportFiles(language: Language, study: CaptureStudy): readonly ExportFile[] {
  const { capture, pictureFiles } = study;
  return withDistinctPaths([
    { path: 'report.html', content: captureReport(language, study) },
    { path: CAPTURE_FILE, content: asCaptureJson(capture) },
    { path: 'requests.har', content: asHarJson(study) },
    ...tableFiles(study),
    ...asWecFolder(study).map(({ path, content }) => ({ path: `website-evidence-collector/${path}`, content })),
    ...capture.texts.map(({ id, document }) => ({
      path: `texts/${fileNamePart(id) || 'text'}.txt`,
      content: document.text,
    })),
    ...wholePictures(capture.pictures, pictureFiles).map(({ picture, bytes }) => ({
      path: `${PICTURE_FOLDER}/${picture.file}`,
      content: bytes,
    })),
  ]);
}

/** A sealed export. */
export interface SealedExport {
  /** Name of the zip. */
  readonly name: string;
  readonly zip: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the tag manifest, hexadecimal: who gets it can later prove that the files existed, unchanged. */
  readonly seal: string;
  /** The tag manifest, whose hash the seal is: what a time stamp is of. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Seals an export. `madeAt`: milliseconds since 1970. */
export function sealedExport(language: Language, study: CaptureStudy, madeAt: number): SealedExport {
  const { capture } = study;
  const { extension } = capture.conditions;
  const name = exportName(study);
  const bag = asBag(exportFiles(language, study), {
    ...{ madeAt, agent: `${extension.name} ${extension.version}`, id: capture.id },
    title: capture.name === '' ? name : capture.name,
  });
  return { name: `${name}.zip`, zip: asZip(name, bag), seal: sealOf(bag), sealed: bytesOf(tagManifest(bag)) };
}
