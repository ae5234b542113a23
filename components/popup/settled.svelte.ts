/** Words for a live region: told once they have settled, not at each request. */

/** How long words must stay the same before they are told, and so the least time between two tellings. */
export const SETTLE_MS = 2000;

/** Follows words that change and tells those that stay. The first words are not told: they are read with the page. */
export class Settled {
  /** What the live region holds. */
  told = $state('');
  #last: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Offers the words of now. */
  offer(words: string): void {
    if (words === this.#last) return;
    const first = this.#last === null;
    this.#last = words;
    if (first) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.told = words), SETTLE_MS);
  }

  /** Stops. */
  close(): void {
    clearTimeout(this.#timer);
  }
}
