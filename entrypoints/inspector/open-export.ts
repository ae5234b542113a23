/** A file that the person has chosen → the capture in it, checked before it is believed. */
import type { OpenedExport, OpenedSeal } from '../../components/inspector/inspector-actions.ts';
import type { Capture } from '../../capture/capture.ts';
import { readCaptureText, type ReadCapture } from '../../capture/read-capture.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { CAPTURE_FILE } from '../../evidence/files/capture-json.ts';
import { checkExport } from '../../evidence/files/check-export.ts';
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

type Study = (capture: Capture) => Promise<CaptureStudy>;

async function opened(read: ReadCapture, seal: OpenedSeal, study: Study): Promise<OpenedExport> {
  switch (read.state) {
    case 'read':
      return { state: 'opened', from: 'file', study: await study(read.capture), seal };
    case 'damaged':
      return { state: 'damaged', where: read.where };
    case 'foreign':
    case 'newer':
      return { state: read.state };
  }
}

/** Opens a sealed export, or a capture by itself. @throws Error when the file cannot be read from the disk */
export async function openExport(file: Blob, study: Study): Promise<OpenedExport> {
  if (file.size > MAX_UNPACKED) return { state: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!ZIP_MARK.every((mark, at) => bytes[at] === mark)) {
    const text = textOf(bytes);
    return text === null ? { state: 'foreign' } : opened(readCaptureText(text), { state: 'none' }, study);
  }
  const zip = openZip(bytes);
  const check = checkExport(bytes);
  if (zip.state !== 'opened' || check.state !== 'checked')
    return { state: zip.state === 'too-large' ? 'too-large' : 'foreign' };
  const found = zip.files.find(({ path }) => path === `data/${CAPTURE_FILE}`);
  const text = found === undefined ? null : textOf(found.content as Uint8Array);
  if (text === null) return { state: 'foreign' };
  const { faults, files, seal, sealed, isAsPacked } = check;
  const of: OpenedSeal =
    faults.length > 0 || seal === null || sealed === null
      ? { state: 'broken', faults }
      : { state: 'whole', files, seal, sealed, isAsPacked };
  return opened(readCaptureText(text), of, study);
}
