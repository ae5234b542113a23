/** What the inspector does about time stamps. What reads an answer is loaded when there is one. */
import type { StampActions } from '../../components/inspector/inspector-actions.ts';
import type { ExportFile } from '../../evidence/files/export-file.ts';
import { timeStampRequest } from '../../evidence/stamp/time-stamp-request.ts';

/** Makes them. `save`: has the browser save a file. */
export function stampActions(save: (file: ExportFile) => void): StampActions {
  return {
    saveRequest: ({ seal }) => {
      const path = `seal-${seal.slice(0, 12)}.tsq`;
      save({ path, content: timeStampRequest(seal) });
      return path;
    },
    check: async (file, { sealed }) => {
      const { MAX_ANSWER, verifyTimeStamp } = await import('../../evidence/stamp/verify-time-stamp.ts');
      if (file.size > MAX_ANSWER) return { state: 'foreign' };
      return verifyTimeStamp(new Uint8Array(await file.arrayBuffer()), sealed);
    },
  };
}
