/** A person's own copy of a policy as the last version of its history. */
import type { KeptCopy } from '../reading/kept-copy.ts';
import type { StudiedText } from '../reading/study-texts.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { OwnVersion } from './policy-timeline.ts';
import { spokenPractices } from './spoken-practices.ts';

/** Most headings that are told. */
const MAX_HEADINGS = 40;

/** The latest copy of an organisation's policy that can be judged at all; null where there is none. */
export function ownCopyOf(organisation: string, copies: readonly KeptCopy[]): KeptCopy | null {
  const own = copies.filter(
    (copy) => copy.organisation === organisation && (copy.state === 'policy' || copy.state === 'cut-short'),
  );
  return own.sort((a, b) => b.readAt - a.readAt)[0] ?? null;
}

/** Where and when a copy was read. */
export interface OwnFacts {
  /** The day, as '2026-11-26'. */
  readonly day: string;
  /** The country of its site; null where that is not known. */
  readonly country: string | null;
}

/** The copy as a version: each practice as its strongest sentence speaks of it, with that sentence word for word. */
export function ownVersion(
  copy: KeptCopy,
  text: StudiedText,
  practices: readonly Practice[],
  { day, country }: OwnFacts,
): OwnVersion {
  const { spoken, silent } = spokenPractices(practices, text);
  const { sentences, language } = text.reading;
  const headings = sentences.filter(({ kind }) => kind === 'heading').map((heading) => heading.text);
  return {
    version: {
      id: copy.id,
      date: copy.date?.iso ?? day,
      dateIs: copy.date === null ? 'read' : 'printed',
      jurisdiction: country,
      title: copy.document.title === '' ? null : copy.document.title,
      originalUrl: copy.document.address,
      archiveUrl: null,
      headings: [...new Set(headings)].slice(0, MAX_HEADINGS),
      read: 'own',
      readOn: day,
    },
    says: (practiceId) => {
      const own = spoken.find(({ practice }) => practice.id === practiceId);
      if (own === undefined) return { speaks: silent === null ? 'unknown' : 'none', says: null };
      const first = own.statements.find(({ speaks }) => speaks === own.speaks);
      const quote = sentences[first?.sentence ?? -1]?.text;
      return { speaks: own.speaks, says: quote === undefined ? null : { quote, language } };
    },
  };
}
