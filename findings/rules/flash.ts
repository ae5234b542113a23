/** Flash content in the page, and the Flash cookies that the Ruffle player keeps. */
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';

/** One piece of evidence for each Flash object. */
export const flashContent: PracticeRule = ({ visit }) =>
  visit.flashObjects.map(({ form, address, parameters, at }): Evidence => ({
    kind: 'flash-object',
    form,
    path: address?.path ?? null,
    parameters,
    host: address?.host ?? visit.address.host,
    at,
    count: 1,
  }));

/** One piece of evidence for each Flash cookie. */
export const flashCookies: PracticeRule = ({ visit }) =>
  visit.flashCookies.map(({ key, host, entries, damaged, at }): Evidence => ({
    kind: 'flash-cookie',
    key,
    entries: entries.map(({ name }) => name),
    damaged,
    host,
    at,
    count: Math.max(1, entries.length),
  }));
