/** What of the inspector is shown, by what stands behind the `#`: '#hosts', '#save', '#policy/sentence-3'. */
import { TABLES } from '../../capture/tables/all-tables.ts';
import { addressWithin } from './inspector-address.ts';
import { VIEWS, type ViewName } from './inspector-views.ts';

/** A place in the inspector. */
export type InspectorPlace =
  | { readonly view: 'table'; readonly table: string }
  /** `part`: what of the view is meant, by its id; absent for all of it. */
  | { readonly view: ViewName; readonly part?: string };

const FIRST_TABLE = 'findings';

/** The address of a place. */
export function inspectorAddress(place: InspectorPlace): string {
  return place.view === 'table' ? addressWithin(place.table) : addressWithin(place.view, place.part);
}

/** The place of an address; the findings for what leads nowhere. */
export function inspectorPlace(hash: string): InspectorPlace {
  const [name = '', part] = hash.replace(/^#/, '').split('/');
  const view = VIEWS.find((one) => one.name === name);
  if (view !== undefined) return { view: view.name, ...(part === undefined ? {} : { part }) };
  return { view: 'table', table: TABLES.some((table) => table.name === name) ? name : FIRST_TABLE };
}
