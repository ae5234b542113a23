/** What the sentences of the texts say of a kind of data that a form or a music service asks for, whatever else was seen. */
import { clausesFor, type ClauseIndex } from './clauses.ts';
import type { MatchedClause } from './finding.ts';
import type { PageText } from './page-texts.ts';
import type { AskedData } from '../schemas/policy-data.ts';

/** `text-messages` and `children`: what the texts say of these. All others: a kind of data. */
export type ClauseTopic = AskedData | 'text-messages' | 'children' | 'pre-save';

/** A text with its sentences on something. */
export interface TopicAnswer {
  readonly text: PageText;
  /** In the order of the text. */
  readonly clauses: readonly MatchedClause[];
}

const AGE = 'demographics';

/** Whether a clause speaks of the age itself, as those on children do, and names no other such fact. */
function isOnAge({ clause, speaks }: MatchedClause): boolean {
  return (
    speaks === 'general' &&
    clause.practices.some((one) => one.practice === AGE && one.speaks === 'general' && one.when === undefined)
  );
}

/** The clauses on a kind of data: those that name it among the data; where there is none, all that speak of the practice. */
function onData(index: ClauseIndex, data: AskedData): readonly MatchedClause[] {
  const all = clausesFor(index, data);
  const naming = all.filter(({ clause, speaks }) => speaks === 'names' && clause.dataTypes.length > 0);
  if (naming.length > 0) return naming;
  return data === AGE ? all.filter((one) => !isOnAge(one)) : all;
}

function onTopic(index: ClauseIndex, topic: ClauseTopic): readonly MatchedClause[] {
  if (topic === 'text-messages') return clausesFor(index, 'mobile-number');
  if (topic === 'children') return clausesFor(index, AGE).filter(isOnAge);
  return topic === 'pre-save' ? clausesFor(index, topic) : onData(index, topic);
}

/** What each text says of any of the topics, each sentence once. */
export function topicAnswers(texts: readonly PageText[], topics: readonly ClauseTopic[]): readonly TopicAnswer[] {
  return texts.map((text) => {
    const all = new Map<string, MatchedClause>();
    for (const matched of topics.flatMap((topic) => onTopic(text.clauses, topic)))
      if (!all.has(matched.clause.id)) all.set(matched.clause.id, matched);
    return { text, clauses: [...all.values()].sort((a, b) => a.clause.start - b.clause.start) };
  });
}
