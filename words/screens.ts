/** What there is to say something of in the popup: its screens, each with what its words need, and the views one step deeper. */
import type { Report } from '../findings/report.ts';
import type { SiteRecognition } from '../recognition/site.ts';

/** Why a page cannot be read. */
export type Unreadable = 'browser-page' | 'store' | 'file' | 'pdf' | 'refused';
/** What an unlisted page has to do with an organisation that we know, as far as is known. */
export type Relation = 'none' | 'hinted' | 'sister' | 'lookalike';

/** One screen of the popup, with what it needs. */
export type PopupState =
  | { readonly is: 'loading' }
  | { readonly is: 'private' }
  | { readonly is: 'unreadable'; readonly why: Unreadable }
  | { readonly is: 'error'; readonly message: string | null }
  | {
      readonly is: 'not-covered';
      readonly host: string | null;
      readonly relation: Relation;
      readonly operator: string | null;
      /** The year in which that was read, where it is not known to hold today. */
      readonly asOf: number | null;
    }
  | { readonly is: 'not-permitted'; readonly host: string; readonly recognition: SiteRecognition }
  | { readonly is: 'not-watched-yet'; readonly host: string; readonly recognition: SiteRecognition }
  | { readonly is: 'looked-nothing'; readonly report: Report; readonly relation: Relation }
  | { readonly is: 'nothing-yet'; readonly report: Report }
  | { readonly is: 'own-policy'; readonly report: Report }
  | { readonly is: 'counting-since'; readonly report: Report }
  | { readonly is: 'normal'; readonly report: Report };

/** A view. `home` is the first screen. */
export type PopupView =
  | { readonly is: 'home' | 'site' | 'practices' | 'companies' | 'kept' | 'act' | 'about' | 'policy' }
  | { readonly is: 'practice' | 'company'; readonly id: string };
