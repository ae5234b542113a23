/** The popup's states that full view brings, and those in which it is asked for. */
import type { Page } from '@playwright/test';
import type { Visit } from '../../ledger/visit.ts';
import { OTHER_HOST } from '../../replica/hosts.ts';
import { fullView, fullViewLate, fullViewSilent } from './full-view-record.ts';
import type { StateOfPopup } from './state-of-popup.ts';
import { normal } from './records.ts';

function over(id: string, caption: string, record: Visit, view?: string, state = 'normal'): StateOfPopup {
  const url = `https://${record.address.host}${record.address.path}`;
  return { id, caption, state, tab: { url }, record, ...(view === undefined ? {} : { view }) };
}

/** The browser of the stage refuses whatever it is asked. */
async function askAndRefuse(popup: Page): Promise<void> {
  await popup.locator('[data-ask] button').click();
  await popup.locator('[data-ask="refused"]').waitFor();
}

/** All of them. */
export const FULL_VIEW_STATES: readonly StateOfPopup[] = [
  over('full', 'Full view', fullView),
  over('full-late', 'Full view since a late start', fullViewLate, undefined, 'counting-since'),
  over('full-about', 'About full view', fullView, 'about'),
  over('full-about-late', 'About full view, begun late', fullViewLate, 'about', 'counting-since'),
  over('full-about-silent', 'About full view, scripts not watched', fullViewSilent, 'about'),
  over('full-companies', 'Companies in full view', fullView, 'companies'),
  over('full-company', 'A company in frames and by uploads', fullView, 'company/other%20Google'),
  over('full-kept', 'Kept, with writers and cookies of others', fullView, 'kept'),
  over('full-redirect', 'A chain of redirects', fullView, 'practice/redirect-through-company'),
  { ...over('ask-refused', 'Full view refused', normal, 'about'), then: askAndRefuse },
  {
    ...over('allowed-page-view', 'All sites allowed, page seen in page view', normal, 'about'),
    tab: { url: `https://${normal.address.host}/`, allSites: true },
  },
  {
    id: 'not-covered-refused',
    caption: 'Not on the list, full view refused',
    state: 'not-covered',
    tab: { url: `https://${OTHER_HOST}/` },
    record: null,
    then: askAndRefuse,
  },
];
