/** One page for each practice: `/practice/<id>`. Each shows that practice and little else. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';
import type { PracticeId } from '../practice-pages.ts';
import { DISGUISE, NO_DISGUISE } from './disguise.ts';
import { CONSENT, CONSENT_VARIANTS } from './consent.ts';
import { ASKED } from './practices-asked.ts';
import { KEPT, keptHeaders } from './practices-kept.ts';
import { TYPED_TEXT } from './typed-text.ts';
import { READ_OUTS } from './practices-read-outs.ts';
import { REDIRECTS } from './network.ts';

const UUID = '6f1c2b0e-91d4-4c0a-8f6e-2d7a5b3c9e10';

/** Bodies by practice id. Scripts stand in the page so that a reader sees at once what it does. */
const CONTACT: Partial<Record<PracticeId, string>> = {
  'visit-data-sent-to-company': '<script src="https://cdn.jsdelivr.net/npm/lantern@1/lantern.min.js"></script>',
  'web-analytics': '<script src="https://www.google-analytics.com/analytics.js"></script>',
  advertising: '<script src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script>',
  'pixel-tag':
    '<img alt="" width="1" height="1" src="https://www.facebook.com/tr?id=2417&amp;ev=PageView&amp;noscript=1">',
  'tag-manager': '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-EMPTY"></script>',
  'identifier-shared-between-companies': `<img alt="" src="https://ib.adnxs.com/setuid?entity=52&amp;code=${UUID}">
<img alt="" src="https://x.bidswitch.net/sync?dsp_id=70&amp;user_id=${UUID}">`,
  'session-recording': '<script src="https://static.hotjar.com/c/hotjar-2417.js?sv=6"></script>',
  'consent-manager':
    '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="00000000-0000-0000-0000-000000002417"></script>',
  'location-look-up': `<p id="place">Looking up the nearest show…</p>
<script>fetch('https://ipinfo.io/json').then((answer) => answer.json()).then((place) => { document.getElementById('place').textContent = 'The nearest show to ' + place.city; });</script>`,
  'sent-without-encryption': `<form action="http://www.columbiarecords.com/guestbook" method="post"><label>Leave a line in the guest book<textarea name="line"></textarea></label><button>Leave it</button></form>`,
};

const LEADS: Partial<Record<PracticeId, string>> = {
  'social-sign-in':
    '<a class="button" href="https://www.facebook.com/v19.0/dialog/oauth?client_id=2417&amp;redirect_uri=https%3A%2F%2Fwww.columbiarecords.com%2Fsigned-in&amp;scope=public_profile,email">Log in with Facebook</a>',
  'social-plug-in':
    '<iframe title="Like Paper Lanterns" height="80" src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.columbiarecords.com%2F"></iframe>',
  widget:
    '<div class="bit-widget-initializer" data-artist-name="Paper Lanterns"></div><script src="https://widget.bandsintown.com/main.min.js"></script>',
  'pre-save':
    '<a class="button" href="https://accounts.spotify.com/authorize?client_id=00000000000000000000000000000000&amp;response_type=code&amp;redirect_uri=https%3A%2F%2Fpresave.sonymusicfans.com%2Fcallback&amp;scope=user-library-modify%20user-follow-modify%20user-read-email">Pre-save “Harbour of Small Lights”</a>',
  'other-company-shop': '<a class="button" href="https://paperlanterns.myshopify.com/">Visit the official store</a>',
  'outbound-links': '<p>Read about <a href="https://en.wikipedia.org/wiki/Paper_lantern">paper lanterns</a>.</p>',
  'policy-and-choice-links': `<footer><nav aria-label="Legal"><a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a>
<a href="https://www.sonymusic.com/ccpa-contact-form/">Do Not Sell or Share My Personal Data</a> <a href="#" id="cookie-settings">Cookie Settings</a></nav></footer>`,
};

const BODIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...CONTACT,
    ...DISGUISE,
    ...KEPT,
    ...ASKED,
    ...LEADS,
    ...TYPED_TEXT,
    ...READ_OUTS,
    ...REDIRECTS,
    ...CONSENT,
  }),
);

/** Variants of a practice that get another label. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['collector-in-disguise/none', NO_DISGUISE],
  ...CONSENT_VARIANTS,
  [
    'social-sign-in/google',
    '<a class="button" href="https://accounts.google.com/o/oauth2/v2/auth?client_id=2417&amp;redirect_uri=https%3A%2F%2Fwww.columbiarecords.com%2Fsigned-in&amp;response_type=code&amp;scope=openid%20email">Sign in with Google</a>',
  ],
]);

/** The page of a practice, or null where there is none. `name`: what follows `/practice/`. */
export function practicePage(name: string): Answer | null {
  const body = BODIES.get(name) ?? VARIANTS.get(name);
  if (body === undefined) return null;
  return html(plainPage(`Practice: ${name}`, body), keptHeaders(name));
}
