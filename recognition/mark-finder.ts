/** Which marks does a page carry? Its addresses and the words of its footer → marks. Made for the content script. */
import { clip, MAX_DETAIL_LENGTH, type MarkObservation } from '../ledger/observation.ts';
import type { Organisation } from '../schemas/policy-data.ts';

/** A mark found in an address or a text, as a MarkObservation carries it. */
export type FoundMark = Pick<MarkObservation, 'mark' | 'detail'>;

/**
 * Whether a path on the organisation's platform was made for this very site: it ends with the site's name without dots.
 *
 * host 'www.melendioficial.com', path 'ww2melendioficialcom' → yes; host 'fan.example', path 'bobdylancom' → no
 */
export function isPathOf(host: string, path: string): boolean {
  const labels = host.split('.');
  return labels.slice(0, -1).some((_, i) => {
    const name = labels.slice(i).join('');
    // 'couk' and 'comau' are no site's name.
    return name.length > 5 && path.endsWith(name);
  });
}

/** Finds marks in a page's addresses and words. */
export interface MarkFinder {
  /** Marks that an absolute address carries, standing at this place of the page. Never throws. */
  ofAddress(url: string, on: MarkObservation['on']): readonly FoundMark[];
  /** Marks in the words of the page's footer; of a longer text the last 5,000 characters count. */
  ofFooter(text: string): readonly FoundMark[];
  /** CSS selectors of elements that are a mark. */
  readonly selectors: readonly { readonly id: string; readonly selector: string }[];
}

/** Longest text of a footer that is searched, from its end, where the copyright line stands. */
const MAX_FOOTER_LENGTH = 5_000;
/** Longest address that is searched. */
const MAX_ADDRESS_LENGTH = 2_000;

/** 'https://www.a.com/x/' and 'http://a.com/x' are the same page: 'a.com/x' */
function pageKey({ hostname, pathname }: URL): string {
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

/** Builds a finder of the marks of all these organisations. */
export function createMarkFinder(organisations: readonly Pick<Organisation, 'marks'>[]): MarkFinder {
  const finders = organisations.map(findMarksOf);
  return {
    selectors: finders.flatMap(({ selectors }) => selectors),
    ofAddress: (url, on) => finders.flatMap((finder) => finder.ofAddress(url, on)),
    ofFooter: (text) => finders.flatMap((finder) => finder.ofFooter(text)),
  };
}

/** Null for what is no absolute address. */
function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** A pattern that is compiled when it is first asked for. */
function lazyPattern(written: string, flags?: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => (pattern ??= new RegExp(written, flags));
}

/** The finder of one organisation's marks; every pattern is compiled once, at its first use. */
function findMarksOf({ marks }: Pick<Organisation, 'marks'>): MarkFinder {
  const lazily = ({ id, pattern }: { readonly id: string; readonly pattern: string }) => ({
    id,
    pattern: lazyPattern(pattern, 'i'),
  });
  const policyLinks = marks.policyLinks.map(lazily);
  const footerTexts = marks.footerTexts.map(lazily);
  let keys: readonly { readonly id: string; readonly key: string }[] | undefined;
  const legalLinks = (): NonNullable<typeof keys> =>
    (keys ??= marks.legalLinks.map(({ id, url }) => ({ id, key: pageKey(new URL(url)) })));

  const { ownPath } = marks;
  const ownForm = ownPath === null ? null : lazyPattern(ownPath.pattern);

  // '/onedirectionmusiccom-ukprod/media/a.css' → 'onedirectionmusiccom', 'ukprod'
  function isOwnPath({ hostname, pathname }: URL): boolean {
    const { site = '', label = '' } = ownForm?.().exec(pathname)?.groups ?? {};
    return site !== '' && Object.hasOwn(marks.labels, label) && isPathOf(hostname, site);
  }

  return {
    selectors: [...marks.selectors, ...marks.fields].map(({ id, selector }) => ({ id, selector })),

    ofAddress(url, on) {
      const address = url.length > MAX_ADDRESS_LENGTH ? null : parsed(url);
      if (address === null) return [];
      if (address.protocol !== 'https:' && address.protocol !== 'http:') return [];
      const place = address.hostname + address.pathname;
      const detail = clip(place, MAX_DETAIL_LENGTH);
      const found = marks.hosts
        .filter((mark) => mark.on.some((where) => where === on) && place.startsWith(mark.prefix))
        .map(({ id }) => ({ mark: id, detail }));
      if (on !== 'link')
        return ownPath !== null && isOwnPath(address) ? [...found, { mark: ownPath.id, detail }] : found;
      // Without user name and port. The query is part of a policy's address: hub.sonymusic.com/privacy/?t=it
      const page = `${address.protocol}//${place}${address.search}`;
      const key = pageKey(address);
      return [
        ...found,
        ...policyLinks
          .filter(({ pattern }) => pattern().test(page))
          .map(({ id }) => ({ mark: id, detail: clip(page, MAX_DETAIL_LENGTH) })),
        ...legalLinks()
          .filter((link) => link.key === key)
          .map(({ id }) => ({ mark: id, detail })),
      ];
    },

    ofFooter(text) {
      const words = text.slice(-MAX_FOOTER_LENGTH).replace(/\s+/g, ' ');
      return footerTexts.flatMap(({ id, pattern }) => {
        const found = pattern().exec(words);
        return found === null ? [] : [{ mark: id, detail: clip(found[0], MAX_DETAIL_LENGTH) }];
      });
    },
  };
}
