/** What the sections of a list's report share: the addresses of its rows, the numbers that lead to them, and the words of a visit. Pure. */
import type { ListedPractice, ListedVisit } from '../../capture/list/capture-list.ts';
import { choiceWords } from '../../words/consent-words.ts';
import { captureTitle, shortened } from '../../words/comparison-words.ts';
import { clockTime, dayOf } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import type { ConsentObservation } from '../../ledger/observation.ts';
import { heldLabel, readLabel } from './findings-section.ts';
import { markup, type Markup, type Part } from './markup.ts';

/** The address of a visit's section, or of a part of it. */
export function visitId(
  { no }: Pick<ListedVisit, 'no'>,
  part?: 'practices' | 'companies' | 'cookies' | 'stored',
): string {
  return part === undefined ? `visit-${String(no)}` : `visit-${String(no)}-${part}`;
}

/** The address of a practice's rows, or of those with one label, by its place among the practice's labels. */
export function practiceId(practice: string, label?: number): string {
  return label === undefined ? `practice-${practice}` : `practice-${practice}-label-${String(label + 1)}`;
}

/** The address of a company's rows, by its place in the list. */
export function companyId(at: number): string {
  return `company-${String(at + 1)}`;
}

/** The address of the answers to a condition. */
export function answersId(condition: string): string {
  return `differs-${condition}`;
}

/** The address of a visit's practices with one label, by its place among the visit's labels. */
export function visitLabelId(visit: ListedVisit, label: number): string {
  return `${visitId(visit)}-label-${String(label + 1)}`;
}

/** A number that leads to the rows that add up to it: to as many rows, or, with `sum`, to rows whose amounts come to it. */
export function numberTo(id: string, count: number, shown: Part = count, sum = false): Markup {
  // What has no rows has no place to lead to.
  return count === 0
    ? markup`<span>${shown}</span>`
    : markup`<a href="#${id}" data-${sum ? markup`sum` : markup`rows`}="${count}">${shown}</a>`;
}

/** What the texts say of a practice in a visit, in words: one for each answer that its pages have. */
export function labelsOf(language: Language, { answers }: ListedPractice): string {
  const words = answers.map((answer) => {
    const held = heldLabel(language, answer);
    return answer.second === null
      ? held
      : language.t('several.bothLabels', { held, read: readLabel(language, answer) });
  });
  return [...new Set(words)].join('; ');
}

/** Things of one label each, under the label's words; in the order in which the labels come. */
export function byLabel<T>(
  all: readonly T[],
  labelOf: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const labels = [...new Set(all.map(labelOf))].toSorted();
  return labels.map((label) => [label, all.filter((one) => labelOf(one) === label)] as const);
}

/** Its sites: 'www.a.example, www.b.example' */
export const sitesOf = ({ sites }: ListedVisit): string => shortened(sites);

/** How a visit is called where it is referred to: by its number and name. */
export function visitName(language: Language, { no, study }: ListedVisit): string {
  return `${language.plainNumber(no)}. ${captureTitle(language, study)}`;
}

/** When, in the visit's own time zone. */
export function visitTime(language: Language, { study: { capture } }: ListedVisit): string {
  const { startedAt, endedAt, conditions } = capture;
  const { timeZone: zone } = conditions;
  return language.t('several.time', {
    day: dayOf(language, startedAt, zone),
    from: clockTime(startedAt, zone),
    to: clockTime(endedAt, zone),
    zone,
  });
}

/** The browser and the extension with their versions. */
export function toolWords({ study: { capture } }: ListedVisit): string {
  const { browser, extension } = capture.conditions;
  return [browser.name, browser.version, '·', extension.name, extension.version]
    .filter((part) => part !== null)
    .join(' ');
}

/** In which view the pages were watched. */
export function viewWords({ t }: Language, { conditions }: ListedVisit): string {
  return t(
    conditions.some(({ id, state }) => id === 'view' && state === 'met') ? 'several.fullView' : 'several.pageView',
  );
}

/** The last choice that a consent tool kept. */
export function consentWords(language: Language, { conditions }: ListedVisit): string {
  const after = conditions.find(({ id }) => id === 'consent')?.facts.after;
  return typeof after !== 'string' || after === ''
    ? language.t('several.noConsent')
    : language.t('several.consent', { choice: choiceWords(language, after as ConsentObservation['choice']) });
}

/** What its seal says. */
export function sealWords({ t }: Language, { seal }: ListedVisit): string {
  return t(seal.state === 'here' ? 'several.here' : `compare.seal.${seal.state}`);
}

/** Links to the sections of visits: '1, 3, 4' */
export function visitLinks(language: Language, visits: readonly ListedVisit[]): Markup {
  return markup`${visits.map(
    (visit, at): Part =>
      markup`${at === 0 ? null : ', '}<a href="#${visitId(visit)}">${language.plainNumber(visit.no)}</a>`,
  )}`;
}

/** The head of a table. */
export function tableHead(names: readonly string[]): Markup {
  return markup`<thead><tr>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>`;
}

/** A table that may be wider than the page, with its name. */
export function wideTable(caption: string, content: Part, id?: string): Markup {
  return markup`<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table${id === undefined ? null : markup` id="${id}"`}>
<caption>${caption}</caption>
${content}</table></div>
`;
}

/** How many rows a caption speaks of. */
export const captioned = (language: Language, name: string, count: number): string =>
  `${name}: ${language.t('report.total', { count })}`;
