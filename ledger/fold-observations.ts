/** Observations → visit: what a page shows is added to what it has shown before. */
import { BoundedList } from './bounded-list.ts';
import { RequestFold } from './fold-requests.ts';
import { foldStoredItem } from './fold-stored-item.ts';
import type { Observation, ObservationOf, ViewObservation } from './observation.ts';
import type { FullViewRecord, Visit } from './visit.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import { entryOf, LIST_RULES, type ListEntry, type PlainKind } from './visit-lists.ts';

type Lists = { readonly [L in ListName]: BoundedList<ListEntry<L> & object> };

/** The lists of a visit; `opened` are those that somebody has asked for: most messages touch one or two, and the others stay as they are. */
function listsOf(visit: Visit): { readonly lists: Lists; readonly opened: ReadonlyMap<ListName, BoundedList<object>> } {
  const opened = new Map<ListName, BoundedList<object>>();
  const open = (name: ListName): BoundedList<object> => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const { share, keyOf, shrink } = LIST_RULES[name];
    const list = new BoundedList<object>(visit[name], share, keyOf, visit.leftOut[name] ?? 0, shrink);
    opened.set(name, list);
    return list;
  };
  const lists = {};
  for (const name of LIST_NAMES) Object.defineProperty(lists, name, { get: () => open(name) });
  return { lists: lists as Lists, opened };
}

const LIST_OF_KIND = new Map(LIST_NAMES.map((name) => [LIST_RULES[name].kind, name]));

/** Folds an observation by the row of the table that takes its kind. */
function foldPlain(lists: Lists, observation: ObservationOf<PlainKind>): void {
  const name = LIST_OF_KIND.get(observation.kind);
  if (name === undefined) return;
  const { keyOf, merge, givesWay } = LIST_RULES[name];
  const list = lists[name] as unknown as BoundedList<object>;
  const entry = merge?.(list.get(keyOf(observation)), observation);
  if (entry === undefined) return;
  if (givesWay === undefined) list.put(entry);
  else list.putBefore(entry, givesWay(entry) ? () => false : givesWay);
}

/** It begins once, may end, and begins again; the time without it is remembered from its first end on. */
function withFullView(known: FullViewRecord | null, view: ViewObservation): FullViewRecord | null {
  if (view.ended === true) return known === null || known.until !== undefined ? known : { ...known, until: view.at };
  if (known === null) return entryOf(view);
  const offSince = known.offSince ?? known.until;
  return known.until === undefined || offSince === undefined ? known : { ...entryOf(view), offSince };
}

/** A visit to which observations are added bit by bit: its lists are read once, and not anew for each bit. */
export interface VisitFold {
  readonly add: (observations: readonly Observation[]) => void;
  /** The visit with all that was added. */
  readonly folded: () => Visit;
}

/** Begins with what was known before, which is left as it was. It comes to the same as `foldObservations` for each bit in turn. */
export function beginFold(visit: Visit): VisitFold {
  const { lists, opened } = listsOf(visit);
  let { geolocation, signal, fullView, scriptWatch, updatedAt, address, looks } = visit;

  function addOne(observation: Observation, requests: RequestFold): void {
    updatedAt = Math.max(updatedAt, observation.at);
    switch (observation.kind) {
      case 'page':
        // The page has replaced its own address in place; it is the same page, and of the same host.
        if (observation.address.host === address.host) address = observation.address;
        break;
      case 'request':
      case 'network-request':
        requests.add(observation);
        break;
      case 'stored-item':
        foldStoredItem(lists, observation);
        break;
      case 'privacy-signal':
        signal = entryOf(observation);
        break;
      case 'geolocation':
        geolocation = entryOf(observation);
        break;
      case 'view':
        if (observation.view === 'full') fullView = withFullView(fullView, observation);
        else scriptWatch ??= entryOf(observation);
        break;
      case 'look':
        looks = { [observation.observer]: observation.at, ...looks };
        lists.limits.removeWhere(({ observer, reason }) => observer === observation.observer && reason !== 'too-many');
        break;
      default:
        // A kind that is neither above nor in the table fails to compile here.
        foldPlain(lists, observation);
    }
  }

  return {
    add: (observations) => {
      const requests = new RequestFold(() => lists.hosts);
      for (const observation of observations) addOne(observation, requests);
      requests.finish();
    },
    folded: () => {
      const changed = [...opened];
      const left = changed.map(([name, list]) => [name, list.leftOut] as const).filter(([, count]) => count > 0);
      const leftOut = left.length === 0 ? visit.leftOut : { ...visit.leftOut, ...Object.fromEntries(left) };
      const entries = Object.fromEntries(changed.map(([name, list]) => [name, [...list.entries.values()]]));
      return {
        ...visit,
        ...(entries as Partial<Visit>),
        ...{ address, updatedAt, geolocation, signal, fullView, scriptWatch, leftOut },
        ...(looks === undefined ? {} : { looks }),
      };
    },
  };
}

/**
 * Folds observations into a visit and gives the new visit; the old one is left as it was. Observations of a frame of the
 * same owner go into the page's visit like its own. Lists that nothing was added to, and entries that did not change, are the same objects as
 * before: by that it is known what need not be stored anew.
 */
export function foldObservations(visit: Visit, observations: readonly Observation[]): Visit {
  const fold = beginFold(visit);
  fold.add(observations);
  return fold.folded();
}
