/** The worker of the page of kept copies: reads and compares texts, so that the page stays at hand meanwhile. It keeps nothing. */
import { studyTexts, type StudyRequest } from '../../reading/study-texts.ts';
import type { StudyMessage } from './study-messages.ts';

const tell = (message: StudyMessage): void => {
  self.postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<StudyRequest>): void => {
  try {
    const result = studyTexts(data, (step) => {
      tell({ kind: 'step', step });
    });
    tell({ kind: 'done', result });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
};
