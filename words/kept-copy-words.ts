/** A person's own copy of a policy in words. */
import type { VersionSpeaks } from '../findings/policy-timeline.ts';
import type { PracticeStatement } from '../findings/spoken-practices.ts';
import type { KeptCopy } from '../reading/kept-copy.ts';
import { isoDay, longDate, shortTime } from './format.ts';
import type { Language } from './language.ts';
import { looseDate } from './timeline-words.ts';

/** What the page calls itself; its host where it does not say. */
export function copyTitle({ t }: Language, { document, host }: Pick<KeptCopy, 'document' | 'host'>): string {
  const title = document.title.trim();
  return title === '' ? t('copies.untitled', { host }) : title;
}

/** The day on which the page was read: '26 November 2026'. */
export function readDay(language: Language, { readAt }: Pick<KeptCopy, 'readAt'>): string {
  return longDate(language, isoDay(readAt));
}

/** Day and time: '26 November 2026, 14:05'. */
export function readTime(language: Language, copy: Pick<KeptCopy, 'readAt'>): string {
  return language.t('copies.readAt', { date: readDay(language, copy), time: shortTime(copy.readAt) });
}

/** The date that the text gives, with what it is the date of; or that it gives none. */
export function textDate(language: Language, { date }: Pick<KeptCopy, 'date'>): { name: string; words: string } {
  const { t } = language;
  if (date === null) return { name: t('copies.inForce'), words: t('copies.noDate') };
  return {
    name: t(date.of === 'in-force' ? 'copies.inForce' : 'copies.changedOn'),
    words: looseDate(language, date.iso),
  };
}

/** The name of the language of a text: languageName('de') → 'German'; it may be one that nothing tells. */
export function languageName({ locale, t }: Language, code: string): string {
  if (!/^[a-z]{2,3}$/.test(code) || code === 'und') return t('copies.languageUnknown');
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** How far the text can be judged. */
export function stateWords({ t }: Language, { state }: Pick<KeptCopy, 'state'>): string {
  return t(`copies.state.${state}`);
}

/** How a sentence stands to what it speaks of: "may", "does not". */
export function stanceWords({ t }: Language, { stance }: Pick<PracticeStatement, 'stance'>): string {
  return t(`copies.stance.${stance}`);
}

/** How a text speaks of a practice, in a word or two; the words of the history's table. */
export function waysWords({ t }: Language, speaks: VersionSpeaks): string {
  return t(`timeline.speaks.${speaks}`);
}
