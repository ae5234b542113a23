/** What the page of kept copies may do; it is handed in, so that a component touches no browser. */
import type { TextFile } from '../../evidence/copy-files.ts';
import type { KeptCopy } from '../../reading/kept-copy.ts';
import type { PolicyText } from '../../reading/policy-text.ts';
import type { Study } from '../../reading/border/start-study.ts';
import type { StudyStep } from '../../reading/study-texts.ts';
import type { Policy } from '../../schemas/policy-data.ts';

/** An organisation's archived text, which ships with the extension. */
export interface HeldText {
  /** Id of the organisation. */
  readonly organisation: string;
  readonly policy: Policy;
  readonly document: PolicyText;
}

export interface PolicyActions {
  /** All copies, the latest first, and the ids of the damaged ones. @throws Error when the database cannot be opened */
  readonly copies: () => Promise<{ readonly copies: readonly KeptCopy[]; readonly damaged: readonly string[] }>;
  /** Tells whenever they have changed. Gives what ends it. */
  readonly follow: (tell: () => void) => () => void;
  readonly deleteCopy: (id: string) => Promise<void>;
  readonly putCopy: (copy: KeptCopy) => Promise<void>;
  readonly deleteAll: () => Promise<void>;
  /** Has one text read, or two compared, the earlier one first. */
  readonly study: (texts: readonly PolicyText[], tell: (step: StudyStep) => void) => Study;
  readonly save: (file: TextFile) => void;
}
