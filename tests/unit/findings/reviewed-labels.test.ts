/**
 * What is said of each practice in its common situations, derived from the data and the rules, beside the table that a person has
 * reviewed: `reviewed-labels.md`. A change of a label is a change of that file, and stands in the diff:
 *
 *   npx vitest run tests/unit/findings/reviewed-labels.test.ts -u
 */
import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { chipWords, labelSentence, partSentences, unnamedSentence } from '../../../words/label-words.ts';
import type { Finding } from '../../../findings/finding.ts';
import { judge } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { visit } from '../../../tools/builders/observations.ts';
import { labelSituations, type LabelSituation } from './label-situations.ts';

const [knowledge] = shippedKnowledge();

function findingIn({ practice, seen, page }: LabelSituation): Finding | undefined {
  const folded = foldObservations(visit(page), seen);
  return judge(folded, knowledge, 'held').find((finding) => finding.practice.id === practice);
}

/** How the clauses speak: 'names: a, b; unclear: c'. */
function clauseWords({ clauses }: Finding): string {
  const by = Map.groupBy(clauses, ({ speaks }) => speaks);
  return [...by]
    .map(([speaks, matched]) => `${speaks}: ${matched.map(({ clause }) => clause.id).join(', ')}`)
    .join('; ');
}

/** What the popup says of it, but for the sentence that each finding with the same label has. */
function saidOf(finding: Finding): string {
  const { label } = finding;
  const said = [
    label === 'cannot-tell' || label === 'stated-in-general'
      ? labelSentence(english, finding, knowledge.organisation.policy)
      : null,
    unnamedSentence(english, finding),
    ...partSentences(english, finding),
  ];
  return said.filter((words) => words !== null).join(' ');
}

/** One situation: its label, what else the popup says, how the clauses speak, and the words that were read first. */
function entryOf(one: LabelSituation): string {
  const finding = findingIn(one);
  if (finding === undefined) return `- **${one.situation}**: not seen`;
  const also = [saidOf(finding), clauseWords(finding), one.words === null ? '' : `“${one.words}”`];
  return [
    `- **${one.situation}**: ${chipWords(english, finding.label, false, finding.otherwise)}`,
    ...also.filter((words) => words !== '').map((words) => `  - ${words}`),
  ].join('\n');
}

const NOTE = `Made by \`npx vitest run tests/unit/findings/reviewed-labels.test.ts -u\` from policy-data/ and findings/, and then read by a person.
Each situation of label-situations.ts has its label, what else the popup says, the clauses and how each speaks, and last the words of the
text of 2011 that come nearest to it; where nothing comes near, there are none.`;

function table(): string {
  const practices = [...Map.groupBy(labelSituations, ({ practice }) => practice)];
  const parts = practices.map(([practice, all]) => `## ${practice}\n\n${all.map(entryOf).join('\n')}`);
  return `# Reviewed labels\n\n${NOTE}\n\n${parts.join('\n\n')}\n`;
}

describe('labels', () => {
  it('are as a person has reviewed them', async () => {
    await expect(table()).toMatchFileSnapshot('reviewed-labels.md');
  });

  it.each(labelSituations)(
    '$practice, $situation: is seen, and its words stand in a sentence that is quoted',
    (one) => {
      const finding = findingIn(one);
      expect(finding).toBeDefined();
      const quotes = finding?.clauses.map(({ clause }) => clause.quote).join('\n') ?? '';
      if (one.words === null)
        expect(quotes === '' || finding?.label === 'not-found' || one.practice === 'location-look-up').toBe(true);
      else expect(quotes).toContain(one.words);
    },
  );

  it('are reviewed for each practice', () => {
    const reviewed = new Set<string>(labelSituations.map(({ practice }) => practice));
    expect(knowledge.practices.map(({ id }) => id).filter((id) => !reviewed.has(id))).toEqual([]);
  });
});
