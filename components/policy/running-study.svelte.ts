/** Work on texts as a component shows it: under way, failed, or done. */
import type { PolicyText } from '../../reading/policy-text.ts';
import type { StudyResult, StudyStep } from '../../reading/study-texts.ts';
import { errorMessage } from '../../words/error-message.ts';
import type { PolicyActions } from './policy-actions.ts';

type StudyState =
  | { readonly state: 'working'; readonly step: StudyStep }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'done'; readonly result: StudyResult };

/** One piece of work at a time: a new one takes the place of the one before, which is stopped. */
export class RunningStudy {
  current = $state.raw<StudyState>({ state: 'working', step: 'reading' });
  readonly #study: PolicyActions['study'];
  #stop: () => void = () => undefined;
  #turn = 0;

  constructor(study: PolicyActions['study']) {
    this.#study = study;
  }

  /** Has one text read, or two compared, the earlier one first. */
  start(texts: readonly PolicyText[]): void {
    this.stop();
    const mine = this.#turn;
    const show = (state: StudyState): void => {
      if (mine === this.#turn) this.current = state;
    };
    show({ state: 'working', step: 'reading' });
    const { result, stop } = this.#study(texts, (step) => {
      show({ state: 'working', step });
    });
    this.#stop = stop;
    result.then(
      (done) => {
        show({ state: 'done', result: done });
      },
      (error: unknown) => {
        show({ state: 'failed', reason: errorMessage(error) });
      },
    );
  }

  stop(): void {
    this.#turn += 1;
    this.#stop();
    this.#stop = () => undefined;
  }
}
