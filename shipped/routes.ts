/** All routes that ship, whoever they lead to. */
import organisations from 'virtual:organisations/routes.json';
import commonFile from '../policy-data/routes.json' with { type: 'json' };
import type { Route, RoutesFile } from '../schemas/policy-data.ts';

const common = (commonFile as RoutesFile).routes;

/** The routes of all organisations, then everybody's. */
export function shippedRoutes(): readonly Route[] {
  return [...organisations.flatMap(({ file }) => file.routes), ...common];
}
