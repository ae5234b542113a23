/** A consent platform's choices in sentences: which, when, and who made it. */
import type { Language } from './language.ts';
import type { ConsentChoice, ConsentRecord } from '../ledger/visit-entries.ts';
import { clockTime } from './format.ts';

/** The words of a choice: 'accepted in part'. */
export function choiceWords(language: Language, choice: ConsentChoice['choice']): string {
  return language.t(`consent.${choice}`);
}

function sentence(language: Language, platform: string, entry: ConsentChoice, timeZone?: string): string {
  const choice = choiceWords(language, entry.choice);
  if (entry.choice === 'none-yet') return language.t('consentTimes.open', { platform, choice });
  const time = clockTime(entry.at, timeZone);
  const after = entry.after === null ? '' : clockTime(entry.after, timeZone);
  if (entry.choice === 'withdrawn') return language.t('consentTimes.withdrawn', { platform, time });
  switch (entry.maker) {
    case 'tool':
      return language.t('consentTimes.byTool', { platform, choice });
    case 'signal':
      return language.t('consentTimes.bySignal', { platform, choice });
    case 'person':
      return [
        language.t('consentTimes.made', { platform, choice, time }),
        language.t('consentTimes.byPerson', { after }),
      ].join(' ');
    case 'unknown':
      return after === ''
        ? language.t('consentTimes.unread', { platform })
        : [
            language.t('consentTimes.made', { platform, choice, time }),
            language.t('consentTimes.byUnknown', { after }),
          ].join(' ');
    case 'earlier':
      if (entry.choice === 'unknown') return language.t('consentTimes.unread', { platform });
      return language.t('consentTimes.earlier', { platform, choice });
    case null:
      return language.t('consentTimes.unread', { platform });
  }
}

/**
 * One sentence for each choice of a platform, in order of time. That none was stored at first is said only while it is so. Of a choice that was
 * there at the first look only that is said: the tool or the person may have made it while the page loaded.
 */
export function historyWords(
  language: Language,
  { platform, history, several }: ConsentRecord,
  timeZone?: string,
): readonly string[] {
  const last = history.length - 1;
  return history.flatMap((entry, n) => {
    if (n < last && (entry.choice === 'none-yet' || entry.maker === null)) return [];
    if (n === last && several) return [language.t('consentTimes.several', { platform })];
    return [sentence(language, platform, entry, timeZone)];
  });
}
