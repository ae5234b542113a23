/** A form for signing up, in words: where it goes and on what terms it asks. For the popup and for the letter. */
import type { FormField, SignUpForm } from '../findings/sign-up-forms.ts';
import { wordList } from './format.ts';
import type { Language } from './language.ts';

/** One thing that is told of a form. */
export interface SignUpRow {
  /** What it is: where the popup hangs more on it, or a test looks for it. */
  readonly is: 'to' | 'required' | 'optional' | 'personal' | 'preset' | 'hidden' | 'policy';
  readonly label: string;
  readonly value: string;
}

/** What a form is called by: its own words, or none. */
export function signUpTitle({ t }: Language, { words }: SignUpForm): string {
  return words[0] ?? t('signUp.untitled');
}

function receiverWords({ t }: Language, { receiver }: SignUpForm): string {
  if (receiver === null) return t('signUp.toScript');
  const { host, company, unencrypted } = receiver;
  const to = { 'own-host': 'signUp.toSite', 'same-owner': 'signUp.toOwner', other: 'signUp.toOther' } as const;
  const words = t(to[company.relation], { host, name: company.owner });
  return unencrypted ? t('signUp.unencrypted', { words }) : words;
}

/** Fields by what they ask for, each once; one that is nothing of the kind by its name in the page, too. */
function fieldWords(language: Language, fields: readonly FormField[]): string {
  const { t } = language;
  const words = fields.map(({ name, meaning }) => {
    const asks = t(`signUp.field.${meaning}`);
    const isClear = meaning !== 'other' && meaning !== 'consent-box';
    return isClear || name === '' ? asks : t('signUp.more', { name: asks, words: name });
  });
  return wordList(language, [...new Set(words)]);
}

function personalWords({ t }: Language, { asksBirthDate, asksPhone }: SignUpForm): string {
  if (asksBirthDate) return t(asksPhone ? 'signUp.birthAndPhone' : 'signUp.birth');
  return t(asksPhone ? 'signUp.phone' : 'signUp.neither');
}

/** All that is told of a form, in the order in which it is told. What was not looked for is left out. */
export function signUpRows(language: Language, form: SignUpForm): readonly SignUpRow[] {
  const { t } = language;
  const { required, optional, preset, hidden, policy } = form;
  const row = (is: SignUpRow['is'], value: string): SignUpRow => ({ is, label: t(`signUp.${is}`), value });
  return [
    row('to', receiverWords(language, form)),
    row('required', required.length === 0 ? t('signUp.requiredNone') : fieldWords(language, required)),
    ...(optional.length === 0 ? [] : [row('optional', fieldWords(language, optional))]),
    row('personal', personalWords(language, form)),
    row('preset', preset.length === 0 ? t('signUp.presetNone') : wordList(language, preset)),
    ...(hidden.length === 0 ? [] : [row('hidden', wordList(language, hidden))]),
    ...(policy === undefined
      ? []
      : [row('policy', policy === null ? t('signUp.policyNone') : policy.host + policy.path)]),
  ];
}

/** The same as lines of a letter, without indent: what the form is called by first. */
export function signUpLines(language: Language, form: SignUpForm): readonly string[] {
  const rows = signUpRows(language, form).map(({ label, value }) => language.t('signUp.line', { label, value }));
  return [signUpTitle(language, form), ...rows];
}
