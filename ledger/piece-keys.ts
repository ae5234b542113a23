/** The keys under which the pieces of a visit stand in the browser's storage (`visit-pieces.ts`). */
import { LIST_NAMES, type ListName } from './list-names.ts';

/** Entries of a part. A host takes some 250 bytes. */
export const PART = 24;
/** Most parts of a list; the last one takes all that follow. Lists that are not named stand whole. */
export const MAX_PARTS: Readonly<Partial<Record<ListName, number>>> = { hosts: 12, items: 6 };

/** Key of the head of a tab's visit. */
export function visitKey(tab: number): string {
  return `visit:${tab}`;
}

/** Key of a part of a list, counted from 0. */
export function partKey(tab: number, list: ListName, part: number): string {
  return `list:${tab}:${list}:${part}`;
}

/** All keys under which something of a tab's visit may stand, the head's first. */
export function pieceKeys(tab: number): string[] {
  const parts = LIST_NAMES.flatMap((list) =>
    Array.from({ length: MAX_PARTS[list] ?? 1 }, (_, part) => partKey(tab, list, part)),
  );
  return [visitKey(tab), ...parts];
}
