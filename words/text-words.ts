/** Which text it is, and what it comes to in a few words, wherever several stand side by side. */
import type { ClauseTopic, TopicAnswer } from '../findings/clause-topics.ts';
import { namedContact } from '../findings/named.ts';
import type { PageText, TextAnswer } from '../findings/page-texts.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import type { ContactedCompany } from '../findings/report.ts';
import type { AskedData } from '../schemas/policy-data.ts';
import { phrase } from './data-words.ts';
import { shortDate, wordList } from './format.ts';
import { chipWords, keyFor, roleWords } from './label-words.ts';
import type { Language } from './language.ts';
import { readOn } from './second-words.ts';

/** The heading of a text among several: 'Archived 31 Dec 2011.', 'As you read it on 26 Nov 2026'. */
export function textTitle(language: Language, { readAt, captureDate }: QuotedPolicy): string {
  return readAt === undefined
    ? language.t('lead.archived', { date: shortDate(language, captureDate) })
    : language.t('reading.asRead', { date: readOn(language, readAt) });
}

/** The same within a line: '31 Dec 2011', 'Background, 31 Dec 2011'. */
function textName(language: Language, { policy, background }: PageText): string {
  if (policy.readAt !== undefined) return language.t('texts.read', { date: readOn(language, policy.readAt) });
  const date = shortDate(language, policy.captureDate);
  return background ? language.t('texts.background', { date }) : date;
}

const line = ({ t }: Language, label: string, value: string): string => t('signUp.line', { label, value });

/** What a text says of a practice: '31 Dec 2011: In general words'. */
export function answerLine(language: Language, { text, finding, aside }: TextAnswer): string {
  const { label, otherwise, clauses } = finding;
  const says = aside
    ? language.t('reading.sentences', { count: clauses.length })
    : chipWords(language, label, false, otherwise);
  return line(language, textName(language, text), says);
}

/** How many sentences a text has on a topic: '31 Dec 2011: 2 sentences'. */
export function topicLine(language: Language, { text, clauses }: TopicAnswer): string {
  const none = text.clauses.silence === null ? 'label.chip.not-found' : 'label.chip.cannot-tell';
  const count = clauses.length;
  return line(
    language,
    textName(language, text),
    count === 0 ? language.t(none) : language.t('reading.sentences', { count }),
  );
}

/** What is said in the place of sentences where a text has none on a topic: that there is none, or why nobody can tell. */
export function noSentence(language: Language, { policy, clauses: { silence } }: PageText): string {
  return silence === null
    ? language.t(keyFor(policy, 'label.not-found', 'label.read.not-found'), {
        date: shortDate(language, policy.captureDate),
      })
    : language.t('label.cannot-tell', { reason: phrase(language, silence) });
}

/** What the texts are asked for: 'What the policy says of e-mail addresses and birth date, country and the like'. */
export function topicTitle(language: Language, topics: readonly (AskedData | 'pre-save')[]): string {
  const words = topics.map((topic) => language.t(`texts.topic.${topic}`));
  return language.t('texts.on', { topics: wordList(language, words) });
}

/** What the texts are asked for beside forms for signing up. */
export const SIGN_UP_TOPICS: readonly {
  readonly is: 'collected' | 'text-messages' | 'children';
  readonly topics: readonly ClauseTopic[];
}[] = [
  { is: 'collected', topics: ['newsletter-email', 'name-and-address', 'demographics'] },
  { is: 'text-messages', topics: ['text-messages'] },
  { is: 'children', topics: ['children'] },
];

/** The heading of such a topic. */
export function signUpTopicTitle({ t }: Language, topic: (typeof SIGN_UP_TOPICS)[number]['is']): string {
  if (topic === 'collected') return t('signUp.collected');
  return t(topic === 'children' ? 'signUp.children' : 'signUp.textMessages');
}

/** Why a text that names nobody cannot be said to name nobody; null where it was read whole. */
function untold(language: Language, text: PageText): string | null {
  return text.clauses.silence === null ? null : line(language, textName(language, text), noSentence(language, text));
}

/** Whether a text names a company, and for what. */
export function namedWords(language: Language, text: PageText, met: ContactedCompany): string {
  const { policy, clauses } = text;
  const entry = namedContact(met, clauses);
  const date = shortDate(language, policy.captureDate);
  if (entry === null) {
    return (
      untold(language, text) ??
      (policy.readAt === undefined
        ? language.t('companies.notNamed', { date })
        : language.t('companies.namedNoneRead', { date, count: 1 }))
    );
  }
  const names = roleWords(language, met.company.name, entry);
  return policy.readAt === undefined
    ? language.t('companies.named', { date, named: names })
    : language.t('companies.namedSomeRead', { date, names, count: 1 });
}

/** Which of several companies a text names, and for what. */
export function namedAmongWords(
  language: Language,
  text: PageText,
  others: readonly ContactedCompany[],
  atLeast: boolean,
): string {
  const { policy, clauses } = text;
  const named = others.flatMap((met) => {
    const entry = namedContact(met, clauses);
    return entry === null ? [] : [roleWords(language, met.company.name, entry)];
  });
  const isRead = policy.readAt !== undefined;
  const facts = { date: shortDate(language, policy.captureDate), count: others.length, atLeast };
  if (named.length === 0)
    return untold(language, text) ?? language.t(isRead ? 'companies.namedNoneRead' : 'companies.namedNone', facts);
  const names = wordList(language, named);
  return language.t(isRead ? 'companies.namedSomeRead' : 'companies.namedSome', { ...facts, names });
}
