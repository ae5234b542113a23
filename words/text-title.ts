/** What a text is called where several stand together. */
import type { QuotedPolicy } from '../findings/quoted-policy.ts';
import { longDate } from './format.ts';
import type { Language } from './language.ts';

/** 'Kelpwick – Privacy Policy, 1 May 2019'. `owner`: whose text it is; it is not said again where the title says it, nor where it is null. */
export function textTitle(
  language: Language,
  { owner, policy }: { readonly owner: string | null; readonly policy: QuotedPolicy },
): string {
  const isNamed = owner === null || policy.title.includes(owner);
  return `${isNamed ? '' : `${owner} – `}${policy.title}, ${longDate(language, policy.captureDate)}`;
}
