/** The conditions of a capture, in words. */
import type { RecordingState } from '../capture/capture.ts';
import type { Condition } from '../capture/conditions.ts';
import type { ConsentObservation } from '../ledger/observation.ts';
import { choiceWords } from './consent-words.ts';
import { wordList } from './format.ts';
import type { Language } from './language.ts';

/** What is asked: 'Watched from the start of each page'. */
export function conditionName(language: Language, { id }: Pick<Condition, 'id'>): string {
  return language.t(`condition.${id}.name`);
}

/** 'UTC +01:00' is what 60 minutes are. */
function offsetWords(minutes: number): string {
  const parts = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${minutes < 0 ? '−' : '+'}${parts.join(':')}`;
}

/** What is known of it, in a sentence. */
export function conditionSentence(language: Language, { id, state, facts }: Condition): string {
  const { t } = language;
  const text = (name: string): string => {
    const value = facts[name];
    return typeof value === 'object' ? value.join(', ') : String(value ?? '');
  };
  const pages = { pages: text(id === 'clock' ? 'setBack' : 'pages') };
  switch (id) {
    case 'clock':
    case 'view':
    case 'from-start':
    case 'scripts-watched':
    case 'permission':
      return state === 'not-met' ? t(`condition.${id}.lacking`, pages) : t(`condition.${id}.fact`);
    case 'time-zone':
      return t('condition.time-zone.fact', { zone: text('zone'), offset: offsetWords(Number(facts.minutes)) });
    case 'browser': {
      const words = { name: text('name'), version: text('version'), platform: text('platform') };
      return t(state === 'met' ? 'condition.browser.fact' : 'condition.browser.unknown', words);
    }
    case 'extension':
      return t('condition.extension.fact', { name: text('name'), version: text('version'), target: text('target') });
    case 'package-files':
      return state === 'met'
        ? t('condition.package-files.fact', { hash: text('hash') })
        : t('condition.package-files.unknown');
    case 'profile': {
      const by = { met: 'fact', 'not-met': 'lacking', 'not-known': 'unknown' } as const;
      return t(`condition.profile.${by[state]}`);
    }
    case 'other-extensions':
    case 'private-window':
    case 'network-place':
      return t(`condition.${id}.fact`);
    case 'cookies':
      return state === 'not-known'
        ? t('condition.cookies.unknown')
        : t(`condition.cookies.${facts.enabled === true ? 'yes' : 'no'}`);
    case 'third-party-cookies':
      return t(
        `condition.third-party-cookies.${state === 'not-known' ? 'unknown' : facts.state === 'allowed' ? 'allowed' : 'blocked'}`,
      );
    case 'privacy-signal':
      return state === 'not-known'
        ? t('condition.privacy-signal.unknown')
        : t(`condition.privacy-signal.${facts.sent === true ? 'yes' : 'no'}`);
    case 'languages':
      return t('condition.languages.fact', { languages: text('languages') });
    case 'consent': {
      if (state !== 'met') return t('condition.consent.unknown');
      const platforms = facts.platforms as readonly string[];
      const choice = (name: string): string => choiceWords(language, text(name) as ConsentObservation['choice']);
      return t('condition.consent.fact', {
        platforms: wordList(language, platforms),
        before: choice('before'),
        after: choice('after'),
      });
    }
    case 'unbroken':
      return state === 'met' ? t('condition.unbroken.fact') : t('condition.unbroken.lacking', { times: text('times') });
    case 'ended':
      return t(`condition.ended.${(text('how') || 'unknown') as RecordingState | 'unknown'}`);
    case 'complete':
      return state === 'met'
        ? t('condition.complete.fact')
        : t('condition.complete.lacking', {
            facts: text('facts'),
            lists: text('lists') || '–',
            limits: text('limits') || '–',
          });
  }
}
