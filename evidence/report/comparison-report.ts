/** The report on two captures side by side: the template of a capture's report, with every difference in the annex. Pure. */
import { addressesOf, type ComparedTable, type Comparison } from '../../capture/compare/compare-captures.ts';
import { DIFFERENCES, type Difference } from '../../capture/compare/compared-rows.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import {
  captureTitle,
  changeWords,
  circumstances,
  comparisonContext,
  differenceSign,
  keyParts,
  keyWords,
  shortened,
} from '../../words/comparison-words.ts';
import { longDate } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { tableName, type CellContext } from '../../words/table-words.ts';
import { annexSections, conditionsTable, glossary, reportSection, sources } from './common-sections.ts';
import { recordLine } from './first-page.ts';
import { markup, type Markup, type Part } from './markup.ts';
import { reportDocument } from './report-frame.ts';

/** What the seals of the files say from which the two captures come; null where one comes from none. */
export interface ComparedSeals {
  readonly before: 'whole' | 'broken' | 'none' | null;
  readonly after: 'whole' | 'broken' | 'none' | null;
}

const groupId = ({ table }: ComparedTable, difference: Difference): string => `${table.name}-${difference}`;
const rowsOf = ({ rows }: ComparedTable, difference: Difference): ComparedTable['rows'] =>
  rows.filter(({ is }) => is === difference);

/** For each table how many things are new, gone, changed, the same; each number leads to their rows. */
function numbers(language: Language, { tables }: Comparison): Markup {
  const { t } = language;
  const lines = tables.map((compared) => {
    const cells = DIFFERENCES.map((difference): Markup => {
      const { length } = rowsOf(compared, difference);
      return length === 0
        ? markup`<td class="n">0</td>`
        : markup`<td class="n"><a href="#${groupId(compared, difference)}" data-rows="${length}">${length}</a></td>`;
    });
    return markup`<tr><th scope="row">${tableName(language, compared.table)}</th>${cells}</tr>\n`;
  });
  return markup`<table><thead><tr><th scope="col">${t('compare.what')}</th>${DIFFERENCES.map(
    (difference) => markup`<th scope="col">${t(`compare.is.${difference}`)}</th>`,
  )}</tr></thead>
<tbody>${lines}</tbody></table>`;
}

/** Tables whose differences are told by name before the annex. */
const NAMED = ['findings', 'companies', 'stored-items'];
/** Their differences that are. */
const NAMED_DIFFERENCES: readonly Difference[] = ['new', 'gone'];

/** A text that a page may have made as long as it likes, before the annex, which has all of it. */
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most)}…`);
/** Signs of a host or a name in a line with others, and of a condition. */
const MOST_OF_A_NAME = 30;
const MOST_OF_A_CONDITION = 300;

/** Which practices, companies and stored items came and went, where both captures could have them. */
function names(context: CellContext, { tables }: Comparison): Part {
  const { language } = context;
  const lines = tables
    .filter(({ table, couldBeSeen }) => NAMED.includes(table.name) && couldBeSeen.before && couldBeSeen.after)
    .flatMap((compared) =>
      NAMED_DIFFERENCES.flatMap((difference): Markup[] => {
        const rows = rowsOf(compared, difference);
        if (rows.length === 0) return [];
        const what = `${tableName(language, compared.table)}, ${language.t(`compare.is.${difference}`)}`;
        const listed = shortened(
          rows.map((row) =>
            keyParts(context, compared, row)
              .map((part) => cut(part, MOST_OF_A_NAME))
              .join(' · '),
          ),
        );
        return [
          markup`<li><a href="#${groupId(compared, difference)}" data-named="${groupId(compared, difference)}">${differenceSign(difference)} ${what}</a>: ${listed}</li>\n`,
        ];
      }),
    );
  return lines.length === 0 ? null : markup`<ul>${lines}</ul>`;
}

function circumstancesTable(language: Language, comparison: Comparison): Markup {
  const { t } = language;
  const lines = circumstances(language, comparison).map(
    ({ name, before, after }) =>
      markup`<tr><th scope="row">${name}</th><td>${cut(before, MOST_OF_A_CONDITION)}</td><td>${cut(after, MOST_OF_A_CONDITION)}</td></tr>\n`,
  );
  return markup`<p>${t('compare.explainHint')}</p>
<table class="sides"><thead><tr><th scope="col">${t('compare.what')}</th><th scope="col">${t('compare.before')}</th><th scope="col">${t('compare.after')}</th></tr></thead>
<tbody>${lines}</tbody></table>`;
}

/** All rows of a table, each class in a body of its own. */
function differences(context: CellContext, compared: ComparedTable): Markup {
  const { language } = context;
  const { t } = language;
  const bodies = DIFFERENCES.map((difference): Part => {
    const rows = rowsOf(compared, difference);
    if (rows.length === 0) return null;
    const lines = rows.map(
      (row) =>
        markup`<tr data-row="${row.id}"><td class="label">${differenceSign(difference)} ${t(`compare.is.${difference}`)}</td><th scope="row">${keyWords(context, compared, row)}</th><td>${changeWords(context, compared, row).join(' · ')}</td></tr>\n`,
    );
    return markup`<tbody id="${groupId(compared, difference)}">${lines}</tbody>\n`;
  });
  const { before, after } = compared.couldBeSeen;
  const caption = tableName(language, compared.table);
  return markup`${before ? null : markup`<p>${caption}: ${t('compare.unseenBefore')}</p>`}${after ? null : markup`<p>${caption}: ${t('compare.unseenAfter')}</p>`}
<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table class="differences">
<caption>${caption}</caption>
<thead><tr><th scope="col">${t('compare.details')}</th><th scope="col">${t('compare.what')}</th><th scope="col">${t('column.details')}</th></tr></thead>
${bodies}</table></div>
`;
}

function sides(language: Language, { before, after }: Comparison, seals: ComparedSeals): Markup {
  const { t } = language;
  const side = (name: string, study: CaptureStudy, seal: ComparedSeals['before']): Part => {
    const { name: called, note } = study.capture;
    const facts = [
      called === '' ? '' : shortened(addressesOf(study)),
      note,
      seal === null ? '' : t(`compare.seal.${seal}`),
    ].filter((part) => part !== '');
    return markup`<dt>${name}: ${captureTitle(language, study)}</dt><dd>${facts.join(' · ')}${recordLine(language, study.capture)}</dd>`;
  };
  return markup`<p>${t('compare.lead')}</p><dl>${side(t('compare.before'), before, seals.before)}${side(t('compare.after'), after, seals.after)}</dl>`;
}

/** The report as one HTML document. `day`: when it is written, in ISO form: '2026-11-27'. */
export function comparisonReport(
  language: Language,
  comparison: Comparison,
  seals: ComparedSeals,
  day: string,
): string {
  const { t } = language;
  const { before, after, tables } = comparison;
  const context = comparisonContext(language, comparison);
  const hosts = [...new Set([before, after].flatMap(({ pages }) => pages.map(({ page }) => page.visit.address.host)))];
  const isClean = [before, after].every(({ capture }) => capture.conditions.profile === 'clean');
  const isSame = tables.every(({ rows }) => rows.every(({ is }) => is === 'same'));
  const conditions = ([name, study]: readonly [string, CaptureStudy]): Markup =>
    markup`<h3>${name}: ${captureTitle(language, study)}</h3>${conditionsTable(language, study)}`;
  const both = [
    [t('compare.before'), before],
    [t('compare.after'), after],
  ] as const;
  const title = t('compare.title', { host: hosts.slice(0, 3).join(', ') });
  return reportDocument(language, {
    title,
    foot: `${title} · ${longDate(language, day)}`,
    lead: sides(language, comparison, seals),
    main: [
      reportSection('summary', t('report.summary'), [
        isSame ? markup`<p>${t('compare.none')}</p>` : null,
        numbers(language, comparison),
        names(context, comparison),
      ]),
      reportSection('circumstances', t('compare.explain'), [
        circumstancesTable(language, comparison),
        isClean ? null : markup`<p class="caution">${t('report.notClean')}</p>`,
      ]),
      reportSection('method', t('report.method'), markup`<p>${t('compare.methodText')}</p>`),
    ],
    annex: annexSections([
      ['rows', t('report.annexRows'), tables.map((compared) => differences(context, compared))],
      ['conditions', t('report.annexConditions'), both.map(conditions)],
      ['sources', t('report.annexSources'), sources(language, [before, after])],
      ['glossary', t('report.annexGlossary'), glossary(language)],
    ]),
    end: `${t('report.end', { version: after.capture.conditions.extension.version })} ${longDate(language, day)}`,
  });
}
