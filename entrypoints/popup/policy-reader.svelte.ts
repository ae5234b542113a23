/** Reads the policy in the popup's tab when the person presses. It fetches what reads only then. */
import { untrack } from 'svelte';
import type {
  MarkOutcome,
  PageOfPolicy,
  PolicyReader,
  ReadingState,
  SecondState,
  TextChange,
} from '../../components/popup/policy-reader.ts';
import { isSamePage, type PopupTab } from '../../components/popup/popup-state.ts';
import type { AllKnowledge } from '../../findings/knowledge.ts';
import type { CopyFacts } from '../../reading/copy-list.ts';
import { clock } from '../../observers/clock.ts';
import type { Practice } from '../../schemas/policy-data.ts';
import type { Study } from '../../reading/border/start-study.ts';
import { FittingCopies } from './fitting-copies.svelte.ts';

/** Reads for one popup. */
export class TabPolicyReader implements PolicyReader {
  /** `of`: null where nothing was read. */
  #reading: { readonly of: PopupTab | null; readonly state: ReadingState } = $state.raw({
    of: null,
    state: { is: 'none' },
  });
  /** The work on the text that is being read; null while there is none that could be ended. */
  #study: Study | null = null;
  /** How many times it was begun or ended: what comes of an earlier time is told nobody. */
  #turn = 0;
  readonly #tab: () => PopupTab;
  readonly #knowledge: AllKnowledge;
  readonly #copies: FittingCopies;
  readonly #endNaming: () => void;

  constructor(tab: () => PopupTab, knowledge: AllKnowledge, copies: readonly CopyFacts[]) {
    this.#tab = tab;
    this.#knowledge = knowledge;
    this.#copies = new FittingCopies(knowledge, copies);
    this.#endNaming = $effect.root(() => {
      $effect(() => {
        this.#nameReadPage(this.#tab());
      });
    });
  }

  /** How far the reading of the tab's page has come: of a page that has made way for another nothing is told. */
  get state(): ReadingState {
    const { of, state } = this.#reading;
    return of !== null && isSamePage(of, this.#tab()) ? state : { is: 'none' };
  }

  get practices(): readonly Practice[] {
    return this.#knowledge[0].practices;
  }

  second(page: PageOfPolicy): SecondState | null {
    return this.#copies.second(page);
  }

  async open(page: PageOfPolicy): Promise<void> {
    await this.#copies.open(page);
  }

  prepare(): void {
    if (this.state.is === 'reading') return;
    // What does not come is told at the press.
    const made = import('./read-in-popup.ts').then(({ prepareStudy }) => {
      // Pressed meanwhile: the reading has a worker of its own, and nobody would end another.
      if (this.state.is !== 'reading') prepareStudy();
    });
    void made.catch(() => undefined);
  }

  async read(organisation: string | null): Promise<void> {
    if (this.state.is === 'reading') return;
    this.stop();
    const tab = this.#tab();
    const mine = this.#turn;
    this.#reading = { of: tab, state: { is: 'reading', step: 'reading' } };
    const show = (state: ReadingState): void => {
      if (mine === this.#turn) this.#reading = { of: this.#reading.of, state };
    };
    show(await this.#readTab(tab, organisation, show));
  }

  stop(): void {
    this.#turn += 1;
    this.#study?.stop();
    this.#study = null;
    if (this.#reading.state.is === 'reading') this.#reading = { of: null, state: { is: 'none' } };
  }

  async told({ copy, hash }: TextChange): Promise<void> {
    try {
      const { noteTold } = await import('./read-in-popup.ts');
      await noteTold(copy, hash);
    } catch {
      // Where that cannot be noted, it is told once more.
    }
  }

  async mark(quote: string, before: number): Promise<MarkOutcome> {
    const { markQuoteInTab } = await import('./read-in-popup.ts');
    return markQuoteInTab(this.#tab().id, quote, before);
  }

  /** Stops following. */
  close(): void {
    this.#endNaming();
    this.#copies.close();
  }

  /** A page that answers only after the press is known from then on: another one at the same address is then another. */
  #nameReadPage(now: PopupTab): void {
    const { of, state } = untrack(() => this.#reading);
    if (of !== null && !of.page && now.page && isSamePage(of, now)) this.#reading = { of: now, state };
  }

  async #readTab(
    tab: PopupTab,
    organisation: string | null,
    show: (state: ReadingState) => void,
  ): Promise<ReadingState> {
    const mine = this.#turn;
    const readAt = clock.now();
    let reading;
    try {
      reading = await import('./read-in-popup.ts');
    } catch {
      return { is: 'failed', why: 'broken' };
    }
    const raw = reading.readPolicyPage(tab.id);
    try {
      const page = await reading.readPage(
        raw,
        { organisation, readAt, isPrivate: tab.incognito },
        {
          tell: (step) => {
            show({ is: 'reading', step });
          },
          hold: (study) => {
            // Else it was ended while the page was taken.
            if (mine === this.#turn) this.#study = study;
            else study.stop();
          },
        },
      );
      const { kept, statements } = page;
      // It is there already: nothing need be opened for the answers.
      if (kept.kind !== 'not-kept') {
        const { id, readAt: at } = kept.copy;
        this.#copies.takeIn({ id, readAt: at, reading: page.reading, statements }, reading.answerOf);
      }
      return { is: 'read', page };
    } catch {
      // Where the page was not to be had, the reason is the browser's own and in its own language.
      const why = await raw.then(
        () => 'broken' as const,
        () => 'not-let-in' as const,
      );
      return { is: 'failed', why };
    }
  }
}
