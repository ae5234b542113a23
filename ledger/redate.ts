/** Facts of one clock on the scale of another. Pure. */
import type { Clock } from './clock';
import type { ReadMessage } from './read-message';
import type { Visit } from './visit';

/** What is a date in a message or a record: every name that ends like one. When a cookie ends is no date of ours. */
const DATE = /(?:^at|^since|^uploadsFrom|^uploadsUntil|[a-z]At)$/;
const NO_DATE = 'expiresAt';
/** A number above it is a date of this age, in milliseconds since 1970; one below it stands for "never", or is a count. */
const A_DATE = 1e11;

/** A copy of some facts with all their dates moved by `by` milliseconds. */
export function moved<T>(facts: T, by: number): T {
  if (Array.isArray(facts)) return facts.map((fact: unknown) => moved(fact, by)) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'number') return [name, moved(value, by)];
      return [name, value > A_DATE && name !== NO_DATE && DATE.test(name) ? value + by : value];
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
