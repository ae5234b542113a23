/**
 * For each practice: the page of the replica that shows it and little else, and what a person
 * should then read in the popup. Machine-readable: `tests/e2e/practices.spec.ts` walks it, a data test demands its rows.
 */
import type { Label } from '../findings/finding.ts';
import { LABEL_HOST } from './hosts.ts';

/** The practices, by the ids of `policy-data/practices.json`. */
export type PracticeId =
  | 'visit-data-sent-to-company'
  | 'web-analytics'
  | 'advertising'
  | 'pixel-tag'
  | 'tag-manager'
  | 'identifier-shared-between-companies'
  | 'redirect-through-company'
  | 'collector-in-disguise'
  | 'session-recording'
  | 'fingerprinting'
  | 'typed-text-sent-early'
  | 'consent-manager'
  | 'used-before-choice'
  | 'location-look-up'
  | 'sent-without-encryption'
  | 'first-party-cookies'
  | 'third-party-cookies'
  | 'flash-content'
  | 'flash-cookies'
  | 'web-storage'
  | 'browser-databases'
  | 'identifier-in-two-places'
  | 'identifier-restored'
  | 'newsletter-email'
  | 'mobile-number'
  | 'name-and-address'
  | 'demographics'
  | 'account'
  | 'payment'
  | 'tell-a-friend'
  | 'sweepstakes'
  | 'job-application'
  | 'form-to-another-company'
  | 'hidden-fields'
  | 'social-sign-in'
  | 'social-plug-in'
  | 'widget'
  | 'pre-save'
  | 'other-company-shop'
  | 'outbound-links'
  | 'policy-and-choice-links';

export interface PracticePage {
  readonly host: string;
  readonly path: string;
  /** The label that the policy of 31 Dec 2011 gives it. */
  readonly label: Label;
  /** Words that must stand in the finding's evidence: hosts and names as a person could check them in the page. */
  readonly evidence: readonly string[];
  /** The policy's section that the finding quotes; null where no sentence speaks of it. */
  readonly section: string | null;
}

function row(
  id: PracticeId,
  label: Label,
  section: string | null,
  ...evidence: readonly string[]
): [PracticeId, PracticePage] {
  return [id, { host: LABEL_HOST, path: `/practice/${id}`, label, section, evidence }];
}

const TRACKING = 'Tracking Technologies';
const INTRODUCTION = 'Introduction';
const COLLECTION = 'Collection and Use of Personal Information';
const ADDITIONAL = 'Additional Information';
const SOCIAL = 'Social Networks/Online Communities';
const TRANSACTIONS = 'Transactions';
const SHARING = 'Information Sharing';

/** The rows, in the order of the practices. */
export const practicePages = Object.fromEntries([
  row('visit-data-sent-to-company', 'stated-in-general', TRACKING, 'cdn.jsdelivr.net'),
  row('web-analytics', 'stated', TRACKING, 'www.google-analytics.com'),
  row('advertising', 'stated', TRACKING, 'securepubads.g.doubleclick.net'),
  row('pixel-tag', 'stated', TRACKING, 'www.facebook.com'),
  row('tag-manager', 'cannot-tell', SHARING, 'www.googletagmanager.com'),
  row('identifier-shared-between-companies', 'cannot-tell', COLLECTION, 'ib.adnxs.com', 'x.bidswitch.net'),
  row(
    'redirect-through-company',
    'cannot-tell',
    INTRODUCTION,
    'sync.taboola.com',
    'match.adsrvr.org',
    'pixel.rubiconproject.com',
  ),
  row(
    'collector-in-disguise',
    'cannot-tell',
    INTRODUCTION,
    '/g/collect',
    'metrics.columbiarecords.com',
    '/b/ss/lanternprod',
  ),
  row('session-recording', 'cannot-tell', TRACKING, 'static.hotjar.com'),
  row('typed-text-sent-early', 'not-found', null, 'newsletter_email', 'in.listening-post.example'),
  row('fingerprinting', 'cannot-tell', COLLECTION, 'fpnpmcdn.net'),
  row('consent-manager', 'cannot-tell', TRACKING, 'OneTrust'),
  row('used-before-choice', 'cannot-tell', 'Changes To This Policy', 'www.google-analytics.com', '_ga'),
  row('location-look-up', 'cannot-tell', COLLECTION, 'ipinfo.io'),
  row('sent-without-encryption', 'cannot-tell', 'Security', LABEL_HOST),
  row('first-party-cookies', 'stated', TRACKING, 'harbour_visits'),
  row('third-party-cookies', 'stated', TRACKING, '_fbp'),
  row('flash-content', 'stated-in-general', TRACKING, '/flash/prefs.swf'),
  row('flash-cookies', 'stated', TRACKING, 'prefs', 'artists', 'optIn', 'userId', 'visits'),
  row('web-storage', 'not-found', null, 'harbour:theme', 'harbour:scene'),
  row('browser-databases', 'not-found', null, 'listening-room', 'covers-v1', '/listening/'),
  row('identifier-in-two-places', 'not-found', null, 'harbour_id', 'harbour:id'),
  row('identifier-restored', 'not-found', null, 'harbour_visitor', 'harbour:visitor'),
  row('newsletter-email', 'stated', COLLECTION, 'email'),
  row('mobile-number', 'stated', 'Choice/Opt-Out', 'mobile'),
  row('name-and-address', 'stated', COLLECTION, 'first_name', 'street'),
  row('demographics', 'stated', COLLECTION, 'birthday', 'gender'),
  row('account', 'stated', COLLECTION, 'new_password'),
  row('payment', 'stated', COLLECTION, 'card_number'),
  row('tell-a-friend', 'stated', COLLECTION, 'friend_email'),
  row('sweepstakes', 'stated', COLLECTION, 'Enter to win'),
  row('job-application', 'stated', COLLECTION, 'job application'),
  row('form-to-another-company', 'stated-in-general', SHARING, 'manage.kmail-lists.com'),
  row('hidden-fields', 'cannot-tell', null, 'utm_campaign', 'list_id'),
  row('social-sign-in', 'stated', SOCIAL, 'www.facebook.com'),
  row('social-plug-in', 'stated-in-general', ADDITIONAL, 'www.facebook.com'),
  row('widget', 'stated', ADDITIONAL, 'widget.bandsintown.com'),
  row('pre-save', 'cannot-tell', SOCIAL, 'accounts.spotify.com', 'user-follow-modify', 'user-read-email'),
  row('other-company-shop', 'stated', TRANSACTIONS, 'paperlanterns.myshopify.com'),
  row('outbound-links', 'stated', ADDITIONAL, 'en.wikipedia.org'),
  row('policy-and-choice-links', 'stated-in-general', INTRODUCTION, 'www.sonymusic.com'),
]) as Readonly<Record<PracticeId, PracticePage>>;
