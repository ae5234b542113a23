/** What a stored item's small print says: setter, lifetime, size, shape. */
import { cookieDistinction } from '../findings/cookie-distinction.ts';
import type { KnownStoredItem } from '../findings/recognised.ts';
import { asksForMore, MAX_COOKIE_DAYS } from '../findings/lifetime.ts';
import type { CookieAttributes } from '../ledger/observation.ts';
import { cookiePrefix } from '../recognition/cookie-prefix.ts';
import { apartWords, partitionWords } from './apart-words.ts';
import { phrase } from './data-words.ts';
import { duration, wordList } from './format.ts';
import { t } from './messages.ts';

/** How long it stays, as far as the browser or our list tells. What the browser says comes before what a name usually asks for. */
export function lifetimeWords({ item, knowledge }: KnownStoredItem): string | null {
  if (item.store === 'session') return t('kept.endsWithTab');
  if (item.cookie !== null) {
    return item.cookie.expiresAt === null
      ? t('kept.endsWithBrowser')
      : t('kept.lasts', { lifetime: duration(item.cookie.expiresAt - item.at) });
  }
  // Only the cookies API tells an end; a cookie that the page saw by name alone has the list's usual lifetime.
  if (item.store === 'cookie') {
    if (knowledge === null) return null;
    const lifetime = phrase(knowledge.lifetime);
    return asksForMore(knowledge.lifetime)
      ? t('kept.asksFor', { lifetime, count: MAX_COOKIE_DAYS })
      : t('kept.usually', { lifetime });
  }
  return t('kept.untilDeleted');
}

/** What it is for; where nothing tells whose of several it is, the names of those that use such a name. */
export function purposeWords({ knowledge, candidates = [] }: KnownStoredItem): string {
  if (knowledge !== null) return phrase(knowledge.purpose);
  return candidates.length === 0
    ? t('kept.unknown')
    : t('kept.candidates', { setters: wordList(candidates.map(phrase)) });
}

/** Who set it, where that is known: by the owner's name where it is another company, as in every count. */
export function setterWords({ knowledge, setByOther, setterOwner, candidates = [] }: KnownStoredItem): string | null {
  if (setByOther && setterOwner !== null) return t('kept.setByOther', { setter: phrase(setterOwner) });
  if (knowledge === null) return null;
  if (candidates.length > 1) return t('kept.setByOneOf', { setters: wordList(candidates.map(phrase)) });
  if (knowledge.role === 'hosting') return t('kept.setByHosting', { supplier: phrase(knowledge.setter) });
  return t('kept.setBy', { setter: phrase(knowledge.setter) });
}

/** What browsers demand of a cookie because of its name's prefix. */
function prefixWords({ store, name }: KnownStoredItem['item']): string | null {
  const prefix = store === 'cookie' ? cookiePrefix(name) : null;
  return prefix === null ? null : t(`kept.prefix.${prefix}`);
}

/** Where a cookie works and who may read it, as the browser tells. */
function cookieLimits(cookie: CookieAttributes | null, pageHost: string): readonly (string | null)[] {
  if (cookie === null) return [];
  const { partition, sameSite, httpOnly } = cookie;
  return [
    partition === null ? null : partitionWords(partition, pageHost),
    sameSite === 'unspecified' ? null : t(`kept.sameSite.${sameSite}`),
    httpOnly ? t('kept.httpOnly') : null,
  ];
}

/**
 * The rest, each part a few words: host, size, shape, limits, "removed again". `among`: the list in which it stands, for what tells
 * it from others of its name.
 */
export function smallPrint(
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
    setterWords(known),
    lifetimeWords(known),
    domain === pageHost || apart.reach !== undefined ? null : t('kept.host', { host: domain }),
    knowledge?.identifier === true ? t('kept.identifier') : null,
    item.shape === null ? null : t(`kept.shape.${item.shape}`),
    item.size === null ? null : t(item.store === 'origin-file' ? 'kept.bytes' : 'kept.size', { count: item.size }),
    // For whom it is kept apart stands among the limits.
    ...apartWords(partition === null ? apart : rest, pageHost),
    ...cookieLimits(item.cookie, pageHost),
    prefixWords(item),
    item.removed ? t('kept.removed') : null,
  ].filter((words) => words !== null);
}
