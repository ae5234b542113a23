/** The texts beside which a page stands: that of 2011, and the one in force as the person read it. */
import type { ClauseIndex } from './clauses.ts';
import type { SecondAnswer } from './difference.ts';
import type { Finding } from './finding.ts';
import type { QuotedPolicy } from './quoted-policy.ts';
import type { Report } from './report.ts';

/** One of the texts. */
export interface PageText {
  readonly policy: QuotedPolicy;
  readonly clauses: ClauseIndex;
  /** All that was seen, judged by this text. */
  readonly findings: readonly Finding[];
  /** True where it is no promise of this site, and stands there as background. */
  readonly background: boolean;
}

/** A text with what it comes to for one practice. */
export interface TextAnswer {
  readonly text: PageText;
  readonly finding: Finding;
  /** True where it is background behind a text that gives the label: then its sentences are all that it says. */
  readonly aside: boolean;
}

function readText({ policy, clauses, findings }: SecondAnswer): PageText {
  return { policy, clauses, findings, background: false };
}

/**
 * The texts that speak of a page, the one that gives the labels first. The archived text is one of them where we know whose page it is; where
 * the site has a policy of its own it is background, and stands behind the copy that the person has read. [] where no text speaks of it.
 */
export function pageTexts(
  { recognition: { status, policy }, organisation, findings }: Report,
  second: SecondAnswer | null,
): readonly PageText[] {
  const background = policy !== 'held';
  const held: readonly PageText[] =
    status === 'listed' || status === 'by-marks'
      ? [{ policy: organisation.policy, clauses: organisation.clauses, findings, background }]
      : [];
  const read = second === null ? [] : [readText(second)];
  return background ? [...read, ...held] : [...held, ...read];
}

/**
 * The texts of the company that may have sent a person to a page that is nobody's that we know, as a music service's page of consent is: they
 * judge nothing that was seen there.
 */
export function senderTexts(
  { organisation }: Pick<Report, 'organisation'>,
  second: SecondAnswer | null,
): readonly PageText[] {
  const { policy, clauses } = organisation;
  return [
    { policy, clauses, findings: [], background: true },
    ...(second === null ? [] : [{ ...readText(second), findings: [], background: true }]),
  ];
}

/** What each text comes to for a practice. A text that is background and has no sentence on it says nothing. */
export function answersTo(texts: readonly PageText[], practice: string): readonly TextAnswer[] {
  return texts.flatMap((text, at) => {
    const finding = text.findings.find((one) => one.practice.id === practice);
    const aside = at > 0 && text.background;
    if (finding === undefined || (aside && finding.clauses.length === 0)) return [];
    return [{ text, finding, aside }];
  });
}
