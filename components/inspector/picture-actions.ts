/** What the inspector can do with pictures of a page; handed in, so that its components call no browser. */
import type { KeptPicture } from '../../capture/border/recorded-pictures.ts';
import type { CapturedPicture } from '../../capture/capture.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';

/** Why there is no picture. `press-first`: the browser allows none before a press on the toolbar's button. `moved`: the tab shows another page. */
export type PictureRefusal =
  | {
      readonly state:
        'press-first' | 'private' | 'minimized' | 'moved' | 'gone' | 'no-room' | 'too-large' | 'no-picture';
    }
  | { readonly state: 'failed'; readonly reason: string };

/** What came of taking one. `recording`: what became of it in the recording that runs; `none` where none does. */
export type TakenPicture =
  | { readonly state: 'added'; readonly file: string; readonly recording: KeptPicture['state'] | 'failed' }
  | PictureRefusal;

/** What the inspector's page hands to the view of pictures. */
export interface PictureActions {
  /** A study of a live page or of a recording with the pictures that it has by now; reactive. */
  readonly joined: (study: CaptureStudy) => CaptureStudy;
  /** Takes a picture of the live page, and adds it to its record. Never throws. */
  readonly take: (study: CaptureStudy) => Promise<TakenPicture>;
  /** Changes what is said of a picture. @throws Error when it cannot be kept */
  readonly describe: (study: CaptureStudy, picture: CapturedPicture, caption: string) => Promise<void>;
  /** @throws Error when it cannot be deleted where it is kept */
  readonly remove: (study: CaptureStudy, picture: CapturedPicture) => Promise<void>;
}
