/**
 * A policy that was read in the page → clauses, as `clauses.json` has them, so that the rules that judge against the archived text judge
 * against the text in force too (`judge` of report.ts, with these clauses in the organisation's place).
 */
import type { PolicyReading, Sentence } from '../reading/policy-reading.ts';
import type { Statement } from '../reading/statements.ts';
import type { BrowserPartsFile, NamedCompaniesFile, NamedCompany } from '../schemas/label-data.ts';
import type { Clause } from '../schemas/policy-data.ts';
import type { ReadingReasonsFile } from '../schemas/reading-rules.ts';
import { createClauseIndex, type ClauseIndex } from './clauses.ts';

/** A policy as the person read it. */
export interface ReadPolicy {
  readonly reading: Pick<PolicyReading, 'sentences' | 'state' | 'date'>;
  readonly statements: readonly Statement[];
  /** The day on which it was read, as '2026-11-26'. */
  readonly readAt: string;
}

/** What is known beside the text. */
export interface AboutReading {
  readonly reasons: ReadingReasonsFile;
  readonly browserParts: BrowserPartsFile;
  /** Names of companies to look for in the text: those that were met, under each name that they or their services bear. */
  readonly names: Iterable<string>;
}

type ClausePractice = Clause['practices'][number];

/** A practice in which one sentence says more of the companies that it prints than of others. */
const BY_NAME = 'social-sign-in';

/** Names that are also words, or that are too short to be told from one. */
const SHORTEST_NAME = 3;

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Whether a text prints a name, as words of its own: "Meta" does not stand in "Metadata". */
function prints(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!isWordSign(text[at - 1]) && !isWordSign(text[at + name.length])) return true;
  return false;
}

function practicesOf(
  statements: readonly Statement[],
  printed: readonly string[],
  { reasons }: ReadingReasonsFile,
): ClausePractice[] {
  return statements.flatMap((one): ClausePractice[] => {
    if (one.about !== 'practice') return [];
    const { practice, speaks, when } = one;
    switch (speaks) {
      case 'unclear': {
        const reason = one.reason === undefined ? undefined : reasons[one.reason];
        return reason === undefined ? [] : [{ practice, speaks, reason, when }];
      }
      case 'otherwise':
        return when === undefined ? [] : [{ practice, speaks, when }];
      case 'names':
        if (practice !== BY_NAME) return [{ practice, speaks, when }];
        return [
          ...(printed.length === 0 ? [] : [{ practice, speaks, when: { named: [...printed] } }]),
          { practice, speaks: 'general' },
        ];
      case 'general':
        return [{ practice, speaks, when }];
    }
  });
}

/** The id of the clause of a sentence. */
export const readClauseId = (sentence: number): string => `sentence-${sentence}`;

function clauseOf(sentence: Sentence, statements: readonly Statement[], practices: ClausePractice[]): Clause {
  const all = (kind: 'data' | 'purposes' | 'recipients'): string[] => [
    ...new Set(statements.flatMap((one) => one[kind])),
  ];
  return {
    id: readClauseId(sentence.at),
    section: sentence.section.at(-1) ?? 'Introduction',
    quote: sentence.text,
    start: sentence.start,
    end: sentence.end,
    // A sentence that was read just now has no summary of ours.
    summary: '',
    practices,
    dataTypes: all('data'),
    purposes: all('purposes'),
    recipients: all('recipients'),
    choice: null,
    routes: [],
  };
}

/**
 * The clauses of a policy that was read: each sentence that speaks of a practice is one, with its own words as the quote. Where the
 * text was not read whole, `silence` says why nothing may be said to be missing from it.
 */
export function readClauses(
  { reading, statements, readAt }: ReadPolicy,
  { reasons, browserParts, names }: AboutReading,
): ClauseIndex {
  const byAt = Map.groupBy(statements, ({ sentence }) => sentence);
  const wanted = [...new Set(names)].filter((name) => name.length >= SHORTEST_NAME);
  const printers = new Map<string, { readonly clauses: string[]; isSignIn: boolean }>();
  const clauses = reading.sentences.flatMap((sentence): Clause[] => {
    const said = byAt.get(sentence.at) ?? [];
    const printed = wanted.filter((name) => prints(sentence.text, name));
    const practices = practicesOf(said, printed, reasons);
    if (practices.length === 0 && printed.length === 0) return [];
    for (const name of printed) {
      const known = printers.get(name) ?? { clauses: [], isSignIn: true };
      known.clauses.push(readClauseId(sentence.at));
      known.isSignIn &&= practices.some(({ practice }) => practice === BY_NAME);
      printers.set(name, known);
    }
    return [clauseOf(sentence, said, practices)];
  });
  const named: NamedCompaniesFile = {
    companies: [...printers].map(([name, { clauses: ids, isSignIn }]): NamedCompany => ({
      printed: name,
      as: isSignIn ? 'sign-in' : 'service',
      clauses: ids,
      names: [{ name, since: null, sources: ['the text itself'] }],
      services: [],
    })),
  };
  const { state } = reading.state;
  const captureDate = reading.date.kind === 'found' ? reading.date.iso : readAt;
  const index = createClauseIndex({ clauses, setAside: [] }, { named, browserParts, captureDate });
  return { ...index, silence: state === 'policy' ? null : reasons.silence[state] };
}
