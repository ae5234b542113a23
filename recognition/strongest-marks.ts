/** Of which organisation do the marks on a page speak most? */
import type { Organisation } from '../schemas/policy-data.ts';
import type { MarkVerdict } from './mark-verdict.ts';

/** An organisation, and what the marks on the page say of it. */
export interface Judged {
  readonly about: Organisation;
  readonly verdict: MarkVerdict;
}

/** How strongly marks speak for an organisation: what they prove first, then what the page itself says, then how many there are. */
function weightOf({ verdict: { proven, confidence, claimed, reasons } }: Judged): readonly number[] {
  const solid = reasons.filter(({ code }) => code === 'mark').length;
  return [Number(proven), ['low', 'medium', 'high'].indexOf(confidence), Number(claimed), solid, reasons.length];
}

/** The organisation for which most speaks; of two alike the first. */
export function strongest(judged: readonly Judged[]): Judged | undefined {
  const [first] = judged.toSorted((a, b) => {
    const [ours, theirs] = [weightOf(a), weightOf(b)];
    const at = ours.findIndex((weight, n) => weight !== theirs[n]);
    return at < 0 ? 0 : (theirs[at] ?? 0) - (ours[at] ?? 0);
  });
  return first;
}
