/** What stands on which contact sheet: `npm run contact-sheet` draws it, and pictures.spec.ts asks whether it still says the same. */
import { FULL_VIEW_STATES } from './full-view-states.ts';
import { KEPT_COPY_STATES } from './kept-copy-states.ts';
import { languageCodes } from './language-codes.ts';
import { READING_STATES } from './reading-states.ts';
import { REPORTS, SCREENS, stateCalled, VIEWS } from './popup-states.ts';
import type { StateOfPopup } from './state-of-popup.ts';
import { AS_POPUP, WAYS, type Way } from './ways.ts';

/** One cell of a sheet, in each theme. */
export interface Shot {
  readonly state: StateOfPopup;
  readonly way?: Way;
  readonly language?: string;
  readonly caption: string;
}

/** One sheet. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly shots: readonly Shot[];
}

function shotsOf(states: readonly StateOfPopup[]): Shot[] {
  return states.map((state) => ({ state, caption: `${state.caption} (${state.id})` }));
}

/** The states with the longest texts, in each language that there is. */
function shotsOfLanguages(): Shot[] {
  const states = ['normal', 'counting-since', 'own-policy', 'view-practice-not-found', 'view-kept', 'view-act'].map(
    stateCalled,
  );
  return languageCodes().flatMap((language) =>
    states.map((state) => ({ state, language, caption: `${language}: ${state.caption}` })),
  );
}

/** What to look at in each way of looking. */
function shotsOfWays(): Shot[] {
  const states = ['normal', 'view-practice-stated', 'not-covered'].map(stateCalled);
  return WAYS.flatMap((way) => states.map((state) => ({ state, way, caption: `${way.caption}: ${state.caption}` })));
}

/** A page in a narrow tab: as much of it as can be read on a sheet. */
const AS_PAGE: Way = { ...AS_POPUP, id: 'page', caption: '380 × 1500', height: 1500 };

/** A popup as if its window were higher: two texts stand below one another. */
const AS_LONG: Way = { ...AS_POPUP, id: 'long', caption: '380 × 1000', height: 1000 };

/** All of them, in their order. */
export const SHEETS: readonly Sheet[] = [
  { name: 'screens', title: 'Screens without a report', shots: shotsOf(SCREENS) },
  { name: 'reports', title: 'First screens of a report', shots: shotsOf(REPORTS) },
  { name: 'views', title: 'Deeper views', shots: shotsOf(VIEWS.filter(({ id }) => !id.startsWith('hostile'))) },
  { name: 'full-view', title: 'Full view, and the way to it', shots: shotsOf(FULL_VIEW_STATES) },
  {
    name: 'made-up-names',
    title: 'Names that a page made up',
    shots: shotsOf(VIEWS.filter(({ id }) => id.startsWith('hostile'))),
  },
  { name: 'ways', title: 'Sizes and wishes', shots: shotsOfWays() },
  { name: 'languages', title: 'Languages', shots: shotsOfLanguages() },
  {
    name: 'reading',
    title: 'Reading a policy',
    shots: shotsOf(READING_STATES).map((shot) => ({ ...shot, way: AS_LONG })),
  },
  {
    name: 'kept-copies',
    title: 'The page of kept copies',
    shots: shotsOf(KEPT_COPY_STATES).map((shot) => ({ ...shot, way: AS_PAGE })),
  },
];

/** The file of a sheet in docs/pictures. */
export function sheetFile({ name }: Sheet): string {
  return `contact-sheet-${name}.png`;
}

/** The states that the pictures of the README show, with their files: they are taken on the replica, and say what these say. */
export const README_PICTURES: readonly { readonly file: string; readonly shots: readonly Shot[] }[] = [
  { file: 'site-and-popup.png', shots: shotsOf([stateCalled('normal')]) },
  { file: 'popup-light.png', shots: shotsOf([stateCalled('view-practice-stated')]) },
  { file: 'popup-dark.png', shots: shotsOf([stateCalled('view-practice-stated')]) },
];
