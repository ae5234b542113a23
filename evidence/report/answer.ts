/** What a text says of a practice, with its sentences. Pure. */
import type { Finding, MatchedClause } from '../../findings/finding.ts';
import type { QuotedPolicy } from '../../findings/quoted-policy.ts';
import { labelSentence, partSentences, unnamedSentence } from '../../words/label-words.ts';
import { clausesInOrder, readableQuote } from '../../words/quote-words.ts';
import type { Language } from '../../words/language.ts';
import { markup, type Part } from './markup.ts';

/** Sentences that speak of it in the same way, one after the other. */
function runs(clauses: readonly MatchedClause[]): readonly (readonly [MatchedClause, ...MatchedClause[]])[] {
  const all: [MatchedClause, ...MatchedClause[]][] = [];
  for (const one of clauses) {
    const last = all.at(-1);
    if (last?.[0].speaks === one.speaks) last.push(one);
    else all.push([one]);
  }
  return all;
}

function quotes(language: Language, finding: Finding, policy: QuotedPolicy): Part {
  const { t } = language;
  return runs(clausesInOrder(finding)).map((run): Part => {
    const [{ speaks: how }] = run;
    const doubt =
      how === 'otherwise' || how === 'unclear'
        ? markup`<p class="before">${t(`report.doubt.${how}`, { count: run.length })}</p>`
        : null;
    // The date stands in the heading above, the address in full among the sources.
    const quoted = run.map(
      ({ clause }) =>
        markup`<blockquote lang="${policy.language}">${readableQuote(clause.quote)}<cite lang="${language.code}"><a href="${policy.archiveUrl}">${t('report.section', { section: clause.section })}</a></cite></blockquote>`,
    );
    return [doubt, ...quoted];
  });
}

/** What a text says of a finding: in a sentence, in its own sentences, and which companies it leaves out. */
export function answer(language: Language, finding: Finding, policy: QuotedPolicy): Part {
  const unnamed = unnamedSentence(language, finding);
  const more = [...(unnamed === null ? [] : [unnamed]), ...partSentences(language, finding)];
  // The first sentence ends where the quotes begin.
  return markup`<p class="before">${labelSentence(language, finding, policy)}</p>${quotes(language, finding, policy)}${more.length === 0 ? null : markup`<p>${more.join(' ')}</p>`}`;
}
