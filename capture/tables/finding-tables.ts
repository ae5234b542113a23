/**
 * What was judged: findings, what they rest on, and the sentences of the policies that speak of them.
 *
 * Long because: each table stands with its columns and its rows.
 */
import { answerTo } from '../../findings/difference.ts';
import type { Evidence } from '../../findings/evidence.ts';
import type { Finding, MatchedClause } from '../../findings/finding.ts';
import type { QuotedPolicy } from '../../findings/quoted-policy.ts';
import { judgeConditions, type Condition } from '../conditions.ts';
import type { Capture } from '../capture.ts';
import type { CaptureStudy, StudiedPage } from '../study-capture.ts';
import type { Facets } from '../facets.ts';
import { column, pageTable, type Cell, type Table } from './table.ts';

interface Paged {
  readonly page: number;
}

const ofPage = <Row extends Paged>() =>
  column<Row>('page', 'integer', 'Number of the page in the table of pages.', ({ page }) => page);
const practice = <Row extends { readonly finding: Finding }>() =>
  column<Row>('practice', 'text', 'Id of the practice in practices.json.', ({ finding }) => finding.practice.id);

/** The label as files have it: a promise of something else is a label of its own there. */
const labelOf = ({ label, otherwise }: Finding): string => (otherwise === true ? 'stated-otherwise' : label);

/** By what a finding, or what stands for it, is found: under each of its companies. */
const facetsOf = ({ practice: of, label, companies }: Finding): Facets => ({
  practices: [of.id],
  labels: [label],
  ...(companies[0] === undefined
    ? {}
    : { companies: companies.map(({ company }) => company.name), party: companies[0].company.relation }),
});

/** By what each piece of a finding's evidence is found: under those alone that are behind it. */
function evidenceFacets(finding: Finding): ReadonlyMap<Evidence, Facets> {
  const answers = Map.groupBy(finding.answers, ({ evidence }) => evidence);
  return new Map(
    finding.evidence.map((evidence) => {
      const companies = [...new Set((answers.get(evidence) ?? []).flatMap(({ company }) => company?.owner ?? []))];
      const party = companies.length === 0 ? 'none' : 'other';
      return [evidence, { practices: [finding.practice.id], labels: [finding.label], companies, party }];
    }),
  );
}

/** When the first of its evidence was seen. */
const firstAt = ({ evidence }: Finding, { page }: StudiedPage): number =>
  Math.min(...evidence.map(({ at }) => at), page.visit.updatedAt);

type FindingRow = { readonly finding: Finding; readonly second: Finding | null; readonly studied: StudiedPage } & Paged;

/** The findings, each with its answer in both texts. */
export const FINDINGS = pageTable<FindingRow>(
  'findings',
  'One practice that a page showed, beside what the policies say of it.',
  [
    ofPage(),
    practice(),
    column('first', 'time', 'When the first of its evidence was seen.', ({ finding, studied }) =>
      firstAt(finding, studied),
    ),
    column(
      'label',
      'text',
      'What the archived policy says of it: stated, stated-in-general, stated-otherwise, not-found, cannot-tell.',
      ({ finding }) => labelOf(finding),
    ),
    column(
      'background',
      'yes-no',
      'The site has a policy of its own, and the archived one is shown as background only.',
      ({ finding }) => finding.background,
    ),
    column('reason', 'text', 'Why we cannot tell.', ({ finding }) => finding.reason),
    column(
      'label_read',
      'text',
      'What the policy in force says of it, as the person read it; empty where none was read.',
      ({ second }) => (second === null ? null : labelOf(second)),
    ),
    column('read_at', 'time', 'When the person read that policy.', ({ second, studied }) =>
      second === null ? null : (studied.second?.policy.readAt ?? null),
    ),
    column('companies', 'list', 'Companies in it.', ({ finding }) =>
      finding.companies.map(({ company }) => company.name),
    ),
    column(
      'evidence',
      'integer',
      'How many rows of the table of evidence it rests on.',
      ({ finding }) => finding.evidence.length,
    ),
    column('clauses', 'list', 'Ids of the clauses of the archived policy that speak of it.', ({ finding }) =>
      finding.clauses.map(({ clause }) => clause.id),
    ),
  ],
  (studied) =>
    studied.report.findings.map((finding) => ({
      place: { page: studied.page.no, at: firstAt(finding, studied) },
      facets: facetsOf(finding),
      row: { page: studied.page.no, finding, second: answerTo(studied.second, finding.practice.id), studied },
    })),
  ['page', 'practice'],
);

/** A row of the evidence. */
export type EvidenceRow = { readonly finding: Finding; readonly evidence: Evidence } & Paged;

/** What of evidence differs by its kind, as 'member=value' in a fixed order; names and addresses, never a value. */
function detailsOf(evidence: Evidence): readonly string[] {
  const { kind: _kind, host: _host, at: _at, count: _count, ...rest } = evidence;
  return Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .toSorted();
}

/** What the findings rest on. */
export const EVIDENCE = pageTable<EvidenceRow>(
  'evidence',
  'One thing that was seen and on which a finding rests.',
  [
    ofPage(),
    practice(),
    column('kind', 'text', 'What it is.', ({ evidence }) => evidence.kind),
    column(
      'host',
      'text',
      'The host that was contacted, that keeps it or where it stands.',
      ({ evidence }) => evidence.host,
    ),
    column('first', 'time', 'When it was first seen.', ({ evidence }) => evidence.at),
    column('count', 'integer', 'How many of it.', ({ evidence }) => evidence.count),
    column('details', 'list', 'What else tells it apart, by name.', ({ evidence }) => detailsOf(evidence)),
  ],
  (studied) =>
    studied.report.findings.flatMap((finding) => {
      const facets = evidenceFacets(finding);
      return finding.evidence.map((evidence) => ({
        place: { page: studied.page.no, at: evidence.at },
        facets: facets.get(evidence) ?? {},
        row: { page: studied.page.no, finding, evidence },
      }));
    }),
);

type QuoteRow = { readonly finding: Finding; readonly matched: MatchedClause; readonly policy: QuotedPolicy } & Paged;

const quotesOf = (finding: Finding, policy: QuotedPolicy, page: number): readonly QuoteRow[] =>
  finding.clauses.map((matched) => ({ page, finding, matched, policy }));

/** The sentences of both texts, word for word. */
export const QUOTES = pageTable<QuoteRow>(
  'quotes',
  'One sentence of a policy, word for word, that speaks of a practice that was seen.',
  [
    ofPage(),
    practice(),
    column(
      'text',
      'text',
      'archived: the archived policy; read: the policy in force, as the person read it.',
      ({ policy }) => (policy.readAt === undefined ? 'archived' : 'read'),
    ),
    column('date', 'text', 'Day on which the text was archived or read.', ({ policy }) => policy.captureDate),
    column('address', 'text', 'Where the text stands.', ({ policy }) => policy.archiveUrl),
    column('section', 'text', 'Heading above the sentence.', ({ matched }) => matched.clause.section),
    column(
      'clause',
      'text',
      'Id of the clause; of a text that was read the sentence.',
      ({ matched }) => matched.clause.id,
    ),
    column('speaks', 'text', 'names, general, unclear or otherwise.', ({ matched }) => matched.speaks),
    column('quote', 'text', 'The sentence.', ({ matched }) => matched.clause.quote),
  ],
  ({ page, report, second }) =>
    report.findings.flatMap((finding) => {
      const held = quotesOf(finding, report.organisation.policy, page.no);
      const now = answerTo(second, finding.practice.id);
      const read = second === null || now === null ? [] : quotesOf(now, second.policy, page.no);
      return [...held, ...read].map((row) => ({
        place: { page: page.no, at: page.openedAt },
        facets: facetsOf(row.finding),
        row,
      }));
    }),
);

/** The policies in force that were read. */
export const TEXTS: Table<Capture['texts'][number]> = {
  name: 'texts',
  what: 'One policy in force as the person read it.',
  columns: [
    column('read', 'time', 'When it was read.', ({ readAt }) => readAt),
    column('address', 'text', 'Where.', ({ document }) => document.address),
    column('title', 'text', 'Title of the page.', ({ document }) => document.title),
    column('language', 'text', 'Language of the text.', ({ language }) => language),
    column(
      'date',
      'text',
      'Since when it is in force, or when it was last changed, as it says itself; empty where it gives no date.',
      ({ date }) => date?.iso ?? null,
    ),
    column('state', 'text', 'policy, cut-short, not-a-policy, language-without-rules or empty.', ({ state }) => state),
    column('sha256', 'text', 'SHA-256 of the text in UTF-8.', ({ hash }) => hash),
    column('characters', 'integer', 'UTF-16 code units of the text.', ({ document }) => document.text.length),
  ],
  rows: ({ capture }) =>
    capture.texts.map((text, at) => ({
      id: `texts-${at + 1}`,
      place: { page: 0, at: text.readAt },
      facets: {},
      row: text,
    })),
};

const factText = (value: Condition['facts'][string]): string =>
  typeof value === 'object' ? value.join(', ') : String(value);

/** The conditions under which the capture was made. */
export const CONDITIONS: Table<Condition> = {
  name: 'conditions',
  what: 'One condition of the capture, and whether it is met.',
  key: ['condition'],
  columns: [
    column('condition', 'text', 'What is asked; docs/evidence.md tells why.', ({ id }) => id),
    column('state', 'text', 'met, not-met or not-known.', ({ state }) => state),
    column('facts', 'list', 'What that rests on, by name.', ({ facts }): Cell =>
      Object.entries(facts).map(([name, value]) => `${name}=${factText(value)}`),
    ),
  ],
  rows: ({ capture }: CaptureStudy) =>
    judgeConditions(capture).map((condition) => ({
      id: `conditions-${condition.id}`,
      place: { page: 0, at: capture.conditions.readAt },
      facets: {},
      row: condition,
    })),
};
