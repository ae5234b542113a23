/** The annex of a list's report: each visit by itself, and each practice and company with the visits that showed it. Pure. */
import type { CaptureList, InVisits, ListedCompany, ListedVisit } from '../../capture/list/capture-list.ts';
import { conditionName, conditionSentence } from '../../words/condition-words.ts';
import { shortened } from '../../words/comparison-words.ts';
import { findingName } from '../../words/data-words.ts';
import type { Language } from '../../words/language.ts';
import { bothAnswers } from './findings-section.ts';
import {
  answersId,
  byLabel,
  captioned,
  companyId,
  labelsOf,
  practiceId,
  sealWords,
  tableHead,
  visitId,
  visitLinks,
  visitName,
  wideTable,
} from './list-parts.ts';
import { markup, type Markup, type Part } from './markup.ts';

/** Each practice with what the texts say of it, and the visits that showed it. */
export function practiceSections(language: Language, practices: CaptureList['practices']): Markup {
  const { t } = language;
  return markup`${practices.map(({ key, seen }): Part => {
    const [first] = seen;
    if (first === undefined) return null;
    const name = findingName(language, first.of.answers[0].finding);
    const groups = byLabel(seen, ({ of }) => labelsOf(language, of));
    const answers = groups.map(([, [one]]) => one?.of.answers.map((answer) => bothAnswers(language, answer)) ?? null);
    const bodies = groups.map(
      ([label, those], at) =>
        markup`<tbody id="${practiceId(key, at)}">${those.map(
          ({ visit, of }) =>
            markup`<tr data-row="${visit.no}"><td class="label">${label}</td><th scope="row"><a href="#${visitId(visit)}">${visitName(language, visit)}</a></th><td>${shortened(of.hosts)}</td></tr>\n`,
        )}</tbody>\n`,
    );
    const head = tableHead([t('several.label'), t('several.visit'), t('column.hosts')]);
    return markup`<section aria-labelledby="of-${key}"><h3 id="of-${key}">${name}</h3>
${answers}
${wideTable(captioned(language, name, seen.length), [head, bodies], practiceId(key))}</section>
`;
  })}`;
}

/** Each company with the visits that contacted it. */
export function companiesTable(language: Language, companies: readonly InVisits<ListedCompany>[]): Part {
  const { t } = language;
  if (companies.length === 0) return null;
  const bodies = companies.map(
    ({ key, seen }, at) =>
      markup`<tbody id="${companyId(at)}">${seen.map(
        ({ visit, of }) =>
          markup`<tr data-row="${visit.no}" data-amount="${of.requests}"><th scope="row">${key}</th><td><a href="#${visitId(visit)}">${visitName(language, visit)}</a></td><td>${shortened(of.hosts)}</td><td class="n">${language.plainNumber(of.requests)}</td></tr>\n`,
      )}</tbody>\n`,
  );
  const head = tableHead([t('column.company'), t('several.visit'), t('column.hosts'), t('column.requests')]);
  return wideTable(t('several.companiesIn'), [head, bodies]);
}

/** Each condition that differs, with its answers and the visits that give them. */
export function answersTable(language: Language, { conditions }: CaptureList): Part {
  const { t } = language;
  if (conditions.length === 0) return markup`<p>${t('several.noneDiffer')}</p>`;
  const bodies = conditions.map(
    ({ id, answers }) =>
      markup`<tbody id="${answersId(id)}">${answers.map(
        ({ condition, visits }, at) =>
          markup`<tr data-row="${at + 1}"><th scope="row">${conditionName(language, { id })}</th><td>${condition === null ? t('compare.nothing') : conditionSentence(language, condition)}</td><td>${visitLinks(language, visits)}</td></tr>\n`,
      )}</tbody>\n`,
  );
  return wideTable(t('several.differ'), [
    tableHead([t('column.condition'), t('column.facts'), t('several.visits')]),
    bodies,
  ]);
}

/** The seal of each visit's file. */
export function sealsTable(language: Language, visits: readonly ListedVisit[]): Markup {
  const { t } = language;
  const group = (state: ListedVisit['seal']['state']): Part => {
    const those = visits.filter(({ seal }) => seal.state === state);
    const lines = those.map(
      (visit) =>
        markup`<tr data-row="${visit.no}"><th scope="row"><a href="#${visitId(visit)}">${visitName(language, visit)}</a></th><td>${visit.seal.file}</td><td>${sealWords(language, visit)}</td><td><code>${visit.seal.hash ?? ''}</code></td></tr>\n`,
    );
    return those.length === 0 ? null : markup`<tbody id="seal-${state}">${lines}</tbody>\n`;
  };
  const head = tableHead([t('several.visit'), t('several.file'), t('several.seal'), t('inspector.save.seal')]);
  const states = ['whole', 'broken', 'none', 'here'] as const;
  return wideTable(t('several.seals'), [head, states.map(group)]);
}
