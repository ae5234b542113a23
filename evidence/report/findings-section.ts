/** What was seen beside what the texts say: in one table, and finding by finding with the sentences. Pure. */
import { answerTo } from '../../findings/difference.ts';
import type { Finding } from '../../findings/finding.ts';
import type { QuotedPolicy } from '../../findings/quoted-policy.ts';
import type { StudiedPage } from '../../capture/study-capture.ts';
import type { EvidenceRow } from '../../capture/tables/finding-tables.ts';
import { distinctionWords } from '../../words/apart-words.ts';
import { findingExplanations, findingName } from '../../words/data-words.ts';
import { fullDetailWords, hostWords, kindName, subjectWords } from '../../words/evidence-words.ts';
import { clockTime, dayOf, longDate, shortDate } from '../../words/format.ts';
import { chipWords, labelSentence, partSentences, unnamedSentence } from '../../words/label-words.ts';
import { clausesInOrder, readableQuote } from '../../words/quote-words.ts';
import { readOn } from '../../words/second-words.ts';
import type { Language } from '../../words/language.ts';
import { evidenceGroupId } from './row-groups.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { linkedNumber, type ReportContext } from './report-parts.ts';

/** One practice over all pages of a capture, as the first page that showed it has it. */
export interface ReportedPractice {
  readonly finding: Finding;
  readonly studied: StudiedPage;
  /** The answer of the text in force; null where none was read. */
  readonly second: Finding | null;
}

/** The practices that were seen, each once, the text's silence first. */
export function reportedPractices(pages: readonly StudiedPage[]): readonly ReportedPractice[] {
  const seen = new Map<string, ReportedPractice>();
  for (const studied of pages) {
    for (const finding of studied.report.findings) {
      const { id } = finding.practice;
      if (!seen.has(id)) seen.set(id, { finding, studied, second: answerTo(studied.second, id) });
    }
  }
  return [...seen.values()];
}

const speaks = ({ report }: StudiedPage): boolean =>
  report.recognition.status === 'listed' || report.recognition.status === 'by-marks';

/** The label of the text that is held; a mark for none where it does not speak for the page. */
export function heldLabel(language: Language, { finding, studied }: ReportedPractice): string {
  const { label, background, otherwise } = finding;
  return speaks(studied) ? chipWords(language, label, background, otherwise) : language.t('report.none');
}

/** The label of the text that the person has read; a mark for none where they have read none. */
export function readLabel(language: Language, { second }: ReportedPractice): string {
  return second === null ? language.t('report.none') : chipWords(language, second.label, false, second.otherwise);
}

/** The table of the summary: each practice with its labels, and a number that leads to what was seen. */
export function practicesTable(context: ReportContext, practices: readonly ReportedPractice[]): Markup {
  const { language } = context;
  const { t } = language;
  const [first] = practices;
  if (first === undefined) return markup`<p>${t('report.noneSeen')}</p>`;
  const { policy } = first.studied.report.organisation;
  const read = practices.flatMap(({ studied, second }) =>
    second === null ? [] : (studied.second?.policy.readAt ?? []),
  )[0];
  const archived = t('report.archived', { date: shortDate(language, policy.captureDate) });
  const lines = practices.map((practice): Part => {
    const { id } = practice.finding.practice;
    return markup`<tr>
<th scope="row"><a href="#finding-${id}">${findingName(language, practice.finding)}</a></th>
<td class="label">${heldLabel(language, practice)}</td>
${read === undefined ? null : markup`<td class="label">${readLabel(language, practice)}</td>`}
<td>${linkedNumber(context, evidenceGroupId(id), (count) => t('report.seenRows', { count }))}</td>
</tr>
`;
  });
  return markup`<table>
<thead><tr><th scope="col">${t('report.practice')}</th><th scope="col">${archived}</th>
${read === undefined ? null : markup`<th scope="col">${t('report.read', { date: readOn(language, read) })}</th>`}
<th scope="col">${t('report.seen')}</th></tr></thead>
<tbody>${lines}</tbody></table>`;
}

function quotes(language: Language, finding: Finding, policy: QuotedPolicy): Part {
  const date = longDate(language, policy.captureDate);
  const from = policy.readAt === undefined ? 'text.quoteFrom' : 'text.quoteFromRead';
  return clausesInOrder(finding).map(({ clause, speaks: how }) => {
    const doubt = how === 'otherwise' || how === 'unclear' ? markup`<p>${language.t(`clause.${how}`)}</p>` : null;
    const source = language.t(from, { section: clause.section, date, url: policy.archiveUrl });
    return markup`${doubt}<blockquote lang="${policy.language}">${readableQuote(clause.quote)}<cite lang="${language.code}">${source}</cite></blockquote>`;
  });
}

function answer(language: Language, finding: Finding, policy: QuotedPolicy): Part {
  const unnamed = unnamedSentence(language, finding);
  const sentences = [
    labelSentence(language, finding, policy),
    ...(unnamed === null ? [] : [unnamed]),
    ...partSentences(language, finding),
  ];
  return markup`<p>${sentences.join(' ')}</p>${quotes(language, finding, policy)}`;
}

/** What was seen of a practice, row by row, in the words of the popup. */
function evidenceTable({ language, groups, timeZone }: ReportContext, practice: string): Markup | null {
  const group = groups.get(evidenceGroupId(practice));
  if (group === undefined) return null;
  const { t } = language;
  const lines = group.rows.map(({ id, place, row }): Part => {
    const { evidence } = row as EvidenceRow;
    const details = [
      fullDetailWords(language, evidence),
      hostWords(language, evidence),
      ...distinctionWords(language, evidence),
    ];
    return markup`<tr data-row="${id}"><td class="n">${place.page}</td><td>${kindName(language, evidence.kind)}</td>
<td>${subjectWords(language, evidence)}</td><td>${details.filter((part) => part !== '').join(', ')}</td>
<td>${dayOf(language, evidence.at, timeZone)} ${clockTime(evidence.at, timeZone)}</td><td class="n">${language.plainNumber(evidence.count)}</td></tr>
`;
  });
  const caption = `${t('report.seen')}: ${t('report.total', { count: group.rows.length })}`;
  return markup`<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${(['page', 'kind', 'name', 'details', 'first', 'count'] as const).map((name) => markup`<th scope="col">${t(`column.${name}`)}</th>`)}</tr></thead>
<tbody id="${group.id}">${lines}</tbody></table></div>`;
}

/** What both texts say of a practice, with their sentences. */
export function bothAnswers(language: Language, practice: ReportedPractice): Markup {
  const { finding, studied, second } = practice;
  const policy = studied.second?.policy;
  const read =
    second === null || policy === undefined
      ? null
      : markup`<h4>${language.t('report.read', { date: readOn(language, policy.readAt) })}: ${readLabel(language, practice)}</h4>${answer(language, second, policy)}`;
  const held = studied.report.organisation.policy;
  return markup`${
    speaks(studied)
      ? markup`<h4>${language.t('report.archived', { date: shortDate(language, held.captureDate) })}: ${heldLabel(language, practice)}</h4>${answer(language, finding, held)}`
      : null
  }${read}`;
}

/** All findings, each with what explains it, the answers of both texts with their sentences, and what was seen. */
export function findingsSection(context: ReportContext, practices: readonly ReportedPractice[]): Markup {
  const { language } = context;
  return markup`${practices.map((practice): Part => {
    const { finding } = practice;
    const { id } = finding.practice;
    const name = findingName(language, finding);
    return markup`<section aria-labelledby="finding-${id}">
<h3 id="finding-${id}">${name}</h3>
<p>${findingExplanations(language, finding).join(' ')}</p>
${bothAnswers(language, practice)}
${evidenceTable(context, id)}
</section>
`;
  })}`;
}
