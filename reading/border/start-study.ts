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

/** A worker that was started before there was work for it. */
let spare: Worker | null = null;

const newWorker = (): Worker => new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' });

/** Starts a worker for the next piece of work, which then need not wait for it: that takes longer than to read a usual text. */
export function prepareStudy(): void {
  if (spare !== null) return;
  const worker = newWorker();
  spare = worker;
  // The next piece of work starts one of its own, and tells what is wrong; so does one that has taken this worker before its file failed.
  worker.onerror = (): void => {
    if (spare === worker) spare = null;
  };
}

/**
 * Begins. `texts`: one, or two that are compared, the earlier one first; they may still be on their way while the worker starts, and where they do not
 * come `result` fails with their error. `loadRules`: gives the rules of those languages that have some.
 */
export function startStudy(
  texts: readonly StudyText[] | Promise<readonly StudyText[]>,
  loadRules: (languages: readonly string[]) => Promise<RulesByLanguage>,
  tell: (step: StudyStep) => void = () => undefined,
): Study {
  const taken = spare;
  spare = null;
  let worker = taken ?? newWorker();
  const result = new Promise<StudyResult>((resolve, reject) => {
    const fail = (reason: string): void => {
      reject(new Error(reason));
    };
    const hand = async (found: Promise<StudyOrder>, to: Worker): Promise<void> => {
      try {
        const order = await found;
        to.postMessage(order);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const begin = (one: Worker): void => {
      let hasSpoken = false;
      one.onmessage = ({ data }: MessageEvent<StudyMessage>): void => {
        hasSpoken = true;
        if (data.kind === 'step') tell(data.step);
        else if (data.kind === 'rules-wanted')
          void hand(
            loadRules(data.languages).then((rules) => ({ kind: 'rules', rules })),
            one,
          );
        else if (data.kind === 'done') resolve(data.result);
        else fail(data.reason);
      };
      one.onerror = ({ message }): void => {
        if (one === taken && !hasSpoken) {
          worker = newWorker();
          begin(worker);
          return;
        }
        // Where its file does not arrive there are no words.
        fail(message === '' ? 'The worker did not start.' : message);
      };
      one.onmessageerror = (): void => {
        fail('What the worker said could not be read.');
      };
      void hand(
        Promise.resolve(texts).then((found) => ({ kind: 'texts', texts: found })),
        one,
      );
    };
    begin(worker);
  });
  const stop = (): void => {
    worker.terminate();
  };
  void result.then(stop, stop);
  return { result, stop };
}
