/** What is open while a document's blocks are gone through: the lists that go on, and the sections. */
import { LONGEST_HEADING, type Part } from './block-parts.ts';

/** A mark at the end of a text that goes no further, or leads in what comes next. */
export const END_MARK = /[.!?:;,\u2026\u3002\uff01\uff1f][)"'\u201d\u2019\u00bb\]]*$/;

/** A paragraph that leads in a list goes on with it: it ends in a colon or without a mark, or it points at what follows. */
function leadsIn(text: string): boolean {
  if (!END_MARK.test(text)) return true;
  return /[:;,\u2026\u2014]["'\u201d\u2019)]*$/.test(text) || POINTING.test(text.slice(-300));
}
const POINTING =
  /\b(?:following|below|these|follows|folgende[nrsm]?|nachstehend\w*|suivante?s?|ci-dessous|ci-apr\u00e8s|siguientes?|a continuaci\u00f3n|volgende|hieronder|onderstaande|seguintes?)\b[^.]*\.\W*$/i;

/** Keeps, while blocks are gone through, what leads in the lists that are open. */
export class OpenLists {
  /** By depth: the block that leads in the list of that depth, and its last item. */
  #lists: { level: number; leadIn: number | null; lastItem: number }[] = [];

  /** The lead-in of an item that stands at position `at`, right behind the block `before`. */
  leadIn(level: number, at: number, before: { readonly part: Part; readonly at: number } | null): number | null {
    while (this.#lists.length > 0 && (this.#lists.at(-1)?.level ?? 0) > level) this.#lists.pop();
    const open = this.#lists.at(-1);
    if (open?.level === level) {
      open.lastItem = at;
      return open.leadIn;
    }
    const isLed = before !== null && (before.part.kind === 'heading' || leadsIn(before.part.text));
    const leadIn = open !== undefined ? open.lastItem : isLed && before.part.kind !== 'cell' ? before.at : null;
    this.#lists.push({ level, leadIn, lastItem: at });
    return leadIn;
  }

  /** Something that is no item stands between the lists. */
  close(): void {
    this.#lists = [];
  }
}

/** The headings that are open, outermost first. */
export class OpenSections {
  #open: { level: number; title: string }[] = [];
  #path: readonly string[] = [];

  get path(): readonly string[] {
    return this.#path;
  }

  /** The path of a heading; it is the last of the path from then on. */
  enter(level: number, title: string): readonly string[] {
    while (this.#open.length > 0 && (this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const around = this.#open.map((section) => section.title);
    this.#open.push({ level, title: title.slice(0, LONGEST_HEADING) });
    this.#path = [...around, title.slice(0, LONGEST_HEADING)];
    return around;
  }
}
