/** Compares what a report says of a page with the right answers. */
import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../../findings/report.ts';
import type { ConsentMaker } from '../../ledger/observation.ts';
import { BROWSERS_OWN_HOSTS } from '../../replica/hosts.ts';
import type { Seen } from './run-pages.ts';
import type { Choice, ConsentAnswer, RightAnswer, View, WildPage } from './wild-page.ts';

/** One thing that was said or not said, and whether that was right. */
export interface Verdict {
  /** A practice's id, or one of COMPANIES, CHOICE, ORDER. */
  readonly subject: string;
  readonly page: string;
  readonly view: View;
  readonly is: 'right claim' | 'right silence' | 'wrong claim' | 'miss';
  /** What was said, or what should have been. */
  readonly evidence: string;
}

export const COMPANIES = '(companies)';
export const CHOICE = '(choice)';
export const ORDER = '(order)';

/** Said of every page that is looked at: such links are there, or none was found. */
const ALWAYS = 'policy-and-choice-links';

const USED_BEFORE = 'used-before-choice';

/** What the browser itself asks for now and then, a sign-in that it looks for in pages among it. */
const OF_THE_BROWSER = ['accounts.google.com', ...BROWSERS_OWN_HOSTS];

/** All texts of a piece of evidence, of whatever build. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function evidenceOf(finding: Finding | undefined): string {
  const lines = (finding?.evidence ?? []).map((evidence) => [...new Set(textsIn(evidence))].join(' '));
  return [...lines.slice(0, 4), ...(lines.length > 4 ? [`and ${lines.length - 4} more`] : [])].join('; ');
}

/** The practices that are true in a view. */
function trueIn(right: RightAnswer, view: View): ReadonlySet<string> {
  if (right.unlisted === true) return new Set();
  return new Set([ALWAYS, ...right.practices, ...(view === 'full' ? (right.full ?? []) : [])]);
}

function verdictOf(should: boolean, says: boolean): Verdict['is'] {
  return says ? (should ? 'right claim' : 'wrong claim') : should ? 'miss' : 'right silence';
}

type Said = Omit<Verdict, 'page' | 'view'>;

function judgePractices(right: RightAnswer, view: View, report: Report | null, practices: readonly string[]): Said[] {
  const should = trueIn(right, view);
  return (
    practices
      .filter((id) => right.either?.[id] === undefined)
      // What only full view can see is true of the page all the same: page view may know it or not.
      .filter((id) => view === 'full' || right.full?.includes(id) !== true)
      .map((id) => {
        const finding = report?.findings.find(({ practice }) => practice.id === id);
        const is = verdictOf(should.has(id), finding !== undefined);
        return { subject: id, is, evidence: evidenceOf(finding) };
      })
  );
}

/** Every other company's host is told under its owner, and no host that is not another company's. */
function judgeCompanies(right: RightAnswer, view: View, report: Report | null, contacted: readonly string[]): Said[] {
  if (right.either?.[COMPANIES] !== undefined) return [];
  const others = report?.companies.filter(({ company }) => company.relation === 'other') ?? [];
  const told = others.flatMap(({ services }) =>
    services.flatMap(({ service: { owner, name }, hosts }) => hosts.map(({ host }) => ({ host, owner, name }))),
  );
  const wanted = [right.others, view === 'full' ? right.othersInFull : {}].flatMap((each) =>
    Object.entries(each ?? {}),
  );
  const verdicts = wanted.flatMap(([owner, hosts]) =>
    hosts.map((host): Said => {
      const found = told.find((each) => each.host === host);
      if (found === undefined) return { subject: COMPANIES, is: 'miss', evidence: `${host} of ${owner}` };
      const fits = new RegExp(owner, 'i').test(`${found.owner} ${found.name}`);
      const evidence = `${host}: ${found.owner} (${found.name})${fits ? '' : `, and not ${owner}`}`;
      // Told by the domain’s own name alone: nothing wrong was said, and not whose it is.
      const isNameless = host.endsWith(found.owner);
      return { subject: COMPANIES, is: fits ? 'right claim' : isNameless ? 'miss' : 'wrong claim', evidence };
    }),
  );
  const known = new Set([right.others, right.othersInFull].flatMap((each) => Object.values(each ?? {}).flat()));
  const wrong = told
    .filter(({ host }) => !known.has(host))
    .map(({ host, owner }): Said => {
      const seen = contacted.includes(host) ? '' : ', which was never contacted';
      return { subject: COMPANIES, is: 'wrong claim', evidence: `${host} as ${owner}${seen}` };
    });
  return [...verdicts, ...wrong];
}

/** Who made the choice that is told last; undefined where a record of an older build does not say. */
function makerOf({ history }: Report['visit']['consents'][number]): ConsentMaker | null | undefined {
  return history.at(-1)?.maker;
}

function judgeChoice(consent: ConsentAnswer | undefined, report: Report | null): Said[] {
  if (consent === undefined) return [];
  const told = (report?.visit.consents ?? []).map((each) => ({ ...each, maker: makerOf(each) }));
  const words = told.map(
    ({ platform, choice, maker }) => `${platform}: ${choice}${maker == null ? '' : ` by ${maker}`}`,
  );
  const evidence = `${words.join(', ') || 'nothing'}; right: ${consent.choice.join(' or ')}, by ${consent.by}`;
  const isRight = told.some(({ choice, maker }) => {
    if (consent.by === 'site' && maker === 'tool') return true;
    const isSaid =
      consent.choice.includes(choice as Choice) || (choice === 'some' && consent.choice.includes('accepted'));
    return isSaid && (maker == null || maker === 'unknown' || maker === consent.by);
  });
  if (isRight) return [{ subject: CHOICE, is: 'right claim', evidence }];
  return [{ subject: CHOICE, is: told.every(({ choice }) => choice === 'unknown') ? 'miss' : 'wrong claim', evidence }];
}

function judgeOrder({ before = [], after = [] }: RightAnswer, report: Report | null): Said[] {
  const evidence = report?.findings.find(({ practice }) => practice.id === USED_BEFORE)?.evidence ?? [];
  const said = (word: string): boolean =>
    evidence.some((one) => textsIn(one).some((text) => text === word || text.split(/[\s,;]+/).includes(word)));
  return [
    ...before.map((word): Said => ({
      subject: ORDER,
      is: verdictOf(true, said(word)),
      evidence: `${word} came before the choice`,
    })),
    ...after.map((word): Said => ({
      subject: ORDER,
      is: verdictOf(false, said(word)),
      evidence: `${word} was not used before the choice`,
    })),
  ];
}

/** All verdicts on a page in one view. `practices`: the ids of all that there are. */
export function judge(seen: Seen, view: View, report: Report | null, practices: readonly string[]): Verdict[] {
  const { right, name } = seen.page;
  return [
    ...judgePractices(right, view, report, practices),
    ...judgeCompanies(right, view, report, seen.hosts),
    ...judgeChoice(right.consent, report),
    ...judgeOrder(right, report),
  ].map((said) => ({ ...said, page: name, view }));
}

/** What is wrong with the page or its answers themselves, before anything is judged by them. */
export function flaws(pages: readonly WildPage[], practices: readonly string[]): string[] {
  const known = new Set([...practices, COMPANIES]);
  const names = pages.map(({ name }) => name);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two pages are called ${name}`),
    ...pages.flatMap(({ name, right, sources }) => {
      const [all, never] = [[...right.practices, ...(right.full ?? [])], right.not ?? []];
      const either = Object.keys(right.either ?? {});
      return [
        ...[...all, ...never, ...either]
          .filter((id) => !known.has(id))
          .map((id) => `${name}: there is no practice ${id}`),
        ...all.filter((id) => never.includes(id) || either.includes(id)).map((id) => `${name}: two answers on ${id}`),
        ...(sources.length === 0 ? [`${name}: it names no source`] : []),
      ];
    }),
  ];
}

/** Hosts that a page contacted and its answers do not speak of, or the other way round: the page is not as described. */
export function misfits(seen: Seen, view: View): string[] {
  const { right, host: own, name } = seen.page;
  const answered = new Set([right.others, right.othersInFull].flatMap((each) => Object.values(each ?? {}).flat()));
  const site = own.split('.').slice(-2).join('.');
  const isOwn = (host: string): boolean => host === site || host.endsWith(`.${site}`);
  const spokenOf = new Set([...answered, ...(right.own ?? []), ...(right.formerly ?? []), ...OF_THE_BROWSER]);
  const silent = seen.hosts.filter((host) => !isOwn(host) && !spokenOf.has(host));
  const missing = [...answered].filter((host) => !seen.hosts.includes(host));
  return [
    ...silent.map((host) => `${name} (${view}): ${host} was contacted and the answers do not speak of it`),
    ...missing.map((host) => `${name} (${view}): ${host} should have been contacted and was not`),
    ...(seen.trouble === null ? [] : [`${name} (${view}): ${seen.trouble}`]),
  ];
}
