/** The words of a finding's label. DESIGN fixes them: these four, and nothing stronger. */
import type { Finding, Label } from '../findings/finding';
import type { Policy } from '../schemas/policy-data';
import { phrase } from './data-words';
import { shortDate, wordList } from './format';
import { t } from './messages';
import { yearOf } from './policy-age';

/** Short words for the chip, in the order of `Label`. */
export function chipWords(label: Label, background = false): string {
  const words = t(`label.chip.${label}`);
  // "Cannot tell" is said of the site itself, whatever the background text says.
  return background && label !== 'cannot-tell' ? t('label.background', { words }) : words;
}

/** The words above all findings of a label: what the text says of them, and which text that is. */
export function headingWords({ label, background }: Pick<Finding, 'label' | 'background'>, policy: Policy): string {
  return background ? t('label.heading.background') : t(`label.heading.${label}`, { year: yearOf(policy.captureDate) });
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
      return t('label.stated', { date });
    case 'stated-in-general':
      return count === 0
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

/** For a practice that is stated: which of the companies seen the policy does not name; null when it names all. */
export function unnamedSentence(finding: Finding): string | null {
  const names = unnamed(finding);
  if (finding.label !== 'stated' || names.length === 0) return null;
  if (names.length < finding.companies.length) return t('label.someUnnamed', { names: wordList(names) });
  return t('label.unnamed', { count: names.length });
}
