/** Reads the policy in the popup's tab when the person presses, and the kept copy that speaks for a page. It fetches what reads only then. */
import type { MarkOutcome, PolicyReader, ReadingState, SecondState } from '../../components/popup/policy-reader.ts';
import type { PopupTab } from '../../components/popup/popup-state.ts';
import type { SecondAnswer } from '../../findings/difference.ts';
import { fittingCopy } from '../../findings/fitting-copy.ts';
import type { AllKnowledge, Knowledge } from '../../findings/knowledge.ts';
import type { Report } from '../../findings/report.ts';
import type { ReadCopy } from '../../findings/second-answer.ts';
import type { Visit } from '../../ledger/visit.ts';
import { followCopyList } from '../../reading/border/copy-list-storage.ts';
import type { CopyFacts } from '../../reading/copy-list.ts';
import { clock } from '../../observers/clock.ts';
import type { Practice } from '../../schemas/policy-data.ts';
import type { Study } from '../../reading/border/start-study.ts';
import type { answerOf } from './read-in-popup.ts';

/** A copy that was opened, and what answers by it; null where it cannot be opened. */
interface Opened {
  readonly id: string;
  readonly by: { readonly copy: ReadCopy; readonly answerOf: typeof answerOf } | null;
}

/** The page that a tab shows, without the place in it. */
function pageIn({ id, url, page }: PopupTab): string {
  return `${id} ${url?.replace(/#.*$/, '') ?? ''} ${page?.root ?? ''}`;
}

/** Reads for one popup. */
export class TabPolicyReader implements PolicyReader {
  #copies: readonly CopyFacts[] = $state.raw([]);
  #opened: Opened | null = $state.raw(null);
  #reading: { readonly of: string; readonly state: ReadingState } = $state.raw({ of: '', state: { is: 'none' } });
  #last: { readonly visit: Visit; readonly opened: Opened; readonly answer: SecondAnswer } | null = null;
  /** The work on the text that is being read; null while there is none that could be ended. */
  #study: Study | null = null;
  /** How many times it was begun or ended: what comes of an earlier time is told nobody. */
  #turn = 0;
  readonly #tab: () => PopupTab;
  readonly #knowledge: AllKnowledge;
  readonly #unfollow: () => void;

  constructor(tab: () => PopupTab, knowledge: AllKnowledge, copies: readonly CopyFacts[]) {
    this.#tab = tab;
    this.#knowledge = knowledge;
    this.#copies = copies;
    this.#unfollow = followCopyList((now) => (this.#copies = now));
  }

  /** How far the reading of the tab's page has come: of a page that has made way for another nothing is told. */
  get state(): ReadingState {
    return this.#reading.of === pageIn(this.#tab()) ? this.#reading.state : { is: 'none' };
  }

  get practices(): readonly Practice[] {
    return this.#knowledge[0].practices;
  }

  second(report: Report): SecondState | null {
    const copy = this.#copyFor(report);
    if (copy === null) return null;
    const opened = this.#opened;
    if (opened?.id !== copy.id) return { is: 'waiting', readAt: copy.readAt };
    const answer = this.#answer(report, opened);
    return answer === null ? { is: 'missing', readAt: copy.readAt } : { is: 'there', answer };
  }

  async open(report: Report): Promise<void> {
    const copy = this.#copyFor(report);
    if (copy === null || this.#opened?.id === copy.id) return;
    try {
      const reading = await import('./read-in-popup.ts');
      const found = await reading.openCopy(copy.id);
      this.#opened = { id: copy.id, by: found === null ? null : { copy: found, answerOf: reading.answerOf } };
    } catch {
      this.#opened = { id: copy.id, by: null };
    }
  }

  async read(organisation: string | null): Promise<void> {
    if (this.state.is === 'reading') return;
    this.stop();
    const tab = this.#tab();
    const of = pageIn(tab);
    const mine = this.#turn;
    const show = (state: ReadingState): void => {
      if (mine === this.#turn) this.#reading = { of, state };
    };
    show({ is: 'reading', step: 'reading' });
    show(await this.#readTab(tab, organisation, show));
  }

  stop(): void {
    this.#turn += 1;
    this.#study?.stop();
    this.#study = null;
    if (this.#reading.state.is === 'reading') this.#reading = { of: '', state: { is: 'none' } };
  }

  async mark(quote: string, before: number): Promise<MarkOutcome> {
    const { markQuoteInTab } = await import('./read-in-popup.ts');
    return markQuoteInTab(this.#tab().id, quote, before);
  }

  /** Stops following. */
  close(): void {
    this.#unfollow();
  }

  #copyFor({ recognition, visit }: Report): CopyFacts | null {
    const [{ sites }] = this.#knowledge;
    return fittingCopy(visit.address.host, recognition, this.#copies, (host) => sites.recognise(host, []));
  }

  #knowledgeFor({ organisation }: Report): Knowledge {
    return this.#knowledge.find((known) => known.organisation.id === organisation.id) ?? this.#knowledge[0];
  }

  #answer(report: Report, opened: Opened): SecondAnswer | null {
    const { visit } = report;
    if (this.#last?.visit === visit && this.#last.opened === opened) return this.#last.answer;
    if (opened.by === null) return null;
    const answer = opened.by.answerOf(visit, this.#knowledgeFor(report), opened.by.copy);
    this.#last = { visit, opened, answer };
    return answer;
  }

  async #readTab(
    tab: PopupTab,
    organisation: string | null,
    show: (state: ReadingState) => void,
  ): Promise<ReadingState> {
    const mine = this.#turn;
    const readAt = clock.now();
    let raw;
    let reading;
    try {
      reading = await import('./read-in-popup.ts');
    } catch {
      return { is: 'failed', why: 'broken' };
    }
    try {
      raw = await reading.readPolicyPage(tab.id);
    } catch {
      // The reason is the browser's own and in its own language.
      return { is: 'failed', why: 'not-let-in' };
    }
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
        const copy = { id, readAt: at, reading: page.reading, statements };
        this.#opened = { id, by: { copy, answerOf: reading.answerOf } };
      }
      return { is: 'read', page };
    } catch {
      return { is: 'failed', why: 'broken' };
    }
  }
}
