/** What a stored item's small print says: setter, lifetime, size, shape. */
import type { KnownStoredItem } from '../findings/report';
import type { CookieAttributes } from '../ledger/observation';
import { registrableDomain } from '../recognition/registrable-domain';
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
  // 'https://bobdylan.com' → 'bobdylan.com'
  const isHere =
    partition !== null && registrableDomain(partition.replace(/^\w+:\/\//, '')) === registrableDomain(pageHost);
  return [
    partition === null ? null : isHere ? t('kept.partitionHere') : t('kept.partition', { partition }),
    sameSite === 'unspecified' ? null : t(`kept.sameSite.${sameSite}`),
    httpOnly ? t('kept.httpOnly') : null,
  ];
}

/** The rest, each part a few words: host, size, shape, limits, "removed again". */
export function smallPrint(known: KnownStoredItem, pageHost: string): readonly string[] {
  const { item, knowledge } = known;
  const domain = item.cookie?.domain ?? item.host;
  return [
    setterWords(known),
    lifetimeWords(known),
    domain === pageHost ? null : t('kept.host', { host: domain }),
    knowledge?.identifier === true ? t('kept.identifier') : null,
    item.shape === null ? null : t(`kept.shape.${item.shape}`),
    item.size === null ? null : t(item.store === 'origin-file' ? 'kept.bytes' : 'kept.size', { count: item.size }),
    ...cookieLimits(item.cookie, pageHost),
    item.removed ? t('kept.removed') : null,
  ].filter((words) => words !== null);
}
