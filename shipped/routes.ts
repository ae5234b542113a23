/** All routes that ship, whoever they lead to. */
import organisations from 'virtual:organisations/routes.json';
import commonFile from '../policy-data/routes.json' with { type: 'json' };
import type { Route, RoutesFile } from '../schemas/policy-data.ts';
import { fileOf } from './file-of.ts';

const common = (commonFile as RoutesFile).routes;

/** The routes for the pages of one organisation: its own, then everybody's. */
export function shippedRoutesOf(id: string): readonly Route[] {
  return [...fileOf(organisations, id).routes, ...common];
}

/** The routes of all organisations, then everybody's. */
export function shippedRoutes(): readonly Route[] {
  return [...organisations.flatMap(({ file }) => file.routes), ...common];
}
