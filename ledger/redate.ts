/** Facts of one clock on the scale of another. Pure. */
import type { Clock } from './clock.ts';
import type { ReadMessage } from './read-message.ts';
import type { Visit } from './visit.ts';

/** Numbers that are no dates of ours, however large: when a cookie ends is the site's word. */
const NO_DATES: readonly string[] = ['expiresAt', 'size', 'count'];
/**
 * A number above it is a date of this age, in milliseconds since 1970; one below it stands for "never", or is a count. What it is called says
 * nothing: a new kind of fact would be forgotten in a list of names.
 */
const A_DATE = 1e11;

/** A copy of some facts with all their dates moved by `by` milliseconds. */
export function moved<T>(facts: T, by: number): T {
  if (Array.isArray(facts)) return facts.map((fact: unknown) => moved(fact, by)) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'number') return [name, moved(value, by)];
      return [name, value > A_DATE && !NO_DATES.includes(name) ? value + by : value];
    }),
  ) as T;
}

/** A message of a page, dated by the clock of the background: both clocks are known by how far they are ahead of the wall clock. */
export function redated(read: ReadMessage, clock: Pick<Clock, 'ahead'>): ReadMessage {
  const by = clock.ahead() - (read.message.ahead ?? 0);
  return by === 0 ? read : { ...read, message: moved(read.message, by) };
}

/** A record as a person reads it: by the wall clock as it was set when the record was written. */
export function asShown(visit: Visit): Visit {
  return visit.ahead === undefined || visit.ahead === 0 ? visit : moved(visit, -visit.ahead);
}
