/** A consent platform's choices in sentences: which, when, and who made it. */
import type { ConsentChoice, ConsentRecord } from '../ledger/visit-entries.ts';
import { clockTime } from './format.ts';
import { t } from './messages.ts';

/** The words of a choice: 'accepted in part'. */
export function choiceWords(choice: ConsentChoice['choice']): string {
  return t(`consent.${choice}`);
}

function sentence(platform: string, entry: ConsentChoice, late: boolean, timeZone?: string): string {
  const choice = choiceWords(entry.choice);
  if (entry.choice === 'none-yet') return t('consentTimes.open', { platform, choice });
  const time = clockTime(entry.at, timeZone);
  const after = entry.after === null ? '' : clockTime(entry.after, timeZone);
  if (entry.choice === 'withdrawn') return t('consentTimes.withdrawn', { platform, time });
  switch (entry.maker) {
    case 'tool':
      return t('consentTimes.byTool', { platform, choice });
    case 'signal':
      return t('consentTimes.bySignal', { platform, choice });
    case 'person':
      return [t('consentTimes.made', { platform, choice, time }), t('consentTimes.byPerson', { after })].join(' ');
    case 'unknown':
      return after === ''
        ? t('consentTimes.unread', { platform })
        : [t('consentTimes.made', { platform, choice, time }), t('consentTimes.byUnknown', { after })].join(' ');
    case 'earlier':
      if (entry.choice === 'unknown') return t('consentTimes.unread', { platform });
      return t(late ? 'consentTimes.earlierLate' : 'consentTimes.earlier', { platform, choice });
    case null:
      return t('consentTimes.unread', { platform });
  }
}

/**
 * One sentence for each choice of a platform, in order of time. That none was stored at first is said only while it is so.
 * `late`: we began to look when the page was there already.
 */
export function historyWords(
  { platform, history, several }: ConsentRecord,
  late: boolean,
  timeZone?: string,
): readonly string[] {
  const last = history.length - 1;
  return history.flatMap((entry, n) => {
    if (n < last && (entry.choice === 'none-yet' || entry.maker === null)) return [];
    if (n === last && several) return [t('consentTimes.several', { platform })];
    return [sentence(platform, entry, late, timeZone)];
  });
}
