/** For each practice: the page of the replica that shows it and little else, and what a person should then read in the popup. */
import { LABEL_HOST } from './hosts.ts';

/** What the popup tells of one practice. */
interface PracticeRow {
  /** The label that the policy of 31 Dec 2011 gives it. */
  readonly label: 'stated' | 'stated-in-general' | 'not-found' | 'cannot-tell';
  /** Words that must stand in the finding's evidence: hosts and names as a person could check them in the page. */
  readonly evidence: readonly string[];
  /** The policy's section that the finding quotes; null where no sentence speaks of it. */
  readonly section: string | null;
}

function page(label: PracticeRow['label'], section: string | null, ...evidence: readonly string[]): PracticeRow {
  return { label, section, evidence };
}

const TRACKING = 'Tracking Technologies';
const INTRODUCTION = 'Introduction';
const COLLECTION = 'Collection and Use of Personal Information';
const ADDITIONAL = 'Additional Information';
const SOCIAL = 'Social Networks/Online Communities';
const TRANSACTIONS = 'Transactions';
const SHARING = 'Information Sharing';

/** The rows, by the ids of `policy-data/practices.json` and in their order. */
const ROWS = {
  'visit-data-sent-to-company': page('stated-in-general', TRACKING, 'cdn.jsdelivr.net'),
  'web-analytics': page('stated', TRACKING, 'www.google-analytics.com'),
  advertising: page('stated', TRACKING, 'securepubads.g.doubleclick.net'),
  'pixel-tag': page('stated', TRACKING, 'www.facebook.com'),
  'tag-manager': page('cannot-tell', SHARING, 'www.googletagmanager.com'),
  'identifier-shared-between-companies': page('cannot-tell', COLLECTION, 'ib.adnxs.com', 'x.bidswitch.net'),
  'redirect-through-company': page(
    'cannot-tell',
    INTRODUCTION,
    'sync.taboola.com',
    'match.adsrvr.org',
    'pixel.rubiconproject.com',
  ),
  'collector-in-disguise': page(
    'cannot-tell',
    INTRODUCTION,
    '/g/collect',
    'metrics.columbiarecords.com',
    '/b/ss/lanternprod',
  ),
  'session-recording': page('cannot-tell', TRACKING, 'static.hotjar.com'),
  'typed-text-sent-early': page('not-found', null, 'newsletter_email', 'in.listening-post.example'),
  fingerprinting: page('cannot-tell', COLLECTION, 'fpnpmcdn.net'),
  'consent-manager': page('cannot-tell', TRACKING, 'OneTrust'),
  'used-before-choice': page('cannot-tell', 'Changes To This Policy', 'www.google-analytics.com', '_ga'),
  'location-look-up': page('cannot-tell', COLLECTION, 'ipinfo.io'),
  'sent-without-encryption': page('cannot-tell', 'Security', LABEL_HOST),
  'first-party-cookies': page('stated', TRACKING, 'harbour_visits'),
  'third-party-cookies': page('stated', TRACKING, '_fbp'),
  'flash-content': page('stated-in-general', TRACKING, '/flash/prefs.swf'),
  'flash-cookies': page('stated', TRACKING, 'prefs', 'artists', 'optIn', 'userId', 'visits'),
  'web-storage': page('not-found', null, 'harbour:theme', 'harbour:scene'),
  'browser-databases': page('not-found', null, 'listening-room', 'covers-v1', '/listening/'),
  'identifier-in-two-places': page('not-found', null, 'harbour_id', 'harbour:id'),
  'identifier-restored': page('not-found', null, 'harbour_visitor', 'harbour:visitor'),
  'newsletter-email': page('stated', COLLECTION, 'email'),
  'mobile-number': page('stated', 'Choice/Opt-Out', 'mobile'),
  'name-and-address': page('stated', COLLECTION, 'first_name', 'street'),
  demographics: page('stated', COLLECTION, 'birthday', 'gender'),
  account: page('stated', COLLECTION, 'new_password'),
  payment: page('stated', COLLECTION, 'card_number'),
  'tell-a-friend': page('stated', COLLECTION, 'friend_email'),
  sweepstakes: page('stated', COLLECTION, 'Enter to win'),
  'job-application': page('stated', COLLECTION, 'job application'),
  'form-to-another-company': page('stated-in-general', SHARING, 'manage.kmail-lists.com'),
  'hidden-fields': page('cannot-tell', null, 'utm_campaign', 'list_id'),
  'social-sign-in': page('stated', SOCIAL, 'www.facebook.com'),
  'social-plug-in': page('stated-in-general', ADDITIONAL, 'www.facebook.com'),
  widget: page('stated', ADDITIONAL, 'widget.bandsintown.com'),
  'pre-save': page('cannot-tell', SOCIAL, 'accounts.spotify.com', 'user-follow-modify', 'user-read-email'),
  'other-company-shop': page('stated', TRANSACTIONS, 'paperlanterns.myshopify.com'),
  'outbound-links': page('stated', ADDITIONAL, 'en.wikipedia.org'),
  'policy-and-choice-links': page('stated-in-general', INTRODUCTION, 'www.sonymusic.com'),
};

/** The practices, by the ids of `policy-data/practices.json`: `tests/unit/agreement.test.ts` holds that there is a row for each. */
export type PracticeId = keyof typeof ROWS;

/** A practice's page, and what is told of it there. */
export interface PracticePage extends PracticeRow {
  readonly host: string;
  readonly path: string;
}

/** All of them, in the order of the practices. */
export const practicePages = Object.fromEntries(
  Object.entries(ROWS).map(([id, row]) => [id, { host: LABEL_HOST, path: `/practice/${id}`, ...row }]),
) as Readonly<Record<PracticeId, PracticePage>>;
