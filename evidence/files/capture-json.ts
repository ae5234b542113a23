/** The capture itself as a file, by which it can be opened again. Its form is published: `docs/capture-1.schema.json`. Pure. */
import type { Capture } from '../../capture/capture.ts';

/** Name of the file in an export. */
export const CAPTURE_FILE = 'capture.json';

/** The file's text. */
export function asCaptureJson(capture: Capture): string {
  return `${JSON.stringify(capture, null, 1)}\n`;
}
