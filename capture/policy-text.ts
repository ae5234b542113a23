/** The policies that speak for the pages of a capture, sentence by sentence, each with what was seen of it. Pure. */
import type { Finding, MatchedClause } from '../findings/finding.ts';
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import type { Clause, Practice } from '../schemas/policy-data.ts';
import type { CaptureStudy } from './study-capture.ts';

/** A practice that was seen and of which a sentence speaks, with one of the answers that pages gave. */
export interface SeenPractice {
  readonly practice: Practice;
  readonly finding: Finding;
  readonly speaks: MatchedClause['speaks'];
}

/** A sentence with what was seen of it; `seen` is empty where nothing was. */
export interface PolicySentence {
  readonly clause: Clause;
  readonly seen: readonly SeenPractice[];
}

/** A text: the archived one, or one that the person has read. */
export interface PolicyText {
  /** The organisation's id for its archived text, the copy's for one that the person read. */
  readonly key: string;
  /** Whose text it is; null of one that the person read, which tells that by its title and address alone. */
  readonly owner: string | null;
  readonly policy: QuotedPolicy;
  /** In the order of the text. */
  readonly sections: readonly { readonly heading: string; readonly sentences: readonly PolicySentence[] }[];
}

/** What a text needs to be shown: its sentences, and the findings that were judged by it. */
interface JudgedText {
  readonly key: string;
  readonly owner: string | null;
  readonly policy: QuotedPolicy;
  readonly clauses: readonly Clause[];
  readonly findings: readonly Finding[];
}

/** The texts of a capture's pages, each once: what was judged by it on any page. */
function judgedTexts({ pages }: CaptureStudy): readonly JudgedText[] {
  const texts = new Map<string, JudgedText>();
  const add = (text: JudgedText): void => {
    texts.set(text.key, { ...text, findings: [...(texts.get(text.key)?.findings ?? []), ...text.findings] });
  };
  for (const { report, clauses, second } of pages) {
    const { id, name, policy } = report.organisation;
    add({ key: id, owner: name, policy, clauses, findings: report.findings });
    if (second !== null) {
      const { copy, policy: read, clauses: sentences, findings } = second;
      add({ key: copy, owner: null, policy: read, clauses: sentences.all, findings });
    }
  }
  return [...texts.values()];
}

function sentenceOf(clause: Clause, findings: readonly Finding[]): PolicySentence {
  const seen = new Map<string, SeenPractice>();
  for (const finding of findings) {
    const matched = finding.clauses.find((one) => one.clause.id === clause.id);
    if (matched === undefined) continue;
    const { practice, label, otherwise = false, background } = finding;
    // Pages of one capture may have different answers: each is told.
    const answer = [practice.id, label, otherwise, background, matched.speaks].join(' ');
    if (!seen.has(answer)) seen.set(answer, { practice, finding, speaks: matched.speaks });
  }
  return { clause, seen: [...seen.values()] };
}

/** The texts, the archived ones first on each page. */
export function policyTexts(study: CaptureStudy): readonly PolicyText[] {
  return judgedTexts(study).map(({ key, owner, policy, clauses, findings }): PolicyText => {
    const sections: { heading: string; sentences: PolicySentence[] }[] = [];
    for (const clause of clauses) {
      const last = sections.at(-1);
      const sentence = sentenceOf(clause, findings);
      if (last?.heading === clause.section) last.sentences.push(sentence);
      else sections.push({ heading: clause.section, sentences: [sentence] });
    }
    return { key, owner, policy, sections };
  });
}
