/** The person's copies of policies, read by the rules of their languages, as they are kept now: one that is read meanwhile joins them. */
import type { Capture } from '../../capture/capture.ts';
import type { PictureFiles } from '../../capture/picture-files.ts';
import { studyCapture, type CapturedReadings, type CaptureStudy } from '../../capture/study-capture.ts';
import { fittingCopy } from '../../findings/fitting-copy.ts';
import type { AllKnowledge } from '../../findings/knowledge.ts';
import { followCopies, keptCopies } from '../../reading/border/kept-copies.ts';
import { startStudy } from '../../reading/border/start-study.ts';
import { factsOf } from '../../reading/copy-list.ts';
import type { KeptCopy } from '../../reading/kept-copy.ts';
import { loadRules, SHIPPED_READING_FACTS } from '../../shipped/reading-rules.ts';

type ReadOne = CapturedReadings['copies'][number] | null;

/** Copies read by the rules of their languages, each once. */
const read = new Map<string, Promise<ReadOne>>();
function reading({ id, readAt, hash, document }: KeptCopy): Promise<ReadOne> {
  const known = read.get(hash);
  if (known !== undefined) return known;
  const found = startStudy([document], loadRules).result.then(
    ({ texts: [text] }): ReadOne => (text === undefined ? null : { id, readAt, ...text }),
    // Rules that do not arrive: its text is kept, and no finding is given against it.
    () => null,
  );
  read.set(hash, found);
  return found;
}

async function readingsOf(texts: readonly KeptCopy[]): Promise<CapturedReadings | null> {
  if (texts.length === 0) return null;
  const copies = await Promise.all(texts.map(reading));
  return { copies: copies.filter((copy) => copy !== null), facts: SHIPPED_READING_FACTS };
}

/** The copies, and what they say of a capture. */
export class KeptTexts {
  #copies: readonly KeptCopy[] = [];
  #readings: CapturedReadings | null = null;
  readonly #knowledge: AllKnowledge;

  constructor(knowledge: AllKnowledge) {
    this.#knowledge = knowledge;
  }

  /** Reads them as they are now; where they cannot be read, those of before stay. Never rejects. */
  async load(): Promise<void> {
    const kept = await keptCopies().catch(() => null);
    if (kept === null) return;
    const readings = await readingsOf(kept.copies);
    this.#copies = kept.copies;
    this.#readings = readings;
  }

  /** Reads them anew whenever they have changed, and tells it then. */
  follow(tell: () => void): void {
    let last = Promise.resolve();
    followCopies(() => {
      // One after the other: an older list must not come last.
      last = last.then(() => this.load()).then(tell);
    });
  }

  /** The capture with the copies that speak for its pages. */
  with(capture: Capture): Capture {
    const [{ sites }] = this.#knowledge;
    const facts = this.#copies.map(factsOf);
    const ids = capture.pages.map(({ visit }) => {
      const recognition = sites.recognise(visit.address.host, visit.marks);
      return fittingCopy(visit.address.host, recognition, facts, (host) => sites.recognise(host, []))?.id;
    });
    return { ...capture, texts: this.#copies.filter(({ id }) => ids.includes(id)) };
  }

  /** What a capture of now comes to, beside these copies. */
  study(capture: Capture): CaptureStudy {
    return studyCapture(this.with(capture), this.#knowledge, this.#readings);
  }

  /** What a capture comes to, beside the texts that it holds itself. */
  async studyOwn(capture: Capture, pictureFiles: PictureFiles = new Map()): Promise<CaptureStudy> {
    return studyCapture(capture, this.#knowledge, await readingsOf(capture.texts), pictureFiles);
  }
}
