/** What was seen beside what the texts say: in one table, and finding by finding with the sentences. Pure. */
import { answerTo } from '../../findings/difference.ts';
import type { Finding } from '../../findings/finding.ts';
import { byWeight } from '../../findings/report.ts';
import type { StudiedPage } from '../../capture/study-capture.ts';
import type { EvidenceRow } from '../../capture/tables/finding-tables.ts';
import { distinctionWords } from '../../words/apart-words.ts';
import { findingExplanations, findingName } from '../../words/data-words.ts';
import { fullDetailWords, hostWords, kindName, subjectWords } from '../../words/evidence-words.ts';
import { shortened } from '../../words/comparison-words.ts';
import { shortDate } from '../../words/format.ts';
import { chipWords } from '../../words/label-words.ts';
import { readOn } from '../../words/second-words.ts';
import type { Language } from '../../words/language.ts';
import { timeWords } from '../../words/table-words.ts';
import { answer } from './answer.ts';
import { evidenceGroupId } from './row-groups.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { linkedNumber, type ReportContext } from './report-parts.ts';

/** One practice over all pages of a capture: as the page has it whose text says least of it, with the companies of every page. */
export interface ReportedPractice {
  readonly finding: Finding;
  readonly studied: StudiedPage;
  /** The answer of the text in force; null where none was read. */
  readonly second: Finding | null;
}

/** The finding with the companies of another page as well, each once. */
function withCompanies(finding: Finding, other: Finding): Finding {
  const names = new Set(finding.companies.map(({ company }) => company.name));
  const more = other.companies.filter(({ company }) => !names.has(company.name));
  return more.length === 0 ? finding : { ...finding, companies: [...finding.companies, ...more] };
}

/** What two pages show of one practice: the weightier, with the companies of both. */
function together(a: ReportedPractice, b: ReportedPractice): ReportedPractice {
  const [first, other] = byWeight(b.finding, a.finding) < 0 ? [b, a] : [a, b];
  const second =
    first.second === null || other.second === null ? first.second : withCompanies(first.second, other.second);
  return { ...first, finding: withCompanies(first.finding, other.finding), second };
}

/** The practices that were seen, each once, the text's silence first. */
export function reportedPractices(pages: readonly StudiedPage[]): readonly ReportedPractice[] {
  const seen = new Map<string, ReportedPractice>();
  for (const studied of pages) {
    for (const finding of studied.report.findings) {
      const { id } = finding.practice;
      const here = { finding, studied, second: answerTo(studied.second, id) };
      const known = seen.get(id);
      seen.set(id, known === undefined ? here : together(known, here));
    }
  }
  return [...seen.values()].sort((a, b) => byWeight(a.finding, b.finding));
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
<td>${shortened(practice.finding.companies.map(({ company }) => company.name))}</td>
<td class="whole">${linkedNumber(context, evidenceGroupId(id), (count) => t('report.seenRows', { count }))}</td>
</tr>
`;
  });
  return markup`<table>
<thead><tr><th scope="col">${t('report.practice')}</th><th scope="col" class="whole">${archived}</th>
${read === undefined ? null : markup`<th scope="col">${t('report.read', { date: readOn(language, read) })}</th>`}
<th scope="col">${t('column.other_companies')}</th><th scope="col">${t('report.seen')}</th></tr></thead>
<tbody>${lines}</tbody></table>
${labelMeanings(language, practices)}`;
}

/** That no text in force was read, where findings are set beside an archived one: it may be years old. */
export function onlyArchived(language: Language, practices: readonly ReportedPractice[]): Part {
  const judged = practices.find(({ studied }) => speaks(studied));
  if (judged === undefined || practices.some(({ second }) => second !== null)) return null;
  const date = shortDate(language, judged.studied.report.organisation.policy.captureDate);
  return markup`<p class="caution">${language.t('report.onlyArchived', { date })}</p>`;
}

/** What the labels of the table mean: those that stand in it. */
function labelMeanings(language: Language, practices: readonly ReportedPractice[]): Markup {
  const { t } = language;
  const used = practices.flatMap(({ finding, studied, second }) =>
    [speaks(studied) ? finding : null, second].flatMap((one) =>
      one === null ? [] : [one.otherwise === true ? 'otherwise' : one.label],
    ),
  );
  const meanings = (['otherwise', 'not-found', 'cannot-tell', 'stated-in-general', 'stated'] as const).filter((label) =>
    used.includes(label),
  );
  return markup`<dl class="meanings">${meanings.map(
    (label) => markup`<div><dt>${t(`label.chip.${label}`)}</dt><dd>${t(`report.means.${label}`)}</dd></div>`,
  )}</dl>`;
}

/** What was seen of a practice, row by row, in the words of the popup. */
function evidenceTable(context: ReportContext, practice: string): Markup | null {
  const { language, groups } = context;
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
    return markup`<tr data-row="${id}"><td class="n">${place.page}</td><td class="w">${kindName(language, evidence.kind)}</td>
<td>${subjectWords(language, evidence)}</td><td>${details.filter((part) => part !== '').join(', ')}</td>
<td class="w">${timeWords(context, evidence.at)}</td><td class="n">${language.plainNumber(evidence.count)}</td></tr>
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
