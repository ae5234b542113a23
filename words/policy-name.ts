/** What the text that we hold is called in a sentence: 'US policy', 'policy for Canada'. */
import type { Policy } from '../schemas/policy-data.ts';
import { regionName } from './format.ts';
import type { Language } from './language.ts';

/** The name, without an article. */
export function policyName(language: Language, { jurisdiction }: Pick<Policy, 'jurisdiction'>): string {
  return jurisdiction === 'US'
    ? language.t('finding.policyOf.US')
    : language.t('finding.policyOf.other', { place: regionName(language, jurisdiction) });
}
