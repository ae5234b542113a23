/**
 * The report on a capture: one HTML file without script that stands by itself. At most two pages on paper tell what matters; the annex
 * holds the sentences and every row. Pure.
 */
import { judgeConditions } from '../../capture/conditions.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { conditionName } from '../../words/condition-words.ts';
import { clockTime, dayOf } from '../../words/format.ts';
import { cannotSeeWords } from '../../words/full-view-words.ts';
import type { Language } from '../../words/language.ts';
import { annexSections, conditionsTable, glossary, reportSection, sources } from './common-sections.ts';
import { findingsSection, onlyArchived, practicesTable, reportedPractices } from './findings-section.ts';
import { firstPage, recordHash, recordLine } from './first-page.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { picturesSection } from './pictures-section.ts';
import { reportDocument } from './report-frame.ts';
import { tableSection, type ReportContext } from './report-parts.ts';
import { rowGroups } from './row-groups.ts';

/** Tables of the annex that have a part of their own. */
const ROW_TABLES = [
  'stored-items',
  'writes',
  'flash-objects',
  'flash-cookies',
  'consent',
  'form-fields',
  'links',
  'frames',
  'redirects',
  'read-outs',
  'typed-texts',
  'disguises',
  'limits',
  'hosts',
  'requests',
] as const;

function lead(language: Language, { capture }: CaptureStudy, timeZone: string): Markup {
  const { conditions, startedAt, endedAt, kind, name, note } = capture;
  const { extension, browser } = conditions;
  const words = {
    version: extension.version,
    browser: [browser.name, browser.version].filter((part) => part !== null).join(' '),
    date: dayOf(language, startedAt, timeZone),
    ...{ from: clockTime(startedAt, timeZone), to: clockTime(endedAt, timeZone), zone: timeZone },
  };
  const noted = note === '' ? null : markup`<p><span class="soft">${language.t('report.note')}:</span> ${note}</p>`;
  return markup`${name === '' ? null : markup`<p><strong>${name}</strong></p>`}
<p>${language.t('report.lead', words)} ${language.t(kind === 'visit' ? 'report.visit' : 'report.recording')}</p>${noted}${recordLine(language, capture)}`;
}

function conditionsSummary(language: Language, { capture }: CaptureStudy): Markup {
  const { t } = language;
  const judged = judgeConditions(capture);
  const lines = (['not-met', 'not-known', 'met'] as const).map((state): Part => {
    const names = judged
      .filter((condition) => condition.state === state)
      .map((condition) => conditionName(language, condition));
    return names.length === 0
      ? null
      : markup`<dt>${t(`report.state.${state}`)} (${names.length})</dt><dd>${names.join(' · ')}</dd>`;
  });
  const isClean = capture.conditions.profile === 'clean';
  return markup`<p>${t('report.conditionsLead')}</p><dl>${lines}</dl>${isClean ? null : markup`<p class="caution">${t('report.notClean')}</p>`}`;
}

/** Lines on paper for the person who vouches for the record: who that is, it cannot know. */
function maker({ t }: Language): Markup {
  return markup`<dl class="maker"><dt>${t('report.maker.title')}</dt>${(['name', 'place', 'signature'] as const).map(
    (line) => markup`<dd>${t(`report.maker.${line}`)}:</dd>`,
  )}</dl>`;
}

function limits(language: Language, { pages }: CaptureStudy): Markup {
  const unseen = [...new Set(pages.flatMap(({ report }) => cannotSeeWords(language, report)))];
  const { t } = language;
  return markup`<p>${t('report.methodText')}</p>${unseen.length === 0 ? null : markup`<p>${t('report.cannotSee')}: ${unseen.join('; ')}.</p>`}`;
}

/** Most pages that are listed before the annex. */
const MOST_LISTED = 6;

/** The report as one HTML document. */
export function captureReport(language: Language, study: CaptureStudy): string {
  const { capture, pages } = study;
  const { timeZone, extension } = capture.conditions;
  const { practices: known } = study;
  const context: ReportContext = {
    language,
    timeZone,
    day: capture.startedAt,
    practices: known,
    groups: rowGroups(study),
  };
  const { t } = language;
  /** Several visits are a list that tells what the report is of; a long one belongs into the annex, and one page into the title. */
  const arePagesFew = pages.length > 1 && pages.length <= MOST_LISTED;
  const practices = reportedPractices(pages);
  const hosts = [...new Set(pages.map(({ page }) => page.visit.address.host))];
  const [host = ''] = hosts;
  const title =
    hosts.length === 1 ? t('report.title', { host }) : t('report.titleHosts', { host, count: hosts.length - 1 });
  const pictures = picturesSection(language, study);
  return reportDocument(language, {
    title,
    foot: `${title} · ${dayOf(language, capture.startedAt, timeZone)} · SHA-256 ${recordHash(capture).slice(0, 16)}…`,
    lead: lead(language, study, timeZone),
    main: [
      reportSection('summary', t('report.summary'), [
        firstPage(context, study),
        arePagesFew ? tableSection(context, 'pages') : null,
      ]),
      reportSection('practices', t('report.practices'), [
        onlyArchived(language, practices),
        practicesTable(context, practices),
      ]),
      reportSection('conditions-in-short', t('report.conditions'), conditionsSummary(language, study)),
      reportSection('method', t('report.method'), limits(language, study)),
    ],
    annex: annexSections([
      ['findings', t('report.annexFindings'), findingsSection(context, practices)],
      ...(pictures === null ? [] : [['pictures', t('picture.heading'), pictures] as const]),
      ['conditions', t('report.annexConditions'), conditionsTable(language, study)],
      ['companies', t('report.annexCompanies'), tableSection(context, 'companies')],
      [
        'rows',
        t('report.annexRows'),
        [
          markup`<p>${t('report.masked')} ${t('report.files')}${pages.length > 1 ? ` ${t('report.merged')}` : null}</p>`,
          arePagesFew ? null : tableSection(context, 'pages'),
          ...ROW_TABLES.map((name) => tableSection(context, name)),
        ],
      ],
      ['sources', t('report.annexSources'), sources(language, [study])],
      ['glossary', t('report.annexGlossary'), glossary(language, practices.length > 0 ? ['label'] : [])],
    ]),
    signed: maker(language),
    end: t('report.end', { version: extension.version }),
  });
}
