/** The visits that a list is to be of, as the person puts them together. They stay while the inspector is open, whatever is shown meanwhile. */
import type { ListedSeal } from '../../capture/list/capture-list.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { errorMessage } from '../../words/error-message.ts';
import type { OpenedExport, OpenedSeal } from './opened-export.ts';
import type { StudiedRecording } from './recording-actions.ts';

/** Most visits of a list. */
export const MAX_VISITS = 100;

/** One of them. */
export interface ChosenVisit {
  /** Tells it from all others: a capture is not listed twice. */
  readonly key: string;
  readonly study: CaptureStudy;
  readonly seal: ListedSeal;
}

/** What was opened under a name: a file, or one of several captures in it. */
export interface NamedExport {
  readonly name: string;
  readonly opened: OpenedExport;
}

/** Why something was not added. */
export type Trouble =
  | Exclude<OpenedExport, { readonly state: 'opened' }>
  | Exclude<StudiedRecording, { readonly state: 'opened' | 'damaged' | 'newer' }>
  | { readonly state: 'twice' | 'too-many' }
  /** `words`: the browser's. */
  | { readonly state: 'unreadable'; readonly words: string };

/** How far it is with what was chosen. */
export interface OpeningProgress {
  readonly done: number;
  readonly of: number;
  /** What is being opened. */
  readonly name: string;
}

const keyOf = ({ capture }: CaptureStudy): string => `${capture.id} ${String(capture.endedAt)}`;

/** What a list says of an opened file's seal. */
function listedSeal(file: string, seal: OpenedSeal): ListedSeal {
  return { state: seal.state, hash: seal.state === 'whole' ? seal.seal : null, file };
}

/** The choice. */
export class VisitChoice {
  chosen = $state.raw<readonly ChosenVisit[]>([]);
  /** What was not added of the last that was tried, by name. */
  troubles = $state.raw<readonly { readonly name: string; readonly why: Trouble }[]>([]);
  progress = $state.raw<OpeningProgress | null>(null);

  /** Adds a study of this browser: of the page, or of a recording. */
  add(name: string, study: CaptureStudy): void {
    this.troubles = [];
    this.#put(name, study, { state: 'here', hash: null, file: '' });
  }

  /** Adds all captures in these files, one after the other; what cannot be is named, and the others are added. */
  addFiles(files: readonly File[], open: (file: File) => Promise<readonly NamedExport[]>): Promise<void> {
    return this.#addAll(files, async (file) => {
      for (const { name, opened } of await open(file)) {
        if (opened.state === 'opened') this.#put(name, opened.study, listedSeal(name, opened.seal));
        else this.#refuse(name, opened);
      }
    });
  }

  /** Adds recordings, as `addFiles` does. */
  addRecordings(
    recordings: readonly { readonly id: string; readonly name: string }[],
    open: (id: string) => Promise<StudiedRecording>,
  ): Promise<void> {
    return this.#addAll(recordings, async ({ id, name }) => {
      const opened = await open(id);
      if (opened.state === 'opened') this.#put(name, opened.study, { state: 'here', hash: null, file: '' });
      else if (opened.state === 'newer') this.#refuse(name, { state: 'newer' });
      else this.#refuse(name, opened);
    });
  }

  remove(key: string): void {
    this.chosen = this.chosen.filter((one) => one.key !== key);
  }

  async #addAll<Of extends { readonly name: string }>(
    all: readonly Of[],
    one: (of: Of) => Promise<void>,
  ): Promise<void> {
    if (this.progress !== null) return;
    this.troubles = [];
    for (const [at, of] of all.entries()) {
      this.progress = { done: at, of: all.length, name: of.name };
      try {
        await one(of);
      } catch (error) {
        this.#refuse(of.name, { state: 'unreadable', words: errorMessage(error) });
      }
    }
    this.progress = null;
  }

  #put(name: string, study: CaptureStudy, seal: ListedSeal): void {
    const key = keyOf(study);
    if (this.chosen.some((one) => one.key === key)) this.#refuse(name, { state: 'twice' });
    else if (this.chosen.length >= MAX_VISITS) this.#refuse(name, { state: 'too-many' });
    else this.chosen = [...this.chosen, { key, study, seal }];
  }

  #refuse(name: string, why: Trouble): void {
    this.troubles = [...this.troubles, { name, why }];
  }
}
