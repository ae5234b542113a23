/**
 * Which forms are one? A page that draws itself anew makes new elements for the same form, and a form at the top and at the end of
 * a page may be the same one twice. So a form is known by its structure: what it asks, where it sends that and what it is for. Two
 * that agree in all of these are one form, and are reported once. One that grows keeps the id it had.
 */
import type { FormObservation } from '../../ledger/observation.ts';

type Structure = Pick<FormObservation, 'host' | 'target' | 'method' | 'fields' | 'purposes'>;

/** What frameworks draw by lot in names: '7f3a…' of 'email-7f3a…', ':r1:', the 12 of 'field_12'. */
const DRAWN = /:r[\da-z]{1,6}:|[\da-f]{8}(?:-[\da-f]{4}){0,4}|\d+/gi;

/** FNV-1a, 32 bits; by hand, since a digest of the browser's own comes later than it is needed. */
function hashOf(text: string, start: number): string {
  let hash = start;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** A name for the structure of a form, the same in each document where the form stands. */
export function structureId({ host, target, method, fields, purposes }: Structure, inForm: boolean): string {
  const asked = new Set(fields.map(({ name, meaning }) => `${meaning} ${name.replace(DRAWN, '#')}`));
  const text = JSON.stringify([host, target, method, [...asked].sort(), [...purposes].sort()]);
  return `${inForm ? 'form' : 'loose'}-${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x1234567)}`;
}
