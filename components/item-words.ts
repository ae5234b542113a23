/** What a stored item's small print says: setter, lifetime, size, shape. */
import { toldApart } from '../findings/kept';
import type { KnownStoredItem } from '../findings/item-owner';
import type { CookieAttributes } from '../ledger/observation';
import { apartWords, partitionWords } from './apart-words';
import { phrase } from './data-words';
import { duration } from './format';
import { t } from './messages';

/** How long it stays, as far as the browser or our list tells. */
export function lifetimeWords({ item, knowledge }: KnownStoredItem): string | null {
  if (item.store === 'session') return t('kept.endsWithTab');
  if (item.cookie !== null) {
    return item.cookie.expiresAt === null
      ? t('kept.endsWithBrowser')
      : t('kept.lasts', { lifetime: duration(item.cookie.expiresAt - item.at) });
  }
  // Only the cookies API tells an end; a cookie that the page saw by name alone has the list's usual lifetime.
  if (item.store === 'cookie') {
    return knowledge === null ? null : t('kept.usually', { lifetime: phrase(knowledge.lifetime) });
  }
  return t('kept.untilDeleted');
}

/** Who set it, where that is known. */
export function setterWords({ knowledge, setByOther }: KnownStoredItem): string | null {
  if (knowledge === null) return null;
  return t(setByOther ? 'kept.setByOther' : 'kept.setBy', { setter: phrase(knowledge.setter) });
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
  const apart = toldApart(
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
    item.removed ? t('kept.removed') : null,
  ].filter((words) => words !== null);
}
