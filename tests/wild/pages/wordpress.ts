/**
 * WordPress and what runs on it.
 *
 * Long because: one set of plug-ins after the other, side by side.
 */
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { FOOT, GOOGLE_ANALYTICS, GTAG, GTAG_EITHER, PHONE_EITHER } from './snippets.ts';

/** The test for emoji of WordPress 4.2 to 6.2, in the document's thread: draws flags and compares pictures. */
const EMOJI_TEST = `<script>(function(){
  var canvas = document.createElement('canvas'), context = canvas.getContext('2d');
  function same(one, other){
    context.clearRect(0, 0, canvas.width, canvas.height); context.fillText(one, 0, 0); var first = canvas.toDataURL();
    context.clearRect(0, 0, canvas.width, canvas.height); context.fillText(other, 0, 0); return first === canvas.toDataURL();
  }
  context.textBaseline = 'top'; context.font = '600 32px Arial';
  window._wpemojiSettings = { supports: {
    flag: !same('\\ud83c\\uddfa\\ud83c\\uddf3', '\\ud83c\\uddfa\\u200b\\ud83c\\uddf3'),
    emoji: !same('\\ud83d\\udc4d\\ud83c\\udffc', '\\ud83d\\udc4d\\u200b\\ud83c\\udffc') } };
})();</script>`;

/** The same since WordPress 6.3: in a worker, with the outcome in sessionStorage. */
const EMOJI_WORKER = `<script>(function(){
  if (sessionStorage.getItem('wpEmojiSettingsSupports')) return;
  var code = 'var c=new OffscreenCanvas(300,150).getContext("2d",{willReadFrequently:true});c.textBaseline="top";c.font="600 32px Arial";' +
    'c.fillText("\\ud83e\\udef1",0,0);postMessage({flag:c.getImageData(0,0,150,150).data.some(function(x){return x!==0}),emoji:true});';
  var worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { name: 'wpTestEmojiSupports' });
  worker.onmessage = function(event){
    sessionStorage.setItem('wpEmojiSettingsSupports', JSON.stringify({ supportTests: event.data, timestamp: Date.now() }));
    worker.terminate();
  };
})();</script>`;

const COMMENTS = `<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes">Your email address will not be published. Required fields are marked *</p>
<p><label for="comment">Comment *</label> <textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Name *</label> <input id="author" name="author" type="text" autocomplete="name" required></p>
<p><label for="email">Email *</label> <input id="email" name="email" type="email" autocomplete="email" required></p>
<p><label for="url">Website</label> <input id="url" name="url" type="url" autocomplete="url"></p>
<p><input id="wp-comment-cookies-consent" name="wp-comment-cookies-consent" type="checkbox" value="yes"> <label for="wp-comment-cookies-consent">Save my name, email, and website in this browser for the next time I comment.</label></p>
<p><input name="submit" type="submit" value="Post Comment"> <input type="hidden" name="comment_post_ID" value="12"><input type="hidden" name="comment_parent" value="0"></p></form>`;

const CONTACT_FORM = `<div class="wpcf7" id="wpcf7-f5-p6-o1"><form action="/contact/#wpcf7-f5-p6-o1" method="post" class="wpcf7-form init">
<div style="display: none;"><input type="hidden" name="_wpcf7" value="5"><input type="hidden" name="_wpcf7_version" value="5.9.8"><input type="hidden" name="_wpcf7_unit_tag" value="wpcf7-f5-p6-o1"></div>
<label>Your name <input class="wpcf7-form-control" autocomplete="name" type="text" name="your-name"></label>
<label>Your email <input class="wpcf7-form-control" autocomplete="email" type="email" name="your-email"></label>
<label>Subject <input class="wpcf7-form-control" type="text" name="your-subject"></label>
<label>Your message (optional) <textarea name="your-message"></textarea></label><input class="wpcf7-submit" type="submit" value="Submit"></form></div>`;

const BILLING = `<form name="checkout" method="post" class="checkout woocommerce-checkout" action="/checkout/">
<h3>Billing details</h3><label>First name <input name="billing_first_name" autocomplete="given-name"></label>
<label>Last name <input name="billing_last_name" autocomplete="family-name"></label>
<label>Country / Region <select name="billing_country" autocomplete="country"><option value="US">United States</option><option value="DE">Germany</option></select></label>
<label>Street address <input name="billing_address_1" autocomplete="address-line1"></label><label>Town / City <input name="billing_city" autocomplete="address-level2"></label>
<label>ZIP Code <input name="billing_postcode" autocomplete="postal-code"></label><label>Phone <input type="tel" name="billing_phone" autocomplete="tel"></label>
<label>Email address <input type="email" name="billing_email" autocomplete="email"></label>
<fieldset id="wc-stripe-cc-form"><label>Card number</label><div id="stripe-card-element"></div></fieldset>
<input type="hidden" name="woocommerce-process-checkout-nonce" value="1a2b3c4d5e"><button type="submit" name="woocommerce_checkout_place_order">Place order</button></form>`;

/** Complianz, which the site serves itself: keeps nothing before the choice. */
const COMPLIANZ = companyScript(`
const all = ['functional', 'preferences', 'statistics', 'marketing'];
const keep = (on) => {
  for (const name of all) put('cmplz_' + name, on || name === 'functional' ? 'allow' : 'deny');
  put('cmplz_consented_services', '');
  put('cmplz_policy_id', '28');
  put('cmplz_banner-status', 'dismissed');
};
whenReady(() => {
  if (get('cmplz_banner-status') === 'dismissed') return;
  const box = show('<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" role="dialog"><button class="cmplz-btn cmplz-deny">Deny</button><button class="cmplz-btn cmplz-accept">Accept</button></div></div>');
  const choose = (on) => () => { keep(on); box.remove(); if (on) activate('script.cmplz-script'); };
  box.querySelector('.cmplz-accept').onclick = choose(true);
  box.querySelector('.cmplz-deny').onclick = choose(false);
});
`);
const COMPLIANZ_TAG =
  '<script defer src="/wp-content/plugins/complianz-gdpr/cookiebanner/js/complianz.min.js?ver=1712"></script>';
const COMPLIANZ_SERVED = { '/wp-content/plugins/complianz-gdpr/cookiebanner/js/complianz.min.js': COMPLIANZ };
const WAITING = GTAG.replaceAll('<script', '<script type="text/plain" class="cmplz-script" data-category="statistics"');

export const WORDPRESS_PAGES: readonly WildPage[] = [
  {
    name: 'wordpress-comments-old-emoji',
    about:
      'A post with the comment form and pictures of Gravatar; the emoji test of older WordPress draws on a canvas and reads it.',
    sources: [
      'WordPress/wordpress-develop: src/js/_enqueues/lib/emoji-loader.js (before 6.3)',
      'WordPress: wp-includes/comment-template.php, comment_form()',
    ],
    host: 'www.johnnycash.com',
    html: document(
      'Johnny',
      `<article><h2>A post</h2><img alt="" src="https://secure.gravatar.com/avatar/wild?s=48&d=mm&r=g" width="48" height="48"></article>${COMMENTS}${FOOT}`,
      EMOJI_TEST,
    ),
    right: {
      practices: ['visit-data-sent-to-company', 'name-and-address', 'hidden-fields'],
      not: ['fingerprinting', 'newsletter-email', 'account', 'pixel-tag', 'social-plug-in'],
      either: {
        widget:
          'pictures of the people who comment come from Gravatar; a picture is hardly a part with a life of its own',
      },
      others: { 'Automattic|Gravatar|WordPress': ['secure.gravatar.com'] },
    },
  },
  {
    name: 'wordpress-contact-form-jetpack',
    about: 'Contact Form 7 and the statistics of Jetpack; the emoji test of WordPress 6.3 runs in a worker.',
    sources: [
      'https://contactform7.com/ and its source (form-tag, hidden _wpcf7 fields)',
      'https://jetpack.com/support/jetpack-stats/ (stats.wp.com/e-*.js, pixel.wp.com/g.gif)',
    ],
    host: 'www.legacyrecordings.com',
    path: '/contact/',
    html: document(
      'Contact',
      `${CONTACT_FORM}${FOOT}`,
      `${EMOJI_WORKER}<script src="https://stats.wp.com/e-202648.js" defer></script>`,
    ),
    right: {
      practices: [
        'visit-data-sent-to-company',
        'web-analytics',
        'pixel-tag',
        'web-storage',
        'name-and-address',
        'hidden-fields',
      ],
      not: ['fingerprinting', 'newsletter-email', 'form-to-another-company', 'browser-databases'],
      others: { 'Automattic|WordPress|Jetpack': ['stats.wp.com', 'pixel.wp.com'] },
    },
  },
  {
    name: 'woocommerce-checkout',
    about: 'The checkout of WooCommerce with the card field of Stripe.',
    sources: [
      'WooCommerce: templates/checkout/form-billing.php, cookies woocommerce_* and wp_woocommerce_session_*',
      'https://docs.stripe.com/js/elements_object and https://stripe.com/cookies-policy/legal (__stripe_mid, __stripe_sid)',
    ],
    host: 'www.masterworksbroadway.com',
    path: '/checkout/',
    html: document(
      'Checkout',
      `${BILLING}${FOOT}<script>sessionStorage.setItem('wc_cart_hash_1a2b', 'd41d8cd98f00');</script>`,
      '<script src="https://js.stripe.com/v3/"></script>',
    ),
    headers: {
      'set-cookie': [
        'woocommerce_items_in_cart=1; Path=/',
        'woocommerce_cart_hash=0cc175b9c0f1b6a831c399e269772661; Path=/',
        'wp_woocommerce_session_1a2b=t_5f4dcc3b5aa765d61d8327deb882cf%7C%7C1700000000; Path=/; HttpOnly; Secure; Max-Age=172800',
      ],
    },
    right: {
      practices: [
        'visit-data-sent-to-company',
        'first-party-cookies',
        'third-party-cookies',
        'web-storage',
        'name-and-address',
        'demographics',
        'hidden-fields',
      ],
      not: ['newsletter-email', 'form-to-another-company', 'account', 'advertising', 'sweepstakes'],
      either: {
        ...PHONE_EITHER,
        payment: 'the page asks for a card, but its field stands in Stripe’s frame, where nobody else can look',
        widget: 'the card field is a part of Stripe; whether a field is a widget is a matter of words',
      },
      others: { Stripe: ['js.stripe.com', 'm.stripe.network'] },
    },
  },
  {
    name: 'complianz-refuse',
    about: 'WordPress with Complianz, which the site serves itself; the person denies. Nobody else is contacted.',
    sources: ['https://complianz.io/docs/ and public code: cmplz_banner-status=dismissed, cmplz_marketing=deny, …'],
    host: 'www.epicrecords.com',
    html: document('Epic', `<p>News</p>${FOOT}`, COMPLIANZ_TAG + WAITING),
    serve: COMPLIANZ_SERVED,
    steps: ({ page }) => page.click('.cmplz-deny'),
    right: {
      practices: ['consent-manager', 'first-party-cookies'],
      not: ['used-before-choice', 'visit-data-sent-to-company', 'third-party-cookies', 'web-analytics'],
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'complianz-returning',
    about: 'WordPress with Complianz; the person denied on an earlier page, and goes on to another one.',
    sources: ['https://complianz.io/docs/'],
    host: 'www.rcarecords.com',
    html: document('RCA', `<p>News</p>${FOOT}`, COMPLIANZ_TAG + WAITING),
    serve: COMPLIANZ_SERVED,
    earlier: {
      cookies: {
        'cmplz_banner-status': 'dismissed',
        cmplz_policy_id: '28',
        cmplz_functional: 'allow',
        cmplz_preferences: 'deny',
        cmplz_statistics: 'deny',
        cmplz_marketing: 'deny',
      },
    },
    right: {
      practices: ['consent-manager', 'first-party-cookies'],
      not: ['used-before-choice', 'visit-data-sent-to-company'],
      consent: { choice: ['refused'], by: 'earlier' },
    },
  },
  {
    name: 'complianz-accept',
    about: 'WordPress with Complianz; the person accepts, and Google Analytics runs.',
    sources: ['https://complianz.io/docs/'],
    host: 'www.aristarecordings.com',
    html: document('Arista', `<p>News</p>${FOOT}`, COMPLIANZ_TAG + WAITING),
    serve: COMPLIANZ_SERVED,
    steps: ({ page }) => page.click('.cmplz-accept'),
    right: {
      practices: [
        'consent-manager',
        'first-party-cookies',
        'visit-data-sent-to-company',
        'web-analytics',
        'third-party-cookies',
      ],
      not: ['used-before-choice'],
      either: GTAG_EITHER,
      others: GOOGLE_ANALYTICS,
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.google-analytics.com', '_ga'],
    },
  },
];
