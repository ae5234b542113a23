/** What was seen, for a letter: findings with the sentences of both texts, companies and names. No value, and nothing that tells a person apart. Pure. */
import type { CaptureStudy, StudiedPage } from '../../capture/study-capture.ts';
import { answerTo } from '../../findings/difference.ts';
import type { Finding } from '../../findings/finding.ts';
import { isKept } from '../../findings/kept.ts';
import type { QuotedPolicy } from '../../findings/quoted-policy.ts';
import type { LetterWordsFile } from '../../schemas/letter-data.ts';
import { clausesInOrder, readableQuote } from '../../words/quote-words.ts';
import { fill, letterDate, plainName } from './fill.ts';

/** Most names in one list, and most sentences under one finding: a form takes only so much text. */
const MOST_NAMES = 30;
const MOST_QUOTES = 3;
/** Most sites, and most hosts of a finding, in a sentence. */
const MOST_SITES = 3;
const MOST_HOSTS = 5;

/** 'a, b and 3 more', each once. */
function joined(words: LetterWordsFile, names: readonly string[], most: number): string {
  const all = [...new Set(names)].filter((name) => name !== '');
  if (all.length === 0) return words.none;
  const more = all.length - most;
  const shown = all.slice(0, most);
  return [...shown, ...(more > 0 ? [fill(words.more, { count: String(more) })] : [])].join(words.separator);
}

/** Names that pages made, in one sentence. */
export const listed = (words: LetterWordsFile, names: readonly string[]): string =>
  joined(words, names.map(plainName), MOST_NAMES);

const dayOf = (words: LetterWordsFile, { captureDate }: QuotedPolicy): string => letterDate(words, captureDate);

/** What a text says of a practice, with its sentences. */
function says(words: LetterWordsFile, finding: Finding, policy: QuotedPolicy): readonly string[] {
  const label = words.label[finding.otherwise === true ? 'otherwise' : finding.label];
  const quotes = clausesInOrder(finding).slice(0, MOST_QUOTES);
  return [
    fill(words.text.says, { date: dayOf(words, policy), label }),
    ...quotes.map(({ clause }) => fill(words.quote, { quote: readableQuote(clause.quote) })),
  ];
}

/** The texts beside which the pages were put, each once: what speaks for them of what we hold, and what the person has read. */
export function textsParagraph(words: LetterWordsFile, { pages }: CaptureStudy): string {
  const policies = pages.flatMap(({ report: { recognition, organisation }, second }) => [
    ...(recognition.policy === 'held' ? [organisation.policy] : []),
    ...(second === null ? [] : [second.policy]),
  ]);
  const lines = policies.map((policy: QuotedPolicy) =>
    fill(policy.readAt === undefined ? words.text.held : words.text.read, {
      title: plainName(policy.title),
      date: dayOf(words, policy),
      url: policy.archiveUrl,
    }),
  );
  return lines.length === 0 ? words.text.none : fill(words.text.compared, { texts: [...new Set(lines)].join('\n') });
}

/** The findings of all pages, each practice once, as a paragraph each: where it was seen, and what each text says of it. */
export function findingParagraphs(words: LetterWordsFile, { pages }: CaptureStudy): readonly string[] {
  const found = new Map<
    string,
    { readonly finding: Finding; readonly studied: StudiedPage; readonly hosts: string[] }
  >();
  for (const studied of pages)
    for (const finding of studied.report.findings) {
      const { id } = finding.practice;
      const known = found.get(id) ?? { finding, studied, hosts: [] };
      known.hosts.push(...finding.evidence.map(({ host }) => host));
      found.set(id, known);
    }
  return [...found.values()].map(({ finding, studied, hosts }, index) => {
    const { recognition, organisation } = studied.report;
    const second = answerTo(studied.second, finding.practice.id);
    return [
      fill(words.finding, {
        number: String(index + 1),
        practice: words.practices?.[finding.practice.id] ?? plainName(finding.practice.name),
      }),
      fill(words.seenAt, { list: joined(words, hosts, MOST_HOSTS) }),
      ...(recognition.policy === 'held' ? says(words, finding, organisation.policy) : []),
      ...(second === null || studied.second === null ? [] : says(words, second, studied.second.policy)),
    ].join('\n');
  });
}

/** The sites that were looked at. A host holds no sign that means something in a letter, and is told whole. */
export const siteNames = (words: LetterWordsFile, { pages }: CaptureStudy): string =>
  joined(
    words,
    pages.map(({ report }) => report.visit.address.host),
    MOST_SITES,
  );

/** The pages that were looked at, by their addresses without query. */
export const pageNames = (words: LetterWordsFile, { pages }: CaptureStudy): string =>
  joined(
    words,
    pages.map(
      ({ report: { visit } }) => `${visit.address.scheme}://${visit.address.host}${plainName(visit.address.path)}`,
    ),
    MOST_SITES,
  );

/** The other companies that were contacted, by name. */
export function companyNames({ pages }: CaptureStudy): readonly string[] {
  return pages.flatMap(({ report }) =>
    report.companies.filter(({ company }) => company.relation === 'other').map(({ company }) => company.name),
  );
}

/** The names of what was kept in the browser. */
export function itemNames({ pages }: CaptureStudy): readonly string[] {
  return pages.flatMap(({ report }) => report.items.filter((known) => isKept(known)).map(({ item }) => item.name));
}
