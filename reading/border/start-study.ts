/** Has texts read and compared in a worker of the page's own, one for each piece of work: to stop it is to end it. */
import type { RulesByLanguage, StudyResult, StudyStep, StudyText } from '../study-texts.ts';
import type { StudyMessage, StudyOrder } from './study-messages.ts';

/** Work on texts that has begun. */
export interface Study {
  /** It fails with an Error when the work cannot be done. */
  readonly result: Promise<StudyResult>;
  /** Ends it; `result` may then stay without an answer. */
  readonly stop: () => void;
}

/** Begins. `texts`: one, or two that are compared, the earlier one first. `loadRules`: gives the rules of those languages that have some. */
export function startStudy(
  texts: readonly StudyText[],
  loadRules: (languages: readonly string[]) => Promise<RulesByLanguage>,
  tell: (step: StudyStep) => void = () => undefined,
): Study {
  const worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' });
  const order = (message: StudyOrder): void => {
    worker.postMessage(message);
  };
  const result = new Promise<StudyResult>((resolve, reject) => {
    const fail = (reason: string): void => {
      reject(new Error(reason));
    };
    const hand = async (languages: readonly string[]): Promise<void> => {
      try {
        order({ kind: 'rules', rules: await loadRules(languages) });
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    worker.onmessage = ({ data }: MessageEvent<StudyMessage>): void => {
      if (data.kind === 'step') tell(data.step);
      else if (data.kind === 'rules-wanted') void hand(data.languages);
      else if (data.kind === 'done') resolve(data.result);
      else fail(data.reason);
    };
    worker.onerror = ({ message }): void => {
      // Where its file does not arrive there are no words.
      fail(message === '' ? 'The worker did not start.' : message);
    };
    worker.onmessageerror = (): void => {
      fail('What the worker said could not be read.');
    };
    order({ kind: 'texts', texts });
  });
  const stop = (): void => {
    worker.terminate();
  };
  void result.then(stop, stop);
  return { result, stop };
}
