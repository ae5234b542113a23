/** Who or what a finding was, at a glance: what stands beside it in a row. */
import type { Language } from './language.ts';
import type { CompanyInPractice, Finding } from '../findings/finding.ts';
import { shortSubjects } from './evidence-words.ts';
import { shortenedList } from './shortened-list.ts';

/** Characters that a row has room for, of one name and of two, with "and 12 more" behind them: longer ones stand one step deeper. */
const LONGEST = 30;
const LONGEST_PAIR = 28;

/** 'Clarity (Microsoft)', where one service was it, whose name does not tell the company; else 'Google'. */
function holderName({ company, services }: CompanyInPractice): string {
  const [service, ...more] = services;
  if (service === undefined || more.length > 0 || service.name === company.name) return company.name;
  return service.name.startsWith(company.name) ? service.name : `${service.name} (${company.name})`;
}

/** Who it was, where companies were met, else what, in a few words; '' where no name is short enough for a row. */
export function glanceWords(
  language: Language,
  { companies, evidence }: Pick<Finding, 'companies' | 'evidence'>,
): string {
  const names =
    companies.length > 0
      ? companies.map(holderName)
      : evidence.flatMap((evidence) => shortSubjects(language, evidence));
  const [first, ...others] = [...new Set(names)]
    .filter((name) => name !== '')
    .toSorted((a, b) => Number(a.length > LONGEST) - Number(b.length > LONGEST));
  if (first === undefined || first.length > LONGEST) return '';
  const [second = ''] = others;
  const words = shortenedList(language, [first, ...others], first.length + second.length > LONGEST_PAIR ? 1 : 2);
  const isHere = evidence.some((one) => one.kind === 'shared-identifier' && one.holders.some(({ isSite }) => isSite));
  return isHere && others.length === 0 ? language.t('evidence.holders', { names: words }) : words;
}
