/** practice × clauses → finding: one of four labels, and nothing stronger. */
import { companyBehind, type CompanyMatch } from '../recognition/company';
import type { SiteRecognition } from '../recognition/site';
import type { Practice } from '../schemas/policy-data';
import type { ClauseIndex } from './clauses';
import type { CompanyInPractice, Evidence, Finding, Label } from './finding';

/** Names under which a company may stand in a text of 2011. Facebook became Meta in 2021, Twitter became X in 2023. */
const OLDER_NAMES: Readonly<Record<string, string>> = { meta: 'facebook', x: 'twitter' };

/** Bare names by name: each is asked for again with every practice and company, and the data holds a few thousand at the most. */
const bareNames = new Map<string, string>();

/** 'Twitter, Inc.' → 'twitter'; 'Meta' → 'facebook' */
function bareName(name: string): string {
  const known = bareNames.get(name);
  if (known !== undefined) return known;
  const bare = name
    .toLowerCase()
    .replace(/\s*\(.*\)$/, '')
    .replace(/[,.]? (inc|llc|ltd|gmbh|corp)\.?$/, '')
    .trim();
  const older = OLDER_NAMES[bare] ?? bare;
  bareNames.set(name, older);
  return older;
}

/**
 * Whether one of the names printed in the text is the company's or its owner's.
 *
 * isNamed({ name: 'Facebook', … }, ['Facebook Connect']) → true
 */
export function isNamed(company: Pick<CompanyMatch, 'name' | 'owner' | 'known'>, names: readonly string[]): boolean {
  if (!company.known) return false;
  const own = [bareName(company.name), bareName(company.owner)];
  return names.some((printed) => {
    const bare = bareName(printed);
    return own.some((name) => bare === name || bare.startsWith(`${name} `));
  });
}

/** Each company once, with its services that showed the practice; named where one of them is. */
function byOwner(services: readonly CompanyMatch[], { recipients }: ClauseIndex): CompanyInPractice[] {
  return [...Map.groupBy(services, ({ key }) => key).values()].flatMap((theirs) => {
    const [first] = theirs;
    if (first === undefined) return [];
    const namedByPolicy = theirs.some((service) => isNamed(service, recipients));
    return [{ company: companyBehind(first), services: theirs, namedByPolicy }];
  });
}

/**
 * Judges one practice by the strongest sentence that speaks of it: named → stated; in general words → stated in general;
 * none → not found. Where the text is ambiguous, or the practice cannot be seen well enough, or the site has a policy that we do
 * not hold, we cannot tell, and say why.
 */
export function matchClauses(
  practice: Practice,
  proof: readonly Evidence[],
  companies: readonly CompanyMatch[],
  clauses: ClauseIndex,
  policy: SiteRecognition['policy'],
): Finding {
  const speaking = clauses.forPractice(practice.id);
  const judged = speaking.map(({ clause, speaks, only }) => {
    // A sentence that names some companies speaks of others in general words only.
    const general = speaks === 'names' && only !== undefined && !companies.some((company) => isNamed(company, only));
    return { clause, speaks: general ? ('general' as const) : speaks };
  });
  const unclear = speaking.find(({ speaks }) => speaks === 'unclear');
  const [label, reason] = ((): [Label, string | null] => {
    if (policy === 'own') return ['cannot-tell', 'own-policy'];
    if (policy === 'none') return ['cannot-tell', 'no-policy'];
    if (practice.cannotTell !== null) return ['cannot-tell', practice.cannotTell];
    if (judged.some(({ speaks }) => speaks === 'names')) return ['stated', null];
    if (judged.some(({ speaks }) => speaks === 'general')) return ['stated-in-general', null];
    if (unclear !== undefined) return ['cannot-tell', unclear.reason ?? null];
    return ['not-found', null];
  })();
  return {
    practice,
    label,
    reason,
    evidence: proof,
    companies: byOwner(companies, clauses),
    clauses: judged,
    background: policy !== 'us-2011-12-31',
  };
}
