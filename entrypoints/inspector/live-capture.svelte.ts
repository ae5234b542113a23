/** The capture of the page that a tab shows, as it grows: studied anew at most twice a second. */
import { untrack } from 'svelte';
import { CAPTURE_FORMAT, CAPTURE_VERSION, type Capture } from '../../capture/capture.ts';
import type { InspectorSource } from '../../components/inspector/inspector-actions.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { LedgerState } from '../../ledger/ledger-state.ts';
import type { Visit } from '../../ledger/visit.ts';
import { isOfThisPage, type PopupTab } from '../../components/popup/popup-state.ts';
import { errorMessage } from '../../words/error-message.ts';
import type { BrowserConditions } from './read-conditions.ts';

/** Least time between two studies, in milliseconds. */
const STUDY_EVERY = 500;

/** What is known beside the record. */
export interface LiveFacts {
  readonly conditions: BrowserConditions;
  readonly region: string | null;
}

/** The capture of a visit, as it is at this moment. */
export function captureOf(visit: Visit, { conditions, region }: LiveFacts): Capture {
  return {
    ...{ format: CAPTURE_FORMAT, version: CAPTURE_VERSION, id: visit.document, kind: 'visit', name: '', note: '' },
    ...{ startedAt: visit.since, endedAt: Math.max(visit.since, visit.updatedAt) },
    conditions: { ...conditions, gpc: visit.signal?.gpc ?? null, profile: null, region },
    pages: [{ no: 1, tab: 1, openedAt: visit.since, leftAt: null, visit }],
    ...{ facts: [], leftOut: 0, interruptions: 0, texts: [], pictures: [] },
  };
}

/** Follows the record of a tab. */
export class LiveCapture {
  #current = $state.raw<InspectorSource>({ state: 'loading' });
  readonly #facts: LiveFacts;
  readonly #study: (capture: Capture) => CaptureStudy;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(facts: LiveFacts, study: (capture: Capture) => CaptureStudy) {
    this.#facts = facts;
    this.#study = study;
  }

  /** What there is to look at now; reactive. */
  get current(): InspectorSource {
    return this.#current;
  }

  /** Takes the states of a record from now on, as long as it is of the page that the tab shows. Gives what ends it. */
  follow(view: { readonly current: LedgerState }, tab: { readonly current: PopupTab }): () => void {
    return $effect.root(() => {
      $effect(() => {
        const { current } = view;
        const isGone = current.state === 'visit' && !isOfThisPage(current.visit, tab.current);
        this.take(isGone ? { state: 'empty' } : current, tab.current.id);
      });
    });
  }

  /** Shows nothing until the next state: another tab is spoken of from now on. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#last = 0;
    this.#current = { state: 'loading' };
  }

  /** Studies anew what there is to look at: what it is judged by has changed. */
  renew(): void {
    const { current } = this;
    if ('study' in current) this.#show(current.study.capture, current.state, current.tab);
  }

  #show(capture: Capture, state: 'live' | 'left', tab: number): void {
    try {
      this.#current = { state, study: this.#study(capture), tab };
    } catch (error) {
      this.#current = { state: 'failed', reason: errorMessage(error) };
    }
  }

  /** Takes the state of the record of a tab. */
  take(state: LedgerState, tab: number): void {
    clearTimeout(this.#timer);
    if (state.state === 'loading') return;
    if (state.state === 'error') {
      this.#current = { state: 'failed', reason: state.message ?? '' };
      return;
    }
    if (state.state !== 'visit') {
      // The record goes with its page; what a person was looking at stays in sight, and can still be saved.
      const before = untrack(() => this.#current);
      this.#current =
        before.state === 'live' || before.state === 'left' ? { ...before, state: 'left' } : { state: 'none' };
      return;
    }
    const wait = this.#last + STUDY_EVERY - performance.now();
    const show = (): void => {
      this.#last = performance.now();
      this.#show(captureOf(state.visit, this.#facts), 'live', tab);
    };
    if (wait <= 0) show();
    else this.#timer = setTimeout(show, wait);
  }
}
