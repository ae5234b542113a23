/** Has texts read and compared in a worker of the page's own, one for each piece of work: to stop it is to end it. */
import type { Study, StudyText } from '../../components/policy/policy-actions.ts';
import type { StudyRequest, StudyResult, StudyStep } from '../../reading/study-texts.ts';
import type { ReadingRulesFile } from '../../schemas/reading-rules.ts';
import { loadRules } from '../../shipped/read-text.ts';
import type { StudyMessage } from './study-messages.ts';

async function rulesOf(texts: readonly StudyText[]): Promise<StudyRequest['rules']> {
  const languages = [...new Set(texts.map(({ language }) => language))];
  const files = await Promise.all(languages.map(loadRules));
  const found: Record<string, ReadingRulesFile> = {};
  for (const [at, language] of languages.entries()) {
    const file = files[at];
    if (file != null) found[language] = file;
  }
  return found;
}

/** Begins. `texts`: one, or two that are compared, the earlier one first. */
export function startStudy(texts: readonly StudyText[], tell: (step: StudyStep) => void): Study {
  const worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<StudyResult>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<StudyMessage>): void => {
      if (data.kind === 'step') tell(data.step);
      else if (data.kind === 'done') resolve(data.result);
      else reject(new Error(data.reason));
    };
    worker.onerror = (event): void => {
      reject(new Error(event.message));
    };
  });
  async function run(): Promise<StudyResult> {
    try {
      const rules = await rulesOf(texts);
      const request: StudyRequest = { texts: texts.map(({ document }) => document), rules };
      worker.postMessage(request);
      return await answered;
    } finally {
      worker.terminate();
    }
  }
  return {
    result: run(),
    stop: () => {
      worker.terminate();
    },
  };
}
