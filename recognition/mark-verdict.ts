/** What do the marks on a page prove? Marks → verdict, with the reasons. */
import type { MarkObservation } from '../ledger/observation.ts';
import type { Organisation } from '../schemas/policy-data.ts';
import { normaliseHost } from './host-name.ts';
import { isPathOf } from './mark-finder.ts';

/** A mark as the ledger holds it. */
export type SeenMark = Pick<MarkObservation, 'mark' | 'detail' | 'on'>;

/** Why a page is taken for whose it is. */
export interface Reason {
  readonly code: 'host-listed' | 'mark' | 'weak-mark' | 'lookalike-host' | 'own-policy';
  readonly mark: string | null;
  readonly detail: string;
}

/** What the marks of one page come to. */
export interface MarkVerdict {
  /** Enough to say that the page runs on the organisation's platform. */
  readonly proven: boolean;
  /** Of the verdict, whatever it is. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** The page itself says that it is the organisation's: by its copyright line, or by what its policy link stands beside. */
  readonly claimed: boolean;
  /** Label by the site's own path at the organisation's host, else null. */
  readonly label: string | null;
  /** The sites of that label are under the policy that we hold. */
  readonly isHeldLabel: boolean;
  /** The first policy link to either policy; null where there is none. */
  readonly heldPolicy: SeenMark | null;
  readonly ownPolicy: SeenMark | null;
  readonly reasons: readonly Reason[];
}

interface KnownMark {
  readonly kind: 'host' | 'own-path' | 'selector' | 'field' | 'policy' | 'legal' | 'footer';
  readonly strength: 'strong' | 'medium' | 'weak';
  readonly policy: 'held' | 'own' | null;
  /** Where a host mark counts; null: anywhere but on an image. */
  readonly on: readonly string[] | null;
}

/** Where a file counts that the platform has laid out: a page borrows pictures, and loads its own scripts and styles. */
const OWN_FILES: readonly string[] = ['script', 'style'];

/** What the groups of the first form hold that fits; undefined where none does. */
function groupsOf(forms: readonly RegExp[], text: string): RegExpExecArray['groups'] {
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return found.groups;
  }
  return undefined;
}

/** Whether a host is a name, and no IP address or machine of the local network. */
function isName(host: string): boolean {
  return /\.[a-z][a-z0-9-]*$/.test(host);
}

/** A mark of one of the lists of organisation.json; a policy link has no strength of its own. */
type ListedMark = { readonly id: string } & Partial<Omit<KnownMark, 'kind'>>;

function knownMarks({ marks }: Pick<Organisation, 'marks'>): Map<string, KnownMark> {
  const lists: readonly (readonly [KnownMark['kind'], readonly ListedMark[]])[] = [
    ['host', marks.hosts],
    ['selector', marks.selectors],
    ['field', marks.fields],
    ['own-path', marks.ownPath === null ? [] : [{ ...marks.ownPath, on: OWN_FILES }]],
    ['policy', marks.policyLinks],
    ['legal', marks.legalLinks],
    ['footer', marks.footerTexts],
  ];
  const known = new Map<string, KnownMark>();
  for (const [kind, list] of lists) {
    for (const { id, strength = 'medium', policy = null, on = null } of list) {
      if (known.has(id)) throw new Error(`Mark ${id} stands twice in organisation.json`);
      known.set(id, { kind, strength, policy, on });
    }
  }
  return known;
}

/** One reason for each mark and for each thing found: forty images of one host are one reason. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const knownKeys = new Set<string>();
  return reasons.filter(({ code, mark, detail }) => {
    const keys = [`${code} mark ${mark ?? ''}`, `${code} detail ${detail}`];
    const isNew = !keys.some((key) => knownKeys.has(key));
    if (isNew) for (const key of keys) knownKeys.add(key);
    return isNew;
  });
}

/**
 * Builds the judge of marks. It is given a host as the browser gives it, without port, and every mark seen on the page.
 *
 * A borrowed image, a line in a footer, a form in a frame or a link to the policy can each stand on a page of somebody
 * else: shops repeat the line, magazines embed the form with the policy link beside it. So none of them is enough alone,
 * nor is a form with a policy link. Enough is the organisation's own script, style or notice, which a page loads when it
 * runs on the platform; or the policy link with the copyright line, or with the form against selling data, since together
 * they say "these data are ours". On a shared host nothing is enough: a copied page carries every mark. `isShared` tells such hosts
 * (`registrable-domain.ts`); it is handed in, since the list behind it is too long for a script in a page.
 *
 * @throws Error when the id of a mark stands twice.
 */
export function createMarkJudge(
  organisation: Pick<Organisation, 'marks'>,
  isShared: (host: string) => boolean,
): (host: string, sightings: readonly SeenMark[]) => MarkVerdict {
  const known = knownMarks(organisation);
  const labels = new Map(Object.entries(organisation.marks.labels));
  const sitePaths = organisation.marks.sitePaths.map((pattern) => new RegExp(pattern));
  const ownPath = organisation.marks.ownPath === null ? [] : [new RegExp(organisation.marks.ownPath.pattern)];

  return (pageHost, sightings) => {
    const host = normaliseHost(pageHost);
    const marks = sightings.flatMap(({ mark, detail, on }) => {
      const entry = known.get(mark);
      if (entry === undefined) return [];
      // 'cdn.smehost.net/bobdylancom-uscolumbiaprod/x.css' → 'bobdylancom', 'uscolumbiaprod'; of a file on the site's own host the path tells.
      const isOwn = entry.kind === 'own-path';
      const path = groupsOf(isOwn ? ownPath : sitePaths, isOwn ? detail.slice(detail.indexOf('/')) : detail);
      const borrowed = path?.site !== undefined && !isPathOf(host, path.site);
      const weak =
        on === 'image' ||
        entry.strength === 'weak' ||
        (entry.on !== null && !entry.on.includes(on)) ||
        // A script or style that was made for another site: a copied page.
        ((entry.kind === 'host' || entry.kind === 'own-path') && borrowed);
      return [
        {
          mark,
          detail,
          on,
          kind: entry.kind,
          strength: entry.strength,
          policy: entry.policy,
          weak,
          label: borrowed ? undefined : labels.get(path?.label ?? ''),
        },
      ];
    });
    const solid = marks.filter(({ weak }) => !weak);
    const has = (kind: KnownMark['kind']): boolean => solid.some((mark) => mark.kind === kind);
    const linkTo = (policy: KnownMark['policy']): SeenMark | null =>
      solid.find((mark) => mark.kind === 'policy' && mark.policy === policy) ?? null;

    const strong = solid.some(({ strength }) => strength === 'strong');
    const claimed = has('footer') || (has('policy') && has('legal'));
    // A part of the notice without the script that makes it, and the policy link without a claim, need each other.
    const enough = strong || (has('policy') && (claimed || has('selector'))) || (has('selector') && claimed);
    const proven = enough && isName(host) && !isShared(host);
    const label = marks.find((mark) => mark.label !== undefined)?.label;
    return {
      proven,
      confidence: !proven ? 'low' : strong && (has('policy') || has('footer')) ? 'high' : 'medium',
      claimed,
      label: label?.name ?? null,
      isHeldLabel: label?.policy === 'held',
      heldPolicy: linkTo('held'),
      ownPolicy: linkTo('own'),
      reasons: distinct(marks.map(({ mark, detail, weak }) => ({ code: weak ? 'weak-mark' : 'mark', mark, detail }))),
    };
  };
}
