/** A policy as it is quoted: the text that we hold, as it was archived, or one as the person read it. */
import type { Policy } from '../schemas/policy-data.ts';

/** What words need to know of a quoted text. With `readAt` (milliseconds since 1970) it is the person's own copy, and `captureDate` the day of that. */
export type QuotedPolicy = Pick<Policy, 'title' | 'archiveUrl' | 'captureDate' | 'jurisdiction' | 'language'> & {
  readonly readAt?: number;
};
