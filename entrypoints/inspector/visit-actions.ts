/** What the inspector does with a list of visits. */
import type { Sealed } from '../../components/inspector/inspector-actions.ts';
import type { VisitActions } from '../../components/inspector/visit-actions.ts';
import { VisitChoice } from '../../components/inspector/visit-choice.svelte.ts';
import type { Capture } from '../../capture/capture.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { ExportFile } from '../../evidence/files/export-file.ts';
import { listName, sealedList } from '../../evidence/files/list-export.ts';
import { listReport } from '../../evidence/report/list-report.ts';
import { isoDay } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { openAll } from './open-export.ts';

interface Parts {
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Name and version of the extension: 'Liner Notes 0.2.0'. */
  readonly agent: string;
  readonly save: (file: ExportFile) => void;
  readonly study: (capture: Capture) => Promise<CaptureStudy>;
}

/** Lets the page draw what it has to say. */
const drawn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** Makes them. */
export function visitActions({ language, now, agent, save, study }: Parts): VisitActions {
  return {
    choice: new VisitChoice(),
    openAll: (file) => openAll(file, study),
    saveReport: async (list) => {
      await drawn();
      const path = `${listName(list, now())}.html`;
      save({ path, content: listReport(language, list, isoDay(now())) });
      return path;
    },
    saveSealed: async (list, tell): Promise<Sealed & { readonly name: string }> => {
      const facts = { madeAt: now(), id: crypto.randomUUID(), agent };
      const { name, zip, seal, sealed } = await sealedList(language, list, facts, async (done, of) => {
        tell(done, of);
        await drawn();
      });
      save({ path: name, content: zip });
      return { name, seal, sealed };
    },
  };
}
