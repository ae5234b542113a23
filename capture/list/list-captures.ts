/**
 * Many captures in one list: what each of them shows, each thing once however many pages showed it; in which of them a practice or a company
 * was seen; and which of their conditions differ. Pure.
 */
import { answerTo } from '../../findings/difference.ts';
import { judgeConditions, type Condition } from '../conditions.ts';
import type { CaptureStudy } from '../study-capture.ts';
import type {
  CaptureList,
  DifferingAnswers,
  InVisits,
  ListEntry,
  ListedAnswer,
  ListedCompany,
  ListedItem,
  ListedPractice,
  ListedVisit,
} from './capture-list.ts';

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** Puts together what has the same key. */
function merged<T>(all: readonly T[], keyOf: (one: T) => string, join: (a: T, b: T) => T): readonly T[] {
  const by = new Map<string, T>();
  for (const one of all) {
    const known = by.get(keyOf(one));
    by.set(keyOf(one), known === undefined ? one : join(known, one));
  }
  return [...by.values()];
}

function companiesOf({ pages }: CaptureStudy): readonly ListedCompany[] {
  const all = pages.flatMap(({ report }) =>
    report.companies
      .filter(({ company }) => company.relation === 'other')
      .map(({ company, hosts, count }): ListedCompany => ({
        name: company.name,
        requests: count,
        hosts: hosts.map(({ host }) => host),
      })),
  );
  return merged(
    all,
    ({ name }) => name,
    (a, b) => ({ ...a, requests: a.requests + b.requests, hosts: unique([...a.hosts, ...b.hosts]) }),
  );
}

function itemsOf({ pages }: CaptureStudy): readonly ListedItem[] {
  const all = pages.flatMap(({ report }) =>
    report.items.map(({ item: { store, host, name }, setByOther, setterOwner }): ListedItem => ({
      ...{ store, host, name },
      setBy: setByOther ? setterOwner : null,
    })),
  );
  return merged(
    all,
    ({ store, host, name }) => JSON.stringify([store, host, name]),
    (a, b) => ({ ...a, setBy: a.setBy ?? b.setBy }),
  );
}

/** What tells one answer from another: the labels of both texts. */
function labelsOf({ finding, second, studied }: ListedAnswer): string {
  const status = studied.report.recognition.status;
  const held = [
    finding.label,
    finding.background,
    finding.otherwise ?? false,
    status === 'listed' || status === 'by-marks',
  ];
  return JSON.stringify([held, second === null ? null : [second.label, second.otherwise ?? false]]);
}

function practicesOf({ pages }: CaptureStudy): readonly ListedPractice[] {
  const all = pages.flatMap((studied) =>
    studied.report.findings.map((finding): ListedPractice => ({
      id: finding.practice.id,
      answers: [{ finding, studied, second: answerTo(studied.second, finding.practice.id) }],
      hosts: unique(finding.evidence.map(({ host }) => host)),
    })),
  );
  return merged(
    all,
    ({ id }) => id,
    (a, b) => {
      const known = a.answers.map(labelsOf);
      const [first, ...others] = a.answers;
      const added = b.answers.filter((answer) => !known.includes(labelsOf(answer)));
      return { ...a, answers: [first, ...others, ...added], hosts: unique([...a.hosts, ...b.hosts]) };
    },
  );
}

/** In which visits each thing is; those in most visits first, then by name. */
function inVisits<Of>(
  visits: readonly ListedVisit[],
  all: (visit: ListedVisit) => readonly Of[],
  keyOf: (one: Of) => string,
): readonly InVisits<Of>[] {
  const by = new Map<string, { readonly visit: ListedVisit; readonly of: Of }[]>();
  for (const visit of visits) {
    for (const of of all(visit)) {
      const known = by.get(keyOf(of)) ?? [];
      known.push({ visit, of });
      by.set(keyOf(of), known);
    }
  }
  return [...by]
    .map(([key, seen]) => ({ key, seen }))
    .sort((a, b) => b.seen.length - a.seen.length || (a.key < b.key ? -1 : 1));
}

function differing(visits: readonly ListedVisit[]): readonly DifferingAnswers[] {
  const ids = unique(visits.flatMap(({ conditions }) => conditions.map(({ id }) => id)));
  return ids.flatMap((id) => {
    const by = new Map<string, { readonly condition: Condition | null; readonly visits: ListedVisit[] }>();
    for (const visit of visits) {
      const condition = visit.conditions.find((one) => one.id === id) ?? null;
      const told = JSON.stringify(condition);
      const known = by.get(told) ?? { condition, visits: [] };
      known.visits.push(visit);
      by.set(told, known);
    }
    return by.size < 2 ? [] : [{ id, answers: [...by.values()] }];
  });
}

/** Lists captures, in the order of time. */
export function listCaptures(entries: readonly ListEntry[]): CaptureList {
  const inOrder = entries.toSorted((a, b) => a.study.capture.startedAt - b.study.capture.startedAt);
  const visits = inOrder.map((entry, at): ListedVisit => {
    const { study } = entry;
    const items = itemsOf(study);
    return {
      ...{ ...entry, no: at + 1, companies: companiesOf(study), practices: practicesOf(study) },
      sites: unique(study.pages.map(({ page }) => page.visit.address.host)),
      cookies: items.filter(({ store }) => store === 'cookie'),
      stored: items.filter(({ store }) => store !== 'cookie'),
      conditions: judgeConditions(study.capture),
    };
  });
  return {
    visits,
    practices: inVisits(
      visits,
      ({ practices }) => practices,
      ({ id }) => id,
    ),
    companies: inVisits(
      visits,
      ({ companies }) => companies,
      ({ name }) => name,
    ),
    conditions: differing(visits),
  };
}
