/** What tells one document of a tab from the next. */
import { clock } from '../clock.ts';

/** A random name for a visit, 32 hex digits. By hand, since `crypto.randomUUID` is missing on http: pages. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** When the document began, milliseconds since 1970: a prerendered page begins for the person when it is shown. */
export function documentBegan(): number {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
    activationStart?: number;
  })[];
  return clock.at(navigation?.activationStart ?? 0);
}
