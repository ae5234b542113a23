/**
 * The report on many visits: the template of a capture's report. At most two pages say what was seen in how many of them; the annex holds each
 * visit by itself, and every row that a number counts. Pure.
 */
import type { CaptureList, ListedVisit } from '../../capture/list/capture-list.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { conditionName } from '../../words/condition-words.ts';
import { shortened } from '../../words/comparison-words.ts';
import { findingName } from '../../words/data-words.ts';
import { dayOf, longDate } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { glossary, reportSection, sources } from './common-sections.ts';
import { answersTable, companiesTable, practiceSections, sealsTable } from './list-annex.ts';
import {
  answersId,
  byLabel,
  companyId,
  consentWords,
  labelsOf,
  numberTo,
  practiceId,
  sealWords,
  sitesOf,
  tableHead,
  toolWords,
  viewWords,
  visitId,
  visitLabelId,
  visitName,
  visitTime,
  wideTable,
} from './list-parts.ts';
import { visitSections } from './list-visits.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { reportDocument } from './report-frame.ts';

/** Most visits, practices and companies that stand before the annex, which has all. */
const MOST_VISITS = 5;
const MOST_PRACTICES = 12;
const MOST_COMPANIES = 6;

const inTwo = (count: string, words: readonly Part[]): Markup =>
  markup`${count}${words.map((word): Part => markup`<br>${word}`)}`;

/** A row for each visit, each number of it leading to the visit's own rows. */
function visitsTable(language: Language, visits: readonly ListedVisit[]): Markup {
  const { t, plainNumber } = language;
  const number = (visit: ListedVisit, part: 'companies' | 'cookies' | 'stored'): Markup =>
    markup`<td class="n">${numberTo(visitId(visit, part), visit[part].length, plainNumber(visit[part].length))}</td>`;
  const lines = visits.map((visit): Part => {
    const { practices } = visit;
    const labels = byLabel(practices, (practice) => labelsOf(language, practice)).map(
      ([label, those], at) =>
        markup`${label}: ${numberTo(visitLabelId(visit, at), those.length, plainNumber(those.length))}`,
    );
    const all = numberTo(visitId(visit, 'practices'), practices.length, plainNumber(practices.length));
    return markup`<tr data-row="${visit.no}"><th scope="row"><a href="#${visitId(visit)}">${visitName(language, visit)}</a><br>${sitesOf(visit)}</th>
<td>${visitTime(language, visit)}<br>${toolWords(visit)}<br>${[viewWords(language, visit), consentWords(language, visit)].join(' · ')}</td>
${number(visit, 'companies')}${number(visit, 'cookies')}${number(visit, 'stored')}
<td>${all}${labels.map((label): Part => markup`<br>${label}`)}</td><td>${inTwo(sealWords(language, visit), visit.seal.hash === null ? [] : [markup`<code>${visit.seal.hash.slice(0, 12)}…</code>`])}</td></tr>
`;
  });
  const head = tableHead([
    t('several.visit'),
    t('several.how'),
    t('several.companies'),
    t('several.cookies'),
    t('several.stored'),
    t('several.practices'),
    t('several.seal'),
  ]);
  return wideTable(t('several.visits'), [head, markup`<tbody>${lines}</tbody>`], 'visits');
}

function practicesTable(language: Language, { practices, visits }: CaptureList): Part {
  const { t, plainNumber } = language;
  if (practices.length === 0) return markup`<p>${t('report.noneSeen')}</p>`;
  const lines = practices.slice(0, MOST_PRACTICES).map(({ key, seen }): Part => {
    const [first] = seen;
    if (first === undefined) return null;
    const labels = byLabel(seen, ({ of }) => labelsOf(language, of)).map(
      ([label, those], at): Part =>
        markup`${at === 0 ? null : ' · '}${label}: ${numberTo(practiceId(key, at), those.length, plainNumber(those.length))}`,
    );
    return markup`<tr><th scope="row"><a href="#of-${key}">${findingName(language, first.of.answers[0].finding)}</a></th>
<td>${numberTo(practiceId(key), seen.length, t('several.inVisits', { seen: seen.length, count: visits.length }))}</td><td>${labels}</td></tr>
`;
  });
  const more = practices.length - MOST_PRACTICES;
  return markup`<table>${tableHead([t('report.practice'), t('several.seenIn'), t('several.label')])}<tbody>${lines}</tbody></table>
${more > 0 ? markup`<p>${t('several.more', { count: more })}</p>` : null}`;
}

function companiesSummary(language: Language, { companies, visits }: CaptureList): Part {
  const { t, plainNumber } = language;
  if (companies.length === 0) return markup`<p>${t('several.noCompanies')}</p>`;
  const lines = companies.slice(0, MOST_COMPANIES).map(({ key, seen }, at): Part => {
    const requests = seen.reduce((sum, { of }) => sum + of.requests, 0);
    return markup`<tr><th scope="row">${key}</th>
<td>${numberTo(companyId(at), seen.length, t('several.inVisits', { seen: seen.length, count: visits.length }))}</td>
<td class="n">${numberTo(companyId(at), requests, plainNumber(requests), true)}</td></tr>
`;
  });
  const more = companies.length - MOST_COMPANIES;
  return markup`<table>${tableHead([t('column.company'), t('several.seenIn'), t('column.requests')])}<tbody>${lines}</tbody></table>
${more > 0 ? markup`<p>${t('several.more', { count: more })}</p>` : null}`;
}

function conditionsSummary(language: Language, { conditions, visits }: CaptureList): Markup {
  const { t } = language;
  const words = conditions.map(({ id, answers }, at): Part => {
    const name = conditionName(language, { id });
    const count = answers.length;
    return markup`${at === 0 ? null : ' · '}${numberTo(answersId(id), count, t('several.answers', { name, count }))}`;
  });
  const isClean = visits.every(({ study }) => study.capture.conditions.profile === 'clean');
  return markup`<p>${t(conditions.length === 0 ? 'several.noneDiffer' : 'several.differHint')}</p>
${conditions.length === 0 ? null : markup`<p>${words}</p>`}${isClean ? null : markup`<p class="caution">${t('report.notClean')}</p>`}`;
}

function lead(language: Language, { visits }: CaptureList): Markup {
  const { t } = language;
  const [first] = visits;
  const last = visits.at(-1);
  const day = (visit: ListedVisit | undefined): string =>
    visit === undefined ? '' : dayOf(language, visit.study.capture.startedAt, visit.study.capture.conditions.timeZone);
  const sites = [...new Set(visits.flatMap((visit) => visit.sites))];
  const seals = (['whole', 'broken', 'none', 'here'] as const).flatMap((state): Part[] => {
    const { length } = visits.filter(({ seal }) => seal.state === state);
    return length === 0 ? [] : [numberTo(`seal-${state}`, length, t(`several.sealed.${state}`, { count: length }))];
  });
  return markup`<p>${t('several.lead', { sites: shortened(sites), from: day(first), to: day(last) })}</p>
<p>${seals.map((words, at): Part => markup`${at === 0 ? null : ' · '}${words}`)}</p>`;
}

/** The report as one HTML document. `day`: when it is written, in ISO form: '2026-11-27'. @throws Error for a list without a visit */
export function listReport(language: Language, list: CaptureList, day: string): string {
  const { visits } = list;
  const studies = visits.map(({ study }) => study);
  const [first, ...others] = studies;
  if (first === undefined) throw new Error('A list has a visit.');
  const all: readonly [CaptureStudy, ...CaptureStudy[]] = [first, ...others];
  const { t } = language;
  const areFew = visits.length <= MOST_VISITS;
  const rows = visitsTable(language, visits);
  const count = visits.length;
  const title = t('several.title', { count });
  return reportDocument(language, {
    title,
    foot: `${title} · ${longDate(language, day)}`,
    lead: lead(language, list),
    main: [
      reportSection(
        'summary',
        t('report.summary'),
        areFew ? rows : markup`<p>${numberTo('visits', count, t('several.eachVisit', { count }))}</p>`,
      ),
      reportSection('practices', t('report.practices'), practicesTable(language, list)),
      reportSection('companies', t('several.companiesIn'), companiesSummary(language, list)),
      reportSection('differ', t('several.differ'), conditionsSummary(language, list)),
      reportSection('method', t('report.method'), markup`<p>${t('several.method')}</p>`),
    ],
    annex: [
      reportSection('annex-visits', t('several.annex.visits'), [areFew ? null : rows, visitSections(language, visits)]),
      reportSection('annex-practices', t('several.annex.practices'), practiceSections(language, list.practices)),
      reportSection('annex-companies', t('several.annex.companies'), companiesTable(language, list.companies)),
      reportSection('annex-differ', t('several.annex.differ'), answersTable(language, list)),
      reportSection('annex-seals', t('several.annex.seals'), sealsTable(language, visits)),
      reportSection('annex-sources', t('several.annex.sources'), sources(language, all)),
      reportSection('annex-glossary', t('several.annex.glossary'), glossary(language)),
    ],
    end: `${t('report.end', { version: first.capture.conditions.extension.version })} ${longDate(language, day)}`,
  });
}
