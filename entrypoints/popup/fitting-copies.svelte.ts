/** The kept copy that speaks for a page, opened, and its answers. What opens it is fetched only when there is one. */
import type { PageOfPolicy, SecondState } from '../../components/popup/policy-reader.ts';
import type { SecondAnswer } from '../../findings/difference.ts';
import { fittingCopy } from '../../findings/fitting-copy.ts';
import type { AllKnowledge, Knowledge } from '../../findings/knowledge.ts';
import type { ReadCopy } from '../../findings/second-answer.ts';
import type { Visit } from '../../ledger/visit.ts';
import { followCopyList } from '../../reading/border/copy-list-storage.ts';
import type { CopyFacts } from '../../reading/copy-list.ts';
import type { answerOf } from './read-in-popup.ts';

/** A copy that was opened, and what answers by it; null where it cannot be opened. */
interface Opened {
  readonly id: string;
  readonly by: { readonly copy: ReadCopy; readonly answerOf: typeof answerOf } | null;
}

/** The copies for one popup; reactive. */
export class FittingCopies {
  #copies: readonly CopyFacts[] = $state.raw([]);
  #opened: Opened | null = $state.raw(null);
  /** Id of the copy that is being opened. */
  #opening: string | null = null;
  #last: { readonly visit: Visit; readonly opened: Opened; readonly answer: SecondAnswer } | null = null;
  readonly #knowledge: AllKnowledge;
  readonly #unfollow: () => void;

  constructor(knowledge: AllKnowledge, copies: readonly CopyFacts[]) {
    this.#knowledge = knowledge;
    this.#copies = copies;
    this.#unfollow = followCopyList((now) => {
      this.#copies = now;
      // What could not be opened may be there now.
      if (this.#opened?.by === null) this.#opened = null;
    });
  }

  /** What the copy says of a page; null where none speaks for it. */
  second(page: PageOfPolicy): SecondState | null {
    const copy = this.#copyFor(page);
    if (copy === null) return null;
    const opened = this.#opened;
    if (opened?.id !== copy.id) return { is: 'waiting', readAt: copy.readAt };
    const answer = this.#answer(page, opened);
    return answer === null ? { is: 'missing', readAt: copy.readAt } : { is: 'there', answer };
  }

  /** Opens the copy that speaks for a page; again, where it could not be opened before. Never rejects. */
  async open(page: PageOfPolicy): Promise<void> {
    const copy = this.#copyFor(page);
    if (copy === null || this.#opening === copy.id) return;
    if (this.#opened?.id === copy.id && this.#opened.by !== null) return;
    this.#opening = copy.id;
    // One that could not be opened is on its way again.
    this.#opened = null;
    try {
      const reading = await import('./read-in-popup.ts');
      const found = await reading.openCopy(copy.id);
      this.#opened = { id: copy.id, by: found === null ? null : { copy: found, answerOf: reading.answerOf } };
    } catch {
      this.#opened = { id: copy.id, by: null };
    } finally {
      this.#opening = null;
    }
  }

  /** Takes in a copy that is open already: it was read just now. */
  takeIn(copy: ReadCopy, answer: typeof answerOf): void {
    this.#opened = { id: copy.id, by: { copy, answerOf: answer } };
  }

  /** Stops following. */
  close(): void {
    this.#unfollow();
  }

  #copyFor({ recognition, visit }: PageOfPolicy): CopyFacts | null {
    const [{ sites }] = this.#knowledge;
    return fittingCopy(visit.address.host, recognition, this.#copies, (host) => sites.recognise(host, []));
  }

  #knowledgeFor({ organisation }: PageOfPolicy): Knowledge {
    return this.#knowledge.find((known) => known.organisation.id === organisation.id) ?? this.#knowledge[0];
  }

  #answer(page: PageOfPolicy, opened: Opened): SecondAnswer | null {
    const { visit } = page;
    if (this.#last?.visit === visit && this.#last.opened === opened) return this.#last.answer;
    if (opened.by === null) return null;
    const answer = opened.by.answerOf(visit, this.#knowledgeFor(page), opened.by.copy);
    this.#last = { visit, opened, answer };
    return answer;
  }
}
