/** The words of a finding's label: these four, and nothing stronger (docs/method.md). */
import type { Finding, Label } from '../findings/finding.ts';
import type { NamedCompany } from '../schemas/label-data.ts';
import type { Policy } from '../schemas/policy-data.ts';
import { phrase } from './data-words.ts';
import { subjectWords } from './evidence-words.ts';
import { shortDate, wordList } from './format.ts';
import { t } from './messages.ts';
import { yearOf } from './policy-age.ts';
import { previewNames } from './preview-names.ts';

/** Short words for the chip, in the order of `Label`. `otherwise`: the text promises something else than what was seen. */
export function chipWords(label: Label, background = false, otherwise = false): string {
  const words = otherwise ? t('label.chip.otherwise') : t(`label.chip.${label}`);
  // "Cannot tell" is said of the site itself, whatever the background text says.
  return background && label !== 'cannot-tell' ? t('label.background', { words }) : words;
}

/** The words above all findings of a label: what the text says of them, and which text that is. */
export function headingWords(
  { label, background, otherwise = false }: Pick<Finding, 'label' | 'background' | 'otherwise'>,
  policy: Policy,
): string {
  const year = yearOf(policy.captureDate);
  if (background) return t('label.heading.background');
  return otherwise ? t('label.heading.otherwise', { year }) : t(`label.heading.${label}`, { year });
}

function unnamed(finding: Finding): readonly string[] {
  return finding.companies.filter((met) => !met.namedByPolicy).map((met) => met.company.name);
}

/** Two reasons are ours and have keys; the others are sentences of the data, with the practice or the clause. */
function reasonWords(reason: string): string {
  return reason === 'own-policy' || reason === 'no-policy' ? t(`label.reason.${reason}`) : phrase(reason);
}

/** The sentence that stands before the clauses, whole. */
export function labelSentence(finding: Finding, policy: Policy): string {
  const date = shortDate(policy.captureDate);
  const count = unnamed(finding).length;
  switch (finding.label) {
    case 'stated':
      return t(finding.otherwise === true ? 'label.otherwise' : 'label.stated', { date });
    case 'stated-in-general':
      return count === 0 || count < finding.companies.length
        ? t('label.stated-in-general', { date })
        : t('label.stated-in-general-unnamed', { date, count });
    case 'not-found':
      return t('label.not-found', { date });
    case 'cannot-tell':
      return finding.reason === null
        ? t('label.cannot-tell-plain')
        : t('label.cannot-tell', { reason: reasonWords(finding.reason) });
  }
}

/** Each part of what was seen with what the text says of it, where it does not say the same of all: 'Stated: Meta'. */
export function partSentences({ parts = [] }: Finding): readonly string[] {
  return parts.map(({ label, otherwise, reason, companies, evidence }) => {
    const names = previewNames([...companies, ...evidence.map(subjectWords)], 6);
    const words = { label: chipWords(label, false, otherwise), names };
    return reason === null ? t('label.part', words) : t('label.partReason', { ...words, reason: reasonWords(reason) });
  });
}

/** A company as the text names it, and for what: 'Meta (“Facebook Connect”) as a way to sign in'. */
export function roleWords(name: string, { printed, as }: NamedCompany): string {
  return t(`label.named.${as}`, { name: name === printed ? name : t('label.namedAs', { name, printed }) });
}

/**
 * Which of the companies seen the sentences on the practice do not name, and for what the text names them elsewhere; null when
 * they name all, or when there is no such sentence.
 */
export function unnamedSentence(finding: Finding): string | null {
  const { label, companies } = finding;
  if (label !== 'stated' && label !== 'stated-in-general') return null;
  const names = unnamed(finding);
  if (names.length === 0) return null;
  const all = names.length === companies.length;
  // In general words the label's own sentence has said so.
  const missing =
    label === 'stated-in-general' && all
      ? []
      : [all ? t('label.unnamed', { count: names.length }) : t('label.someUnnamed', { names: wordList(names) })];
  const elsewhere = companies.flatMap(({ company, namedByPolicy, named }) =>
    namedByPolicy || named === undefined ? [] : [t('label.elsewhere', { named: roleWords(company.name, named) })],
  );
  const said = [...missing, ...elsewhere];
  return said.length === 0 ? null : said.join(' ');
}
