/** What a stored item's small print says: setter, lifetime, size, shape. */
import type { Language } from './language.ts';
import { cookieDistinction } from '../findings/cookie-distinction.ts';
import type { KnownStoredItem } from '../findings/recognised.ts';
import { asksForMore, MAX_COOKIE_DAYS } from '../findings/lifetime.ts';
import type { CookieAttributes } from '../ledger/observation.ts';
import { cookiePrefix } from '../recognition/cookie-prefix.ts';
import { apartWords, partitionWords } from './apart-words.ts';
import { phrase } from './data-words.ts';
import { duration, wordList } from './format.ts';

/** How long it stays, as far as the browser or our list tells. What the browser says comes before what a name usually asks for. */
export function lifetimeWords(language: Language, { item, knowledge }: KnownStoredItem): string | null {
  if (item.store === 'session') return language.t('kept.endsWithTab');
  if (item.cookie !== null) {
    return item.cookie.expiresAt === null
      ? language.t('kept.endsWithBrowser')
      : language.t('kept.lasts', { lifetime: duration(language, item.cookie.expiresAt - item.at) });
  }
  // Only the cookies API tells an end; a cookie that the page saw by name alone has the list's usual lifetime.
  if (item.store === 'cookie') {
    if (knowledge === null) return null;
    const lifetime = phrase(language, knowledge.lifetime);
    return asksForMore(knowledge.lifetime)
      ? language.t('kept.asksFor', { lifetime, count: MAX_COOKIE_DAYS })
      : language.t('kept.usually', { lifetime });
  }
  return language.t('kept.untilDeleted');
}

/** What it is for; where nothing tells whose of several it is, the names of those that use such a name. */
export function purposeWords(language: Language, { knowledge, candidates = [] }: KnownStoredItem): string {
  if (knowledge !== null) return phrase(language, knowledge.purpose);
  return candidates.length === 0
    ? language.t('kept.unknown')
    : language.t('kept.candidates', {
        setters: wordList(
          language,
          candidates.map((words) => phrase(language, words)),
        ),
      });
}

/** Who set it, where that is known: by the owner's name where it is another company, as in every count. */
export function setterWords(
  language: Language,
  { knowledge, setByOther, setterOwner, candidates = [] }: KnownStoredItem,
): string | null {
  if (setByOther && setterOwner !== null)
    return language.t('kept.setByOther', { setter: phrase(language, setterOwner) });
  if (knowledge === null) return null;
  if (candidates.length > 1)
    return language.t('kept.setByOneOf', {
      setters: wordList(
        language,
        candidates.map((words) => phrase(language, words)),
      ),
    });
  if (knowledge.role === 'hosting')
    return language.t('kept.setByHosting', { supplier: phrase(language, knowledge.setter) });
  return language.t('kept.setBy', { setter: phrase(language, knowledge.setter) });
}

/** What browsers demand of a cookie because of its name's prefix. */
function prefixWords(language: Language, { store, name }: KnownStoredItem['item']): string | null {
  const prefix = store === 'cookie' ? cookiePrefix(name) : null;
  return prefix === null ? null : language.t(`kept.prefix.${prefix}`);
}

/** Where a cookie works and who may read it, as the browser tells. */
function cookieLimits(
  language: Language,
  cookie: CookieAttributes | null,
  pageHost: string,
): readonly (string | null)[] {
  if (cookie === null) return [];
  const { partition, sameSite, httpOnly } = cookie;
  return [
    partition === null ? null : partitionWords(language, partition, pageHost),
    sameSite === 'unspecified' ? null : language.t(`kept.sameSite.${sameSite}`),
    httpOnly ? language.t('kept.httpOnly') : null,
  ];
}

/**
 * The rest, each part a few words: host, size, shape, limits, "removed again". `among`: the list in which it stands, for what tells
 * it from others of its name.
 */
export function smallPrint(
  language: Language,
  known: KnownStoredItem,
  pageHost: string,
  among: readonly KnownStoredItem[] = [],
): readonly string[] {
  const { item, knowledge } = known;
  const apart = cookieDistinction(
    item,
    among.map((other) => other.item),
  );
  const { partition, ...rest } = apart;
  const domain = item.cookie?.domain ?? item.host;
  return [
    setterWords(language, known),
    lifetimeWords(language, known),
    domain === pageHost || apart.reach !== undefined ? null : language.t('kept.host', { host: domain }),
    knowledge?.identifier === true ? language.t('kept.identifier') : null,
    item.shape === null ? null : language.t(`kept.shape.${item.shape}`),
    item.size === null
      ? null
      : language.t(item.store === 'origin-file' ? 'kept.bytes' : 'kept.size', { count: item.size }),
    // For whom it is kept apart stands among the limits.
    ...apartWords(language, partition === null ? apart : rest, pageHost),
    ...cookieLimits(language, item.cookie, pageHost),
    prefixWords(language, item),
    item.removed ? language.t('kept.removed') : null,
  ].filter((words) => words !== null);
}
