/** A list's visits, each by itself: what it was made with, and every row that a number of it counts. Pure. */
import type { ListedItem, ListedVisit } from '../../capture/list/capture-list.ts';
import { shortened } from '../../words/comparison-words.ts';
import { findingName } from '../../words/data-words.ts';
import { kindName } from '../../words/evidence-words.ts';
import type { Language } from '../../words/language.ts';
import { conditionsTable } from './common-sections.ts';
import {
  byLabel,
  captioned,
  consentWords,
  labelsOf,
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
import { markup, type Markup, type Part } from './markup.ts';

function visitPractices(language: Language, visit: ListedVisit): Part {
  const { t } = language;
  const { practices } = visit;
  if (practices.length === 0) return markup`<p>${t('report.noneSeen')}</p>`;
  const bodies = byLabel(practices, (practice) => labelsOf(language, practice)).map(([label, those], at): Part => {
    const lines = those.map(
      ({ id, answers, hosts }) =>
        markup`<tr data-row="${id}"><td class="label">${label}</td><th scope="row"><a href="#${practiceId(id)}">${findingName(language, answers[0].finding)}</a></th><td>${shortened(hosts)}</td></tr>\n`,
    );
    return markup`<tbody id="${visitLabelId(visit, at)}">${lines}</tbody>\n`;
  });
  return wideTable(
    captioned(language, t('several.practices'), practices.length),
    [tableHead([t('several.label'), t('report.practice'), t('column.hosts')]), bodies],
    visitId(visit, 'practices'),
  );
}

function visitCompanies(language: Language, visit: ListedVisit): Part {
  const { t } = language;
  const { companies } = visit;
  if (companies.length === 0) return null;
  const lines = companies.map(
    ({ name, hosts, requests }) =>
      markup`<tr data-row="${name}"><th scope="row">${name}</th><td>${shortened(hosts)}</td><td class="n">${language.plainNumber(requests)}</td></tr>\n`,
  );
  return wideTable(
    captioned(language, t('report.group.companies-other'), companies.length),
    [tableHead([t('column.company'), t('column.hosts'), t('column.requests')]), markup`<tbody>${lines}</tbody>`],
    visitId(visit, 'companies'),
  );
}

function visitItems(
  language: Language,
  visit: ListedVisit,
  part: 'cookies' | 'stored',
  items: readonly ListedItem[],
): Part {
  const { t } = language;
  if (items.length === 0) return null;
  const lines = items.map(
    ({ store, host, name, setBy }) =>
      markup`<tr data-row="${name}"><th scope="row">${name}</th><td>${kindName(language, store as Parameters<typeof kindName>[1])}</td><td>${host}</td><td>${setBy ?? ''}</td></tr>\n`,
  );
  const head = tableHead((['name', 'store', 'host', 'set_by'] as const).map((name) => t(`column.${name}`)));
  return wideTable(
    captioned(language, t(`several.${part}`), items.length),
    [head, markup`<tbody>${lines}</tbody>`],
    visitId(visit, part),
  );
}

function facts(language: Language, visit: ListedVisit): Markup {
  const { t } = language;
  const { capture } = visit.study;
  const told = [
    [t('several.sites'), sitesOf(visit)],
    [t('compare.when'), visitTime(language, visit)],
    [t('several.with'), [toolWords(visit), viewWords(language, visit), consentWords(language, visit)].join(' · ')],
    [
      t('several.from'),
      [visit.seal.file, sealWords(language, visit), visit.seal.hash ?? ''].filter(Boolean).join(' · '),
    ],
    [t('report.note'), capture.note],
  ].filter(([, words]) => words !== '');
  return markup`<dl>${told.map(([name = '', words = '']) => markup`<dt>${name}</dt><dd>${words}</dd>`)}</dl>`;
}

/** All that the list has of each visit. */
export function visitSections(language: Language, visits: readonly ListedVisit[]): Markup {
  return markup`${visits.map(
    (visit) => markup`<section aria-labelledby="${visitId(visit)}">
<h3 id="${visitId(visit)}">${visitName(language, visit)}</h3>
${facts(language, visit)}
${visitPractices(language, visit)}
${visitCompanies(language, visit)}
${visitItems(language, visit, 'cookies', visit.cookies)}
${visitItems(language, visit, 'stored', visit.stored)}
<h4>${language.t('report.conditions')}</h4>
${conditionsTable(language, visit.study)}
</section>
`,
  )}`;
}
