/** What of the inspector is shown, by what stands behind the `#`: '#hosts', '#evidence?company=Meta', '#save', '#policy/sentence-3'. */
import { TABLES } from '../../capture/tables/all-tables.ts';
import { FACET_NAMES, type RowQuestion } from '../../capture/tables/find-rows.ts';
import { addressWithin } from './inspector-address.ts';
import { VIEWS, type ViewName } from './inspector-views.ts';

/** A place in the inspector. */
export type InspectorPlace =
  /** `question`: which of its rows are meant; absent for all of them. */
  | { readonly view: 'table'; readonly table: string; readonly question?: RowQuestion }
  /** `part`: what of the view is meant, by its id; absent for all of it. */
  | { readonly view: ViewName; readonly part?: string };

const FIRST_TABLE = 'findings';

/** The address of a place, whatever part of it is meant. */
export function inspectorAddress(place: InspectorPlace): string {
  return addressWithin(place.view === 'table' ? place.table : place.view);
}

/** As it was before it stood in an address; one that somebody wrote by hand may not be readable. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What is asked of a table's rows; null for nothing. Who writes addresses by hand may ask what no row has. */
function questionOf(asked: string): RowQuestion | null {
  const wanted = new URLSearchParams(asked);
  const words = wanted.get('words');
  const facets = FACET_NAMES.flatMap((name) => {
    const value = wanted.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const question: RowQuestion = { ...(words === null ? {} : { words }), ...Object.fromEntries(facets) };
  return Object.keys(question).length === 0 ? null : question;
}

/** The place of an address; the findings for what leads nowhere. */
export function inspectorPlace(hash: string): InspectorPlace {
  const [, name = '', part, asked = ''] = /^#?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/su.exec(hash) ?? [];
  const view = VIEWS.find((one) => one.name === name);
  if (view !== undefined) return { view: view.name, ...(part === undefined ? {} : { part: decoded(part) }) };
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) return { view: 'table', table: FIRST_TABLE };
  const question = questionOf(asked);
  return { view: 'table', table: table.name, ...(question === null ? {} : { question }) };
}
