/** Sections that every report has, of one capture or of two. Pure. */
import { judgeConditions } from '../../capture/conditions.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { conditionName, conditionSentence } from '../../words/condition-words.ts';
import { longDate } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { readOn } from '../../words/second-words.ts';
import { markup, type Markup, type Part } from './markup.ts';

/** A section with its heading, which names it. */
export function reportSection(id: string, heading: string, content: Part): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>\n`;
}

/** The sections of the annex, lettered in their order. */
export function annexSections(sections: readonly (readonly [id: string, heading: string, content: Part])[]): Part {
  return sections.map(([id, heading, content], at) =>
    reportSection(`annex-${id}`, `${String.fromCodePoint(65 + at)}. ${heading}`, content),
  );
}

/** Each condition of a capture: whether it is met, and what is known of it. */
export function conditionsTable(language: Language, { capture }: CaptureStudy): Markup {
  const lines = judgeConditions(capture).map(
    (condition) => markup`<tr><th scope="row">${conditionName(language, condition)}</th>
<td class="label">${language.t(`report.state.${condition.state}`)}</td><td>${conditionSentence(language, condition)}</td></tr>
`,
  );
  const { t } = language;
  return markup`<table><thead><tr><th scope="col">${t('column.condition')}</th><th scope="col">${t('column.state')}</th><th scope="col">${t('column.facts')}</th></tr></thead>
<tbody>${lines}</tbody></table>`;
}

/** What the statements of a report rest on: the policies, the copies that the person has read, the lists. Each once. */
export function sources(language: Language, studies: readonly [CaptureStudy, ...CaptureStudy[]]): Markup {
  const { t } = language;
  const policies = [
    ...new Map(
      studies.flatMap(({ pages }) => pages.map(({ report }) => [report.organisation.id, report.organisation.policy])),
    ).values(),
  ];
  const texts = [...new Map(studies.flatMap(({ capture }) => capture.texts.map((text) => [text.hash, text]))).values()];
  const lines: Part[] = [
    ...policies.map(
      ({ title, captureDate, archiveUrl }) =>
        markup`<li>${t('report.sources.policy', { title, date: longDate(language, captureDate) })}: <a href="${archiveUrl}">${archiveUrl}</a></li>`,
    ),
    ...texts.map(({ document, readAt, hash }) => {
      const words = t('report.sources.copy', { title: document.title, date: readOn(language, readAt), hash });
      return markup`<li>${words}: ${document.address}</li>`;
    }),
    markup`<li>${t('report.sources.companies')}</li>`,
    markup`<li>${t('report.sources.rules', { version: studies[0].capture.conditions.extension.version })}</li>`,
  ];
  return markup`<ul>${lines}</ul>`;
}

const TERMS = ['firstParty', 'label', 'view', 'identifier', 'seal'] as const;

/** A term of the glossary. */
type Term = (typeof TERMS)[number];

/** The words that a reader may not know. `told`: those that the report has explained before. */
export function glossary({ t }: Language, told: readonly Term[] = []): Markup {
  return markup`<dl>${TERMS.filter((term) => !told.includes(term)).map((term) => markup`<dt>${t(`report.glossary.${term}.term`)}</dt><dd>${t(`report.glossary.${term}.text`)}</dd>`)}</dl>`;
}
