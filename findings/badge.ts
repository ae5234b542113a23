/** The toolbar button's number and title: the same count as the popup's, by the same function. */
import type { Visit } from '../ledger/visit.ts';
import type { CompanyFinder } from '../recognition/company.ts';
import { countOtherCompanies } from '../recognition/contacted.ts';
import type { LanguageFile } from '../schemas/language-file.ts';
import { hasMoreCompanies } from './record-limits.ts';

/** What the toolbar button shows for a tab. */
export interface Badge {
  /** At most four characters; '' shows no badge. */
  readonly text: string;
  /** Says the number in words, for everybody who does not see it. */
  readonly title: string;
}

/** The titles in a person's language; `{{count}}` in the first stands for the number. */
export type BadgeWords = Pick<LanguageFile['badge'], 'title' | 'none'>;

/** What the button shows where no company was contacted, or where the person wants no number. */
export const NO_BADGE: Badge = { text: '', title: 'Liner Notes' };

/**
 * The badge for a visit; for no visit, none. Above 999 the number is shown as "1k+", since four characters fit; where
 * there may be more than were counted, as "36+".
 */
export function badgeOf(visit: Visit | null, companies: Pick<CompanyFinder, 'find'>, words: BadgeWords): Badge {
  if (visit === null) return NO_BADGE;
  const others = countOtherCompanies(visit, companies);
  if (others === 0) return { text: '', title: words.none };
  const shown = hasMoreCompanies(visit) ? `${String(others)}+` : String(others);
  // A function: in a plain replacement text "$&" would have a meaning of its own.
  return { text: others > 999 ? '1k+' : shown, title: words.title.replace('{{count}}', () => shown) };
}
