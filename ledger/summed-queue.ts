/**
 * A queue for facts of which a page may make any number: requests alike are summed up, its room is bounded, and what found no
 * room is given back to be counted. Pure.
 */

/** How facts of a kind are summed up. */
export interface Summing<T> {
  /** Most facts that wait. */
  readonly most: number;
  /** So many of a group stand by themselves before those after them are added to one like them. */
  readonly apart: number;
  /** The group of a fact, such as the host of a request; null for a fact that always stands by itself. */
  readonly groupOf: (fact: T) => string | null;
  /** Facts of one likeness may be added to each other. */
  readonly likeness: (fact: T) => string;
  /** Adds a fact to one that waits. */
  readonly add: (taker: T, fact: T) => T;
}

/** Gathers facts until they are taken. What finds no room is the caller's to count. */
export class SummedQueue<T> {
  readonly #summing: Summing<T>;
  #sumsUp = true;
  #waiting: T[] = [];
  /** How many of a group stand by themselves. */
  #apart = new Map<string, number>();
  /** Where the fact stands that takes up others like it. */
  #takers = new Map<string, number>();

  constructor(summing: Summing<T>) {
    this.#summing = summing;
  }

  /** Whether facts alike are summed up: from now on, and as long as nothing else is said. Its room stays as it is. */
  sumUp(sumsUp: boolean): void {
    this.#sumsUp = sumsUp;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /**
   * Takes a fact, and gives whether there was room for it. `hasRoom`: whether there is room elsewhere too, where several queues
   * share it.
   */
  add(fact: T, hasRoom = true): boolean {
    const { most, apart, groupOf, likeness, add } = this.#summing;
    const group = this.#sumsUp ? groupOf(fact) : null;
    const known = group === null ? 0 : (this.#apart.get(group) ?? 0);
    const kind = group === null ? null : likeness(fact);
    const index = kind === null ? undefined : this.#takers.get(kind);
    const taker = index === undefined ? undefined : this.#waiting[index];
    const isFull = this.#waiting.length >= most || !hasRoom;
    // In a full queue, one that waits already takes up what is like it.
    if (index !== undefined && taker !== undefined && (known >= apart || isFull)) {
      this.#waiting[index] = add(taker, fact);
    } else if (isFull) {
      return false;
    } else {
      if (group !== null) this.#apart.set(group, known + 1);
      if (kind !== null) this.#takers.set(kind, this.#waiting.length);
      this.#waiting.push(fact);
    }
    return true;
  }

  /** Takes out the first facts. What stays is not added to any more: it may be the whole of what goes out next. */
  take(most = Infinity): T[] {
    const taken = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(taken.length);
    this.#apart = new Map();
    this.#takers = new Map();
    return taken;
  }
}
