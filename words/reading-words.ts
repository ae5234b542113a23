/** What is said of a page that was read as a policy: what it is, since when, how long, and what was kept of it. */
import { dayRead } from '../findings/day-read.ts';
import type { KeepResult } from '../reading/keep-result.ts';
import type { PolicyDate, PolicyReading, ReadState } from '../reading/policy-reading.ts';
import { longDate } from './format.ts';
import type { Language } from './language.ts';
import type { Words } from './state-words.ts';

/** What the text is, and what that means for findings. */
export function stateWords(language: Language, state: ReadState): Words {
  const title = language.t(`reading.state.${state.state}.title`);
  switch (state.state) {
    case 'cut-short':
      return {
        title,
        texts: [language.t(`reading.state.cut-short.${state.by}`), language.t('reading.state.cut-short.short')],
      };
    case 'empty':
      return { title, texts: [language.t(`reading.state.empty.${state.by}`), language.t('reading.state.nothing')] };
    case 'policy':
      return { title, texts: [language.t('reading.state.policy.text')] };
    case 'not-a-policy':
    case 'language-without-rules':
      return { title, texts: [language.t(`reading.state.${state.state}.text`), language.t('reading.state.nothing')] };
  }
}

/** '2 March 2026', 'May 2018'. */
function dateIn(language: Language, iso: string): string {
  if (iso.length > 7) return longDate(language, iso);
  return new Intl.DateTimeFormat(language.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}-01`),
  );
}

/** Since when the text is in force, as it says itself. */
export function policyDateWords(language: Language, date: PolicyDate): string {
  if (date.kind === 'none') return language.t('reading.noDate');
  return language.t(date.of === 'in-force' ? 'reading.in-force' : 'reading.changedOn', {
    date: dateIn(language, date.iso),
  });
}

/** The name of a text's language; its code where the language has no name for it. */
export function textLanguageWords(language: Language, { language: code }: Pick<PolicyReading, 'language'>): string {
  if (code === 'und') return language.t('reading.unknownLanguage');
  return new Intl.DisplayNames([language.locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** What became of the copy: kept and with which promise of the browser, or not kept and why. */
export function keptWords(language: Language, kept: KeepResult): string {
  if (kept.kind === 'not-kept') return language.t(`reading.notKept.${kept.why}`);
  const words =
    kept.kind === 'kept'
      ? language.t('reading.kept.now')
      : language.t('reading.kept.before', { date: longDate(language, dayRead(kept.copy.readAt)) });
  return `${words} ${language.t(`reading.kept.${kept.persistence}`)}`;
}
