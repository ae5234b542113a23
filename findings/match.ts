/** practice × clauses → finding: one of four labels, and nothing stronger. */
import { companyBehind, type CompanyMatch } from '../recognition/company.ts';
import type { SiteRecognition } from '../recognition/site.ts';
import type { Practice } from '../schemas/policy-data.ts';
import type { ClauseIndex, SpeakingClause } from './clauses.ts';
import type { Answer, CompanyInPractice, Finding, FindingPart, Label, MatchedClause } from './finding.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';
import { bearsName, isNamedFor, namedCompany } from './named.ts';

/** One thing that was seen, and who is behind it. */
type AttributedEvidence = Pick<Answer, 'evidence' | 'company'>;

/** From the least that a text can say to the most: a practice is called by the part of it of which the text says least. */
const LEAST: readonly Label[] = ['not-found', 'cannot-tell', 'stated-in-general', 'stated'];
/** From the most to the least that one sentence can say. */
const MOST: readonly MatchedClause['speaks'][] = ['otherwise', 'names', 'general', 'unclear'];

function applies({ when }: SpeakingClause, { evidence, company }: AttributedEvidence, clauses: ClauseIndex): boolean {
  if (when === undefined) return true;
  const { situation, named, does } = when;
  const kinds: readonly EvidenceKind[] | undefined = when.seen;
  const categories: readonly CompanyMatch['category'][] | undefined = does;
  return (
    (situation?.includes(evidence.situation ?? 'plain') ?? true) &&
    (kinds?.includes(evidence.kind) ?? true) &&
    (named === undefined || (company !== null && bearsName(company, named, clauses))) &&
    (categories === undefined || (company !== null && categories.includes(company.category)))
  );
}

/** Each clause once, by the first of its entries that applies. */
function speakingOf(
  attributed: AttributedEvidence,
  entries: readonly SpeakingClause[],
  clauses: ClauseIndex,
): readonly SpeakingClause[] {
  const applying = entries.filter((entry) => applies(entry, attributed, clauses));
  return applying.filter(({ clause }, n) => applying.findIndex((other) => other.clause === clause) === n);
}

/** The reason that was written for just this case, before one for all. */
function reasonOf(speaking: readonly SpeakingClause[]): string | null {
  const unclear = speaking.filter(({ speaks }) => speaks === 'unclear');
  return (unclear.find(({ when }) => when !== undefined) ?? unclear[0])?.reason ?? null;
}

function judgeOne(attributed: AttributedEvidence, entries: readonly SpeakingClause[], clauses: ClauseIndex): Answer {
  const speaking = speakingOf(attributed, entries, clauses);
  const has = (how: MatchedClause['speaks']): boolean => speaking.some(({ speaks }) => speaks === how);
  const [label, reason] = ((): [Label, string | null] => {
    if (has('names') || has('otherwise')) return ['stated', null];
    if (has('general')) return ['stated-in-general', null];
    // Of what is newer than itself a text cannot be silent.
    const why = has('unclear') ? reasonOf(speaking) : (clauses.newer.get(attributed.evidence.kind) ?? clauses.silence);
    return [why === null ? 'not-found' : 'cannot-tell', why];
  })();
  return {
    ...attributed,
    label,
    reason,
    // A sentence that names the practice stays the label, with the broken promise beside it.
    otherwise: has('otherwise') && !has('names'),
    clauses: speaking.map(({ clause, speaks }) => ({ clause, speaks })),
  };
}

/** Each clause once, by the most that it says of any of what was seen; in the policy's order. */
function clausesOf(judged: readonly Answer[]): MatchedClause[] {
  const all = new Map<string, MatchedClause>();
  for (const matched of judged.flatMap(({ clauses }) => clauses)) {
    const before = all.get(matched.clause.id);
    if (before === undefined || MOST.indexOf(matched.speaks) < MOST.indexOf(before.speaks))
      all.set(matched.clause.id, matched);
  }
  return [...all.values()].sort((a, b) => a.clause.start - b.clause.start);
}

/** What was seen, parted by what the text says of it: what breaks a promise first, then from the least to the most. */
function partsOf(judged: readonly Answer[]): FindingPart[] {
  const rank = ({ label, otherwise }: Answer): number => (otherwise ? -1 : LEAST.indexOf(label));
  const inOrder = judged.toSorted((a, b) => rank(a) - rank(b));
  return [...Map.groupBy(inOrder, rank).values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { label, reason, otherwise } = first;
    const companies = [...new Set(members.flatMap(({ company }) => company?.owner ?? []))];
    const evidence = members.flatMap((one) => (one.company === null ? [one.evidence] : []));
    return [{ label, reason, otherwise, companies, evidence }];
  });
}

/** Each company once, and whether the text names it for this practice, or for something else. */
function companiesOf(
  attributed: readonly AttributedEvidence[],
  practice: Practice,
  clauses: ClauseIndex,
): CompanyInPractice[] {
  const met = attributed.flatMap(({ company }) => company ?? []);
  return [...Map.groupBy(met, ({ key }) => key).values()].flatMap((services) => {
    const [first] = services;
    if (first === undefined) return [];
    const unique = services.filter((service, n) => services.findIndex(({ name }) => name === service.name) === n);
    const named = services.map((service) => namedCompany(service, clauses)).find((entry) => entry !== null);
    const namedByPolicy = services.some((service) => isNamedFor(service, practice.id, clauses));
    return [
      { company: companyBehind(first), services: unique, namedByPolicy, ...(named === undefined ? {} : { named }) },
    ];
  });
}

/**
 * Judges one practice: each thing that was seen by the strongest sentence that speaks of it (named → stated; in general words →
 * stated in general; may or may not → cannot tell; none → not found), and the practice by the part of it of which the text says
 * least. Where the practice cannot be seen well enough, or the site has a policy that we do not hold, we cannot tell, and say why.
 *
 * `companiesBehind`: the other companies behind a piece of evidence, none where it is the site's own. Each is judged by itself.
 */
export function matchClauses(
  practice: Practice,
  proof: readonly Evidence[],
  companiesBehind: (evidence: Evidence) => readonly CompanyMatch[],
  clauses: ClauseIndex,
  policy: SiteRecognition['policy'],
): Finding {
  const entries = clauses.forPractice(practice.id);
  const judged = proof.flatMap((evidence) => {
    const behind = companiesBehind(evidence);
    return (behind.length === 0 ? [null] : behind).map((company) => judgeOne({ evidence, company }, entries, clauses));
  });
  const parts = partsOf(judged);
  const [least] = parts;
  const reasonBeforehand = ((): string | null => {
    if (policy === 'own') return 'own-policy';
    if (policy === 'none') return 'no-policy';
    return practice.cannotTell;
  })();
  const judgement =
    reasonBeforehand === null && least !== undefined
      ? least
      : { label: 'cannot-tell' as const, reason: reasonBeforehand };
  return {
    practice,
    label: judgement.label,
    reason: judgement.reason,
    ...(reasonBeforehand === null && least?.otherwise === true ? { otherwise: true } : {}),
    ...(reasonBeforehand === null && parts.length > 1 ? { parts } : {}),
    evidence: proof,
    // What is known beforehand is so of each thing that was seen.
    answers:
      reasonBeforehand === null
        ? judged
        : judged.map((one) => ({ ...one, label: 'cannot-tell', reason: reasonBeforehand, otherwise: false })),
    companies: companiesOf(judged, practice, clauses),
    clauses: clausesOf(judged),
    background: policy !== 'held',
  };
}
