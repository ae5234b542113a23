/** The words of a finding's label: these four, and nothing stronger (docs/method.md). */
import type { Language } from './language.ts';
import type { Finding, Label } from '../findings/finding.ts';
import type { NamedCompany } from '../schemas/label-data.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import { phrase } from './data-words.ts';
import { subjectWords } from './evidence-words.ts';
import { shortDate, wordList } from './format.ts';
import { yearOf } from './age-words.ts';
import { shortenedList } from './shortened-list.ts';

/** Short words for the chip, in the order of `Label`. `otherwise`: the text promises something else than what was seen. */
export function chipWords(language: Language, label: Label, background = false, otherwise = false): string {
  const words = otherwise ? language.t('label.chip.otherwise') : language.t(`label.chip.${label}`);
  // "Cannot tell" is said of the site itself, whatever the background text says.
  return background && label !== 'cannot-tell' ? language.t('label.background', { words }) : words;
}

/**
 * The key of the words on a text: `held` for one that we hold, which is called by its date, `read` for the person's own copy, whose
 * `captureDate` is the day of reading and no date of the text.
 */
export function keyFor<Held extends string, Read extends string>(
  { readAt }: QuotedPolicy,
  held: Held,
  read: Read,
): Held | Read {
  return readAt === undefined ? held : read;
}

/** The words above all findings of a label: what the text says of them, and which text that is. */
export function headingWords(
  language: Language,
  { label, background, otherwise = false }: Pick<Finding, 'label' | 'background' | 'otherwise'>,
  policy: QuotedPolicy,
): string {
  if (background) return language.t('label.heading.background');
  const year = yearOf(policy.captureDate);
  const said = otherwise ? 'otherwise' : label;
  return policy.readAt === undefined
    ? language.t(`label.heading.${said}`, { year })
    : language.t(`label.read.heading.${said}`);
}

function unnamed(finding: Finding): readonly string[] {
  return finding.companies.filter((met) => !met.namedByPolicy).map((met) => met.company.name);
}

/** Two reasons are ours and have keys; the others are sentences of the data, with the practice or the clause. */
function reasonWords(language: Language, reason: string): string {
  return reason === 'own-policy' || reason === 'no-policy'
    ? language.t(`label.reason.${reason}`)
    : phrase(language, reason);
}

/** The sentence that stands before the clauses, whole. */
export function labelSentence(language: Language, finding: Finding, policy: QuotedPolicy): string {
  const date = shortDate(language, policy.captureDate);
  const count = unnamed(finding).length;
  switch (finding.label) {
    case 'stated':
      return finding.otherwise === true
        ? language.t(keyFor(policy, 'label.otherwise', 'label.read.otherwise'), { date })
        : language.t(keyFor(policy, 'label.stated', 'label.read.stated'), { date });
    case 'stated-in-general':
      return count === 0 || count < finding.companies.length
        ? language.t(keyFor(policy, 'label.stated-in-general', 'label.read.stated-in-general'), { date })
        : language.t(keyFor(policy, 'label.stated-in-general-unnamed', 'label.read.stated-in-general-unnamed'), {
            date,
            count,
          });
    case 'not-found':
      return language.t(keyFor(policy, 'label.not-found', 'label.read.not-found'), { date });
    case 'cannot-tell':
      return finding.reason === null
        ? language.t('label.cannot-tell-plain')
        : language.t('label.cannot-tell', { reason: reasonWords(language, finding.reason) });
  }
}

/** Each part of what was seen with what the text says of it, where it does not say the same of all: 'Stated: Meta'. */
export function partSentences(language: Language, { parts = [] }: Finding): readonly string[] {
  return parts.map(({ label, otherwise, reason, companies, evidence }) => {
    const names = shortenedList(
      language,
      [...companies, ...evidence.map((evidence) => subjectWords(language, evidence))],
      6,
    );
    const words = { label: chipWords(language, label, false, otherwise), names };
    return reason === null
      ? language.t('label.part', words)
      : language.t('label.partReason', { ...words, reason: reasonWords(language, reason) });
  });
}

/** A company as the text names it, and for what: 'Meta (“Facebook Connect”) as a way to sign in'. */
export function roleWords(language: Language, name: string, { printed, as }: NamedCompany): string {
  return language.t(`label.named.${as}`, {
    name: name === printed ? name : language.t('label.namedAs', { name, printed }),
  });
}

/**
 * Which of the companies seen the sentences on the practice do not name, and for what the text names them elsewhere; null when
 * they name all, or when there is no such sentence.
 */
export function unnamedSentence(language: Language, finding: Finding): string | null {
  const { label, companies } = finding;
  if (label !== 'stated' && label !== 'stated-in-general') return null;
  const names = unnamed(finding);
  if (names.length === 0) return null;
  const all = names.length === companies.length;
  // In general words the label's own sentence has said so.
  const missing =
    label === 'stated-in-general' && all
      ? []
      : [
          all
            ? language.t('label.unnamed', { count: names.length })
            : language.t('label.someUnnamed', { names: wordList(language, names) }),
        ];
  const elsewhere = companies.flatMap(({ company, namedByPolicy, named }) =>
    namedByPolicy || named === undefined
      ? []
      : [language.t('label.elsewhere', { named: roleWords(language, company.name, named) })],
  );
  const said = [...missing, ...elsewhere];
  return said.length === 0 ? null : said.join(' ');
}
