/** What the inspector does about time stamps. What reads an answer is loaded when there is one. */
import type { StampActions } from '../../components/inspector/inspector-actions.ts';
import type { ExportFile } from '../../evidence/files/export-file.ts';
import { NONCE_LENGTH, timeStampRequest } from '../../evidence/stamp/time-stamp-request.ts';

/** Makes them. `save`: has the browser save a file. */
export function stampActions(save: (file: ExportFile) => void): StampActions {
  return {
    saveRequest: ({ seal }) => {
      const path = `seal-${seal.slice(0, 12)}.tsq`;
      const request = timeStampRequest(seal, crypto.getRandomValues(new Uint8Array(NONCE_LENGTH)));
      save({ path, content: request });
      return { path, request };
    },
    check: async ({ answer, request, roots }, { sealed }) => {
      const { MAX_ANSWER, verifyTimeStamp } = await import('../../evidence/stamp/verify-time-stamp.ts');
      if (answer.size > MAX_ANSWER) return { state: 'foreign' };
      const read = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());
      const asked = request instanceof File ? await read(request) : request;
      return verifyTimeStamp(await read(answer), sealed, {
        ...(asked === null ? {} : { request: asked }),
        ...(roots.length === 0 ? {} : { roots: await Promise.all(roots.map(read)) }),
      });
    },
  };
}
