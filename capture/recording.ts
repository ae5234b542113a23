/** A recording as it stands in the list: what it is called, what became of it, how much of it is kept. Pure. */
import type { LogEntry } from '../ledger/log-entry.ts';
import { MAX_FACTS, MAX_PAGES, type RecordingState } from './capture.ts';
import type { CaptureConditions } from './capture-conditions.ts';

/** Version of the form in which a recording is kept. Goes up with every change after which an older reader would read it wrongly. */
export const RECORDING_VERSION = 1;
/** Most bytes of a recording: its log and its pictures. */
export const MAX_RECORDING_BYTES = 200_000_000;
/** Most bytes of all recordings together. */
export const MAX_ALL_BYTES = 1_000_000_000;
/** Least room with which a recording begins. */
export const LEAST_ROOM = 1_000_000;
/** Most hosts by which a recording can be found. */
const MAX_HOSTS = 500;

/** A recording. All numbers are of what is kept. */
export interface Recording {
  readonly version: typeof RECORDING_VERSION;
  /** Random. */
  readonly id: string;
  /** As the person calls it; '' as long as they have not. */
  readonly name: string;
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  /** When something was last kept of it; before that, when it began. */
  readonly keptAt: number;
  readonly state: RecordingState;
  /** Of the log and the pictures. */
  readonly bytes: number;
  /** Parts in which the log was written. */
  readonly batches: number;
  readonly facts: number;
  readonly pages: number;
  /** How many the person has added, and their bytes. */
  readonly pictures: number;
  readonly pictureBytes: number;
  /** Facts that came and could not be kept: the disk was full, or the database did not take them. */
  readonly dropped: number;
  /** How often the background was ended by the browser and began anew while it ran; what it had not yet written may be missing each time. */
  readonly interruptions: number;
  /** Hosts of its pages. */
  readonly hosts: readonly string[];
  /** The document that each tab shows, as far as the log tells. */
  readonly shown: readonly (readonly [tab: number, document: string])[];
  readonly conditions: CaptureConditions;
}

/** How many bytes these take together as they stand in the database; what cannot be read takes its room too. */
export function bytesOfAll(stored: readonly unknown[]): number {
  return stored.reduce<number>((sum, one) => {
    const { bytes } = (one ?? {}) as Partial<Recording>;
    return sum + (typeof bytes === 'number' && bytes > 0 && Number.isFinite(bytes) ? bytes : 0);
  }, 0);
}

/** The recording after these entries were added to its log: it counts as `foldLog` does. */
export function withEntries(
  recording: Recording,
  entries: readonly LogEntry[],
): Pick<Recording, 'facts' | 'pages' | 'hosts' | 'shown'> {
  const shown = new Map(recording.shown);
  const hosts = new Set(recording.hosts);
  let { facts, pages } = recording;
  for (const entry of entries) {
    const known = shown.get(entry.tab);
    if (entry.kind === 'page') {
      const { document, address } = entry.visit;
      if (known === document) continue;
      shown.delete(entry.tab);
      if (pages >= MAX_PAGES) continue;
      pages += 1;
      shown.set(entry.tab, document);
      if (hosts.size < MAX_HOSTS) hosts.add(address.host);
    } else if (known === entry.document) {
      if (entry.kind === 'left') shown.delete(entry.tab);
      else if (entry.kind === 'facts') facts = Math.min(MAX_FACTS, facts + entry.observations.length);
    }
  }
  return { facts, pages, hosts: [...hosts], shown: [...shown] };
}

/** Those whose name, note or host has the words in it, whatever their case; all for no words. The order stays. */
export function findRecordings(recordings: readonly Recording[], words: string): readonly Recording[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return recordings.filter(({ name, note, hosts }) => {
    const all = [name, note, ...hosts].join('\n').normalize('NFKC').toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
