/** The toolbar button's number and title: the same count as the popup's, by the same function. */
import type { Visit } from '../ledger/visit';
import type { CompanyFinder } from '../recognition/company';
import { countOtherCompanies } from '../recognition/contacted';

/** What the toolbar button shows for a tab. */
export interface Badge {
  /** At most four characters; '' shows no badge. */
  readonly text: string;
  /** Says the number in words, for everybody who does not see it. */
  readonly title: string;
}

/** The badge for a visit; for no visit, none. Above 999 the number is told as "1k+", since four characters fit. */
export function badgeOf(visit: Visit | null, companies: Pick<CompanyFinder, 'find'>): Badge {
  if (visit === null) return { text: '', title: 'Liner Notes' };
  const others = countOtherCompanies(visit, companies);
  const contacted = others === 1 ? '1 other company contacted' : `${others} other companies contacted`;
  return {
    text: others === 0 ? '' : others > 999 ? '1k+' : String(others),
    title: `Liner Notes: ${contacted} on this page`,
  };
}
