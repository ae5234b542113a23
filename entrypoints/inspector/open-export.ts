/** A file that the person has chosen → the capture in it, checked before it is believed. */
import type { OpenedExport, OpenedSeal } from '../../components/inspector/inspector-actions.ts';
import type { NamedExport } from '../../components/inspector/visit-choice.svelte.ts';
import type { Capture } from '../../capture/capture.ts';
import { readCaptureText, type ReadCapture } from '../../capture/read-capture.ts';
import { filesByName, pictureFile, type PictureFiles } from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { PICTURE_FOLDER } from '../../evidence/files/capture-export.ts';
import { CAPTURE_FILE } from '../../evidence/files/capture-json.ts';
import { checkExport, type ExportCheck } from '../../evidence/files/check-export.ts';
import { bytesOf, type ExportFile } from '../../evidence/files/export-file.ts';
import { LISTED_FOLDER } from '../../evidence/files/list-export.ts';
import { MAX_UNPACKED, openZip } from '../../evidence/files/zip.ts';

/** How every zip begins. */
const ZIP_MARK = [0x50, 0x4b];

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Study = (capture: Capture, pictureFiles: PictureFiles) => Promise<CaptureStudy>;

/** The files of the pictures that the capture names; others are not looked at, whatever they are called. */
function picturesIn(files: readonly ExportFile[], { pictures }: Capture): PictureFiles {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return filesByName(
    pictures.map((picture) => {
      const found = byPath.get(`data/${PICTURE_FOLDER}/${picture.file}`);
      return { picture, file: pictureFile(picture, found === undefined ? undefined : bytesOf(found)) };
    }),
  );
}

async function opened(
  read: ReadCapture,
  seal: OpenedSeal,
  study: Study,
  files: readonly ExportFile[],
): Promise<OpenedExport> {
  switch (read.state) {
    case 'read':
      return { state: 'opened', from: 'file', study: await study(read.capture, picturesIn(files, read.capture)), seal };
    case 'damaged':
      return { state: 'damaged', where: read.where };
    case 'foreign':
    case 'newer':
      return { state: read.state };
  }
}

/** The captures in a file as their texts, each under its name, with what the seal says; or why there are none. */
type FoundTexts =
  | { readonly state: 'foreign' | 'too-large' }
  | {
      readonly state: 'found';
      /** Whether it is a list, however many it holds. */
      readonly isList: boolean;
      readonly texts: readonly { readonly name: string; readonly text: string | null }[];
      readonly seal: OpenedSeal;
      /** All files that lie beside them. */
      readonly files: readonly ExportFile[];
    };

function sealOfCheck(check: ExportCheck & { readonly state: 'checked' }): OpenedSeal {
  const { faults, files, seal, sealed, isAsPacked } = check;
  return faults.length > 0 || seal === null || sealed === null
    ? { state: 'broken', faults }
    : { state: 'whole', files, seal, sealed, isAsPacked };
}

async function textsIn(file: Blob, name: string): Promise<FoundTexts> {
  if (file.size > MAX_UNPACKED) return { state: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!ZIP_MARK.every((mark, at) => bytes[at] === mark))
    return {
      state: 'found',
      isList: false,
      texts: [{ name, text: textOf(bytes) }],
      seal: { state: 'none' },
      files: [],
    };
  const zip = openZip(bytes);
  const check = checkExport(bytes);
  if (zip.state !== 'opened' || check.state !== 'checked')
    return { state: zip.state === 'too-large' ? 'too-large' : 'foreign' };
  const textAt = ({ content }: ExportFile): string | null => textOf(bytesOf({ content }));
  const seal = sealOfCheck(check);
  const one = zip.files.find(({ path }) => path === `data/${CAPTURE_FILE}`);
  const { files } = zip;
  if (one !== undefined) return { state: 'found', isList: false, texts: [{ name, text: textAt(one) }], seal, files };
  const folder = `data/${LISTED_FOLDER}`;
  const texts = zip.files
    .filter(({ path }) => path.startsWith(folder) && path.endsWith('.json'))
    .map((listed) => ({ name: `${name}: ${listed.path.slice(folder.length)}`, text: textAt(listed) }));
  return texts.length === 0 ? { state: 'foreign' } : { state: 'found', isList: true, texts, seal, files };
}

async function openText(
  text: string | null,
  { seal, files }: FoundTexts & { readonly state: 'found' },
  study: Study,
): Promise<OpenedExport> {
  return text === null ? { state: 'foreign' } : opened(readCaptureText(text), seal, study, files);
}

/** Opens a sealed export, or a capture by itself. @throws Error when the file cannot be read from the disk */
export async function openExport(file: Blob, study: Study): Promise<OpenedExport> {
  const found = await textsIn(file, '');
  if (found.state !== 'found') return found;
  return found.isList ? { state: 'several' } : openText(found.texts[0]?.text ?? null, found, study);
}

/** Opens all captures in a file: one, or those of a sealed list. @throws Error when the file cannot be read from the disk */
export async function openAll(file: File, study: Study): Promise<readonly NamedExport[]> {
  const found = await textsIn(file, file.name);
  if (found.state !== 'found') return [{ name: file.name, opened: found }];
  const all: NamedExport[] = [];
  for (const { name, text } of found.texts) all.push({ name, opened: await openText(text, found, study) });
  return all;
}
