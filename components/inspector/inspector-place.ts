/** What of the inspector is shown, by what stands behind the `#`: '#hosts', '#save', '#open'. */
import { TABLES } from '../../capture/tables/all-tables.ts';
import { VIEWS, type ViewName } from './inspector-views.ts';

/** A place in the inspector. */
export type InspectorPlace = { readonly view: 'table'; readonly table: string } | { readonly view: ViewName };

const FIRST_TABLE = 'findings';

/** The address of a place. */
export function inspectorAddress(place: InspectorPlace): string {
  return `#${place.view === 'table' ? place.table : place.view}`;
}

/** The place of an address; the findings for what leads nowhere. */
export function inspectorPlace(hash: string): InspectorPlace {
  const name = hash.replace(/^#/, '');
  const view = VIEWS.find((one) => one.name === name);
  if (view !== undefined) return { view: view.name };
  return { view: 'table', table: TABLES.some((table) => table.name === name) ? name : FIRST_TABLE };
}
