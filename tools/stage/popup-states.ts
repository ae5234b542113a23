/** Every state that the popup can be in: what the browser says of the tab, what the ledger holds of it, which view is open. */
import type { Visit } from '../../ledger/visit.ts';
import { LABEL_HOST, LOOKALIKE_HOST, OTHER_HOST, OWN_POLICY_HOST } from '../../replica/hosts.ts';
import { FULL_VIEW_STATES } from './full-view-states.ts';
import { hostile } from './hostile-record.ts';
import * as records from './records.ts';
import type { StateOfPopup, TabFacts } from './state-of-popup.ts';

const https = (host: string): string => `https://${host}/`;
const listed: TabFacts = { url: https(LABEL_HOST) };

function withRecord(id: string, caption: string, state: string, record: Visit, view?: string): StateOfPopup {
  const url = `https://${record.address.host}${record.address.path}`;
  return { id, caption, state, tab: { url }, record, ...(view === undefined ? {} : { view }) };
}

function withoutRecord(id: string, caption: string, state: string, url: string | null): StateOfPopup {
  return { id, caption, state, tab: { url }, record: null };
}

/** Screens without a report. */
export const SCREENS: readonly StateOfPopup[] = [
  {
    ...withoutRecord('loading', 'Before the record is read', '', https(LABEL_HOST)),
    state: null,
    tab: { ...listed, holds: true },
  },
  { ...withoutRecord('private', 'Private window', 'private', null), tab: { ...listed, incognito: true } },
  withoutRecord('unreadable-browser', 'Page of the browser', 'unreadable', 'chrome://settings/'),
  withoutRecord('unreadable-store', 'Extension store', 'unreadable', 'https://chromewebstore.google.com/'),
  withoutRecord('unreadable-file', 'File on the device', 'unreadable', 'file:///home/me/notes.html'),
  withoutRecord('unreadable-pdf', 'PDF', 'unreadable', `${https(OTHER_HOST)}notes.pdf`),
  {
    ...withoutRecord('refused', 'The browser refused a look', 'unreadable', https(OTHER_HOST)),
    then: async (popup) => {
      await popup.locator('main button').first().click();
      await popup.locator('[data-state="unreadable"]').waitFor();
    },
  },
  withoutRecord('not-covered', 'Not on the list', 'not-covered', https(OTHER_HOST)),
  withoutRecord('no-address', 'Address not known', 'not-covered', null),
  withoutRecord('sister', 'Another Sony company', 'not-covered', 'https://www.playstation.com/'),
  withoutRecord('lookalike', 'Taken for Sony Music', 'not-covered', https('www.ministryofsound.com')),
  withoutRecord('name-alone', 'Sony Music in its name alone', 'not-covered', https(LOOKALIKE_HOST)),
  withoutRecord('not-watched', 'Listed, not watched yet', 'not-watched-yet', https(LABEL_HOST)),
  withoutRecord('not-watched-own', 'Own policy, not watched yet', 'not-watched-yet', https(OWN_POLICY_HOST)),
  {
    ...withoutRecord('not-permitted', 'Listed, permission taken back', 'not-permitted', https(LABEL_HOST)),
    tab: { ...listed, withheld: true },
  },
  { id: 'error', caption: 'Damaged record', state: 'error', tab: listed, record: '{"version":1,"broken' },
];

/** First screens of a report. */
export const REPORTS: readonly StateOfPopup[] = [
  withRecord('normal', 'Usual label site', 'normal', records.normal),
  withRecord('counting-since', 'Counting since a late start', 'counting-since', records.late),
  withRecord('nothing-yet', 'Sony Music, nothing seen yet', 'nothing-yet', records.listedNothing),
  withRecord('own-only', 'Nobody but the site itself', 'normal', records.ownOnly),
  withRecord('own-policy', 'National policy of its own', 'own-policy', records.ownPolicy),
  withRecord('unknown-policy', 'No known policy', 'own-policy', records.unknownPolicy),
  withRecord('policy-itself', 'The page of the policy', 'normal', records.policyItself),
  withRecord('looked-nothing', 'Looked, nothing of Sony Music', 'looked-nothing', records.lookedNothing),
  withRecord('looked-hinted', 'Looked, weak signs', 'looked-nothing', records.lookedHinted),
  withRecord('looked-sister', 'Looked, another Sony company', 'looked-nothing', records.lookedSister),
  withRecord('looked-lookalike', 'Looked, a lookalike', 'looked-nothing', records.lookedLookalike),
  withRecord('many', 'A hundred companies', 'normal', records.many),
  withRecord('hostile', 'Names that a page made up', 'normal', hostile),
  withRecord('left-out', 'Too much to keep', 'normal', records.leftOut),
];

/** The views one step deeper, and two. */
export const VIEWS: readonly StateOfPopup[] = [
  withRecord('view-practices', 'Things seen', 'normal', records.normal, 'practices'),
  withRecord(
    'view-practice-not-found',
    'Practice, no sentence found',
    'normal',
    records.normal,
    'practice/session-recording',
  ),
  withRecord('view-practice-stated', 'Practice, stated', 'normal', records.normal, 'practice/web-analytics'),
  withRecord('view-practice-general', 'Practice, in general words', 'normal', records.normal, 'practice/tag-manager'),
  withRecord('view-practice-own', 'Practice, own policy', 'own-policy', records.ownPolicy, 'practice/web-analytics'),
  withRecord(
    'view-practice-looked',
    'Practice, no policy',
    'looked-nothing',
    records.lookedNothing,
    'practice/web-analytics',
  ),
  withRecord('view-practice-gone', 'Practice that is not there', 'normal', records.normal, 'practice/payment'),
  withRecord('view-companies', 'Companies', 'normal', records.normal, 'companies'),
  withRecord('view-companies-many', 'Companies, a hundred', 'normal', records.many, 'companies'),
  withRecord('view-companies-none', 'Companies, none', 'normal', records.ownOnly, 'companies'),
  withRecord('view-company', 'A company', 'normal', records.normal, 'company/other%20Google'),
  withRecord('view-kept', 'Kept in the browser', 'normal', records.normal, 'kept'),
  withRecord('view-kept-flash', 'Kept, with Flash', 'normal', records.flash, 'kept'),
  withRecord('view-kept-nothing', 'Kept, nothing', 'nothing-yet', records.listedNothing, 'kept'),
  withRecord('view-act', 'Answer back', 'normal', records.normal, 'act'),
  withRecord('view-site', 'Whose page this is', 'normal', records.normal, 'site'),
  withRecord('view-about', 'About', 'normal', records.normal, 'about'),
  withRecord('view-about-left-out', 'About, with what was left out', 'normal', records.leftOut, 'about'),
  ...[
    'practices',
    'practice/newsletter-email',
    'practice/web-storage',
    'companies',
    'kept',
    'act',
    'site',
    'about',
  ].map((view) => withRecord(`hostile-${view.replace('/', '-')}`, `Made-up names: ${view}`, 'normal', hostile, view)),
];

/** All of them. */
export const POPUP_STATES: readonly StateOfPopup[] = [...SCREENS, ...REPORTS, ...VIEWS, ...FULL_VIEW_STATES];

/** The state of this name. @throws Error when there is none */
export function stateCalled(id: string): StateOfPopup {
  const found = POPUP_STATES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no state called “${id}”.`);
  return found;
}
