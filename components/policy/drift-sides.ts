/** Which two texts are compared, and what each is called. */
import { copyBefore } from '../../reading/kept-by-page.ts';
import type { KeptCopy } from '../../reading/kept-copy.ts';
import type { PolicyText } from '../../reading/policy-text.ts';
import type { HeldText } from './policy-actions.ts';

/** A text that can be compared with: an archived one, or a kept copy. */
export type DriftText =
  | { readonly kind: 'held'; readonly id: string; readonly held: HeldText }
  | { readonly kind: 'copy'; readonly id: string; readonly copy: KeptCopy };

/** All texts that a copy can be compared with: archived ones first, then other copies, the latest first. */
export function comparableTexts(copy: KeptCopy, copies: readonly KeptCopy[], held: readonly HeldText[]): DriftText[] {
  const archived = held.map((one): DriftText => ({ kind: 'held', id: one.organisation, held: one }));
  const others = copies.filter(({ id }) => id !== copy.id);
  return [...archived, ...others.map((one): DriftText => ({ kind: 'copy', id: one.id, copy: one }))];
}

/**
 * The text that is meant: that of `against`; else the archived one of the copy's own organisation, else the copy of the page before, else any;
 * null where there is no other text, or the one that is meant is gone.
 */
export function chosenText(
  texts: readonly DriftText[],
  copy: KeptCopy,
  copies: readonly KeptCopy[],
  against: string | null,
): DriftText | null {
  const byId = (id: string | null | undefined): DriftText | undefined => texts.find((one) => one.id === id);
  if (against !== null) return byId(against) ?? null;
  return byId(copy.organisation) ?? byId(copyBefore(copy, copies)?.id) ?? texts[0] ?? null;
}

/** The two in the order of their times. An archived text is older than any copy. */
export function inOrder(copy: KeptCopy, other: DriftText): readonly [DriftText, DriftText] {
  const own: DriftText = { kind: 'copy', id: copy.id, copy };
  return other.kind === 'copy' && other.copy.readAt > copy.readAt ? [own, other] : [other, own];
}

/** The text itself, to be read. */
export function textOf(text: DriftText): PolicyText {
  return (text.kind === 'copy' ? text.copy : text.held).document;
}
