/** The forms in which somebody can sign up for news or text messages: where each sends what is filled in, and on what terms it asks. */
import type { Visit } from '../ledger/visit.ts';
import type { CompanyMatch } from '../recognition/company.ts';
import { isSignUp } from './rules/asked.ts';

type Form = Visit['forms'][number];
/** A field of a form, with what it asks for. */
export type FormField = Form['fields'][number];

/** One form for signing up. */
export interface SignUpForm {
  /** Its own words that tell what it is for. */
  readonly words: readonly string[];
  /** Who gets what is filled in; null where only a script knows. */
  readonly receiver: {
    readonly host: string;
    readonly company: CompanyMatch;
    /** Whether it goes there by plain http. */
    readonly unencrypted: boolean;
  } | null;
  /** What one can fill in, by whether the form is sent without it. */
  readonly required: readonly FormField[];
  readonly optional: readonly FormField[];
  /** Names of the boxes that are ticked beforehand. */
  readonly preset: readonly string[];
  /** Names of the fields that nobody sees. */
  readonly hidden: readonly string[];
  readonly asksBirthDate: boolean;
  readonly asksPhone: boolean;
  /** The policy that it links to; null for none; undefined where nobody looked (a record of an earlier version). */
  readonly policy: Form['policy'];
}

/** The forms of a visit for signing up, in the order in which they were seen. */
export function signUpForms(
  { forms }: Pick<Visit, 'forms'>,
  companyOf: (host: string) => CompanyMatch,
): readonly SignUpForm[] {
  return forms.filter(isSignUp).map(({ words, target, fields, policy }) => {
    const shown = fields.filter(({ meaning }) => meaning !== 'hidden');
    const asks = (...meanings: readonly FormField['meaning'][]): boolean =>
      shown.some(({ meaning }) => meanings.includes(meaning));
    return {
      words,
      receiver:
        target === null
          ? null
          : { host: target.host, company: companyOf(target.host), unencrypted: target.scheme === 'http' },
      required: shown.filter(({ required }) => required === true),
      optional: shown.filter(({ required }) => required !== true),
      preset: shown.filter(({ preset }) => preset === true).map(({ name }) => name),
      hidden: fields.filter(({ meaning }) => meaning === 'hidden').map(({ name }) => name),
      asksBirthDate: asks('birth-date'),
      asksPhone: asks('tel', 'mobile'),
      policy,
    };
  });
}
