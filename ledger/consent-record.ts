/** Consent observations → the record of their platform: the choices in their order, and who made each. */
import type { ConsentMaker, ConsentObservation } from './observation.ts';
import type { ConsentChoice, ConsentRecord } from './visit-entries.ts';

/** Choices kept for a consent platform. */
const MAX_CHOICES = 6;

/** The same text for observations of one platform on one host. */
export function consentKey({ platform, host }: Pick<ConsentObservation, 'platform' | 'host'>): string {
  return `${host} ${platform}`;
}

/**
 * Adds a choice where it belongs in time: a frame of the same host may report it as well, earlier or later. The same choice reported twice
 * in a row is one: the later scan without it and the earlier one with it bound it best, and a press that one of them saw counts.
 */
export function withConsent(record: ConsentRecord | undefined, consent: ConsentObservation): ConsentRecord {
  const { choice, at, after, maker, source, platform, host, several } = consent;
  const reported = [...(record?.history ?? []), { choice, at, after, maker, source }].toSorted((a, b) => a.at - b.at);
  const history: ConsentChoice[] = [];
  for (const next of reported) {
    const last = history.at(-1);
    if (last === undefined) history.push(next);
    else if (last.choice === next.choice) history[history.length - 1] = sameChoice(last, next);
    // A document that finds it at its first scan knows less than the one before it, which has seen the time without it.
    else if (next.after === null)
      history.push({ ...next, after: last.at, maker: next.maker === 'earlier' ? 'unknown' : next.maker });
    else history.push(next);
  }
  if (history.length > MAX_CHOICES) history.splice(MAX_CHOICES - 1, history.length - MAX_CHOICES);
  const last = history.at(-1) ?? { choice, source };
  const isLast = last.choice === choice;
  return {
    at: Math.min(record?.at ?? at, at),
    platform,
    host,
    choice: last.choice,
    source: last.source,
    several: isLast ? several : (record?.several ?? false),
    history,
  };
}

/** Of two reports on who made a choice, the one that comes first here holds. */
const SURER: readonly ConsentMaker[] = ['person', 'signal', 'tool', 'unknown', 'earlier'];

/** One choice of which there are two reports. */
function sameChoice(one: ConsentChoice, other: ConsentChoice): ConsentChoice {
  // Only where both saw the time without it are they two reports of one change; else the first one stands.
  if (one.after === null || other.after === null || other.after >= one.at) return one;
  const maker = SURER.find((sure) => sure === one.maker || sure === other.maker) ?? one.maker;
  return { ...one, after: Math.min(one.after, other.after), maker };
}
