/** Flash content in the page, and the Flash cookies of files that the person opened. */
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';

/** One piece of evidence for each Flash object. */
export const flashContent: PracticeRule = ({ visit }) =>
  visit.flashObjects.map(({ form, address, parameters, at }): Evidence => ({
    what: 'flash-object',
    subject: address === null ? form : address.host + address.path,
    detail: [form, ...parameters].join(' '),
    host: address?.host ?? visit.address.host,
    at,
    count: 1,
  }));

/** One piece of evidence for each Flash cookie. */
export const flashCookies: PracticeRule = ({ visit }) =>
  visit.flashCookies.map(({ key, host, entries, damaged, at }): Evidence => ({
    what: 'flash-cookie',
    subject: key,
    detail: damaged ?? entries.map(({ name }) => name).join(', '),
    host,
    at,
    count: Math.max(1, entries.length),
  }));
