/**
 * Shops and sites that run on another company's platform.
 *
 * Long because: one platform after the other, side by side.
 */
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { FOOT } from './snippets.ts';

/** Shopify's own consent banner: _tracking_consent stands there with empty answers until the person has chosen. */
const SHOPIFY_BANNER = companyScript(`
const keep = (value) => put('_tracking_consent', encodeURIComponent(JSON.stringify({ con: { CMP: { a: value, m: value, p: value, s: '' } }, v: '2.1', region: 'DEBE', reg: 'GDPR' })));
if (get('_tracking_consent') === undefined) keep('');
whenReady(() => {
  const box = show('<div id="shopify-pc__banner" role="alertdialog"><button id="shopify-pc__banner__btn-decline">Decline</button><button id="shopify-pc__banner__btn-accept">Accept</button></div>');
  const choose = (value) => () => { keep(value); post('/api/unstable/graphql.json', '{"query":"consentManagement"}'); box.remove(); };
  box.querySelector('#shopify-pc__banner__btn-accept').onclick = choose('1');
  box.querySelector('#shopify-pc__banner__btn-decline').onclick = choose('0');
});
`);

const SHOPIFY = `<form method="post" action="/cart/add" class="product-form"><input type="hidden" name="form_type" value="product"><input type="hidden" name="id" value="4012345678901">
<label>Quantity <input type="number" name="quantity" value="1" min="1"></label><button type="submit" name="add">Add to cart</button></form>
<form method="post" action="/localization" id="localization_form"><input type="hidden" name="form_type" value="localization"><input type="hidden" name="country_code" value="DE"><button>Germany (EUR €)</button></form>`;
const SHOPIFY_COOKIES = [
  '_shopify_y=0a1b2c3d-4e5f-4607-8899-aabbccddeeff; Path=/; Max-Age=31536000; SameSite=Lax',
  '_shopify_s=9f8e7d6c-5b4a-4302-9180-ffeeddccbbaa; Path=/; Max-Age=1800; SameSite=Lax',
  'localization=DE; Path=/; Max-Age=31536000',
  'cart_currency=EUR; Path=/; Max-Age=1209600',
];
const SHOPIFY_EITHER = {
  demographics: 'a country is chosen for prices and language, by a button and not by a question about the person',
  'web-analytics': 'Shopify counts visits to its shops, but here only its files were fetched',
  'used-before-choice':
    'Shopify’s servers kept its ids before the choice; they are the shop’s servers, and the banner is Shopify’s too',
};

export const PLATFORM_PAGES: readonly WildPage[] = [
  {
    name: 'shopify-first-visit',
    about:
      'A shop on Shopify with Shopify’s own banner, nothing chosen. _tracking_consent is there, with empty answers.',
    sources: [
      'https://shopify.dev/docs/api/customer-privacy (consent; “” is no answer)',
      'https://www.shopify.com/legal/cookies (names and lifetimes)',
      'public code with _tracking_consent={"con":{"CMP":{"a":"","m":"","p":"","s":""}},"v":"2.1",…}',
    ],
    host: 'shop.foofighters.com',
    html: document(
      'Shop',
      `${SHOPIFY}${FOOT}`,
      '<script src="https://cdn.shopify.com/shopifycloud/privacy-banner/storefront-banner.js" defer></script><link rel="stylesheet" href="//cdn.shopify.com/s/files/1/0001/t/1/assets/base.css">',
    ),
    headers: { 'set-cookie': SHOPIFY_COOKIES },
    serve: { 'cdn.shopify.com/shopifycloud/privacy-banner/storefront-banner.js': SHOPIFY_BANNER },
    right: {
      practices: ['visit-data-sent-to-company', 'consent-manager', 'first-party-cookies', 'hidden-fields'],
      not: ['other-company-shop', 'newsletter-email', 'advertising'],
      either: {
        ...SHOPIFY_EITHER,
        'third-party-cookies':
          'Shopify’s servers keep its ids on the shop’s name: they are the shop’s servers, and another company’s',
      },
      others: { Shopify: ['cdn.shopify.com'] },
      consent: { choice: ['none-yet'], by: 'nobody' },
    },
  },
  {
    name: 'shopify-decline',
    about: 'The same shop; the person declines.',
    sources: ['https://shopify.dev/docs/api/customer-privacy'],
    host: 'shop.pinkspage.com',
    html: document(
      'Shop',
      `${SHOPIFY}${FOOT}`,
      '<script src="https://cdn.shopify.com/shopifycloud/privacy-banner/storefront-banner.js" defer></script>',
    ),
    headers: { 'set-cookie': SHOPIFY_COOKIES },
    serve: { 'cdn.shopify.com/shopifycloud/privacy-banner/storefront-banner.js': SHOPIFY_BANNER },
    steps: ({ page }) => page.click('#shopify-pc__banner__btn-decline'),
    right: {
      practices: ['visit-data-sent-to-company', 'consent-manager', 'first-party-cookies', 'hidden-fields'],
      not: ['other-company-shop'],
      either: {
        ...SHOPIFY_EITHER,
        'third-party-cookies':
          'Shopify’s servers keep its ids on the shop’s name: they are the shop’s servers, and another company’s',
      },
      others: { Shopify: ['cdn.shopify.com'] },
      consent: { choice: ['refused'], by: 'person' },
    },
  },
  {
    name: 'squarespace-newsletter',
    about: 'A site on Squarespace with its newsletter block.',
    sources: [
      'https://support.squarespace.com/hc/en-us/articles/360001264507 (cookies: crumb, ss_cvr, ss_cvt)',
      'https://support.squarespace.com/hc/en-us/articles/206543977 (newsletter blocks)',
    ],
    host: 'www.whitneyhouston.com',
    html: document(
      'Whitney',
      `<div class="newsletter-block"><h2>Sign up with your email address to receive news and updates</h2>
<form class="newsletter-form" data-form-id="wild" autocomplete="on" method="POST" novalidate><label for="email-1">Email Address</label>
<input id="email-1" name="email" type="email" autocomplete="email" placeholder="Email Address" required><button type="submit">Sign Up</button>
<div class="hidden form-submission-text">Thank you!</div></form><p>We respect your privacy.</p></div>${FOOT}`,
      '<script src="https://assets.squarespace.com/universal/scripts-compressed/common-1a2b.js"></script><link rel="stylesheet" href="https://static1.squarespace.com/static/versioned-site-css/wild/site.css">',
    ),
    headers: { 'set-cookie': 'crumb=BaXyZ12345abcdef; Path=/; Secure' },
    right: {
      practices: ['visit-data-sent-to-company', 'first-party-cookies', 'newsletter-email'],
      not: ['name-and-address', 'account', 'form-to-another-company', 'third-party-cookies', 'web-analytics'],
      others: { Squarespace: ['assets.squarespace.com', 'static1.squarespace.com'] },
    },
  },
  {
    name: 'bandzoogle-mailing-list',
    about: 'A band’s site on Bandzoogle with its mailing list form, which asks for name, zip code and country too.',
    sources: ['https://help.bandzoogle.com/hc/en-us/articles/mailing-list-form (fields of the mailing list feature)'],
    host: 'www.ratm.com',
    html: document(
      'Rage',
      `<h2>Join our mailing list</h2><form action="/go/mailing_list/join" method="post"><input type="hidden" name="authenticity_token" value="wild">
<label>Email <input type="email" name="email"></label><label>Name <input name="name" autocomplete="name"></label><label>Postal / Zip code <input name="postal_code"></label>
<label>Country <select name="country"><option>United States</option><option>France</option></select></label><button>Join the mailing list</button></form>${FOOT}`,
    ),
    headers: { 'set-cookie': '_zoogle_session=8c9d0e1f2a3b4c5d6e7f; Path=/; HttpOnly; Secure' },
    right: {
      practices: ['first-party-cookies', 'newsletter-email', 'name-and-address', 'demographics', 'hidden-fields'],
      not: ['visit-data-sent-to-company', 'form-to-another-company', 'account', 'sweepstakes'],
    },
  },
  {
    name: 'webflow-form',
    about:
      'A site on Webflow; the person fills in the sign-up and presses its button. Webflow’s script sends it to webflow.com.',
    sources: [
      'https://help.webflow.com/hc/en-us/articles/33961386164755 (forms)',
      'public copies of webflow.js: POST https://webflow.com/api/v1/form/<site>',
    ],
    host: 'www.eurythmics.com',
    html: document(
      'Eurythmics',
      `<div class="w-form"><form id="email-form" name="email-form" data-name="Email Form" method="get" class="form"><label for="email">Join the newsletter</label>
<input class="w-input" maxlength="256" name="email" data-name="Email" placeholder="Your email" type="email" id="email" required><input type="submit" data-wait="Please wait..." class="w-button" value="Subscribe"></form></div>${FOOT}
<script src="https://d3e54v103j8qbb.cloudfront.net/js/jquery-3.5.1.min.dc5e7f18c8.js?site=wild"></script><script src="https://cdn.prod.website-files.com/wild/js/webflow.js"></script>`,
    ),
    serve: {
      'cdn.prod.website-files.com/wild/js/webflow.js': companyScript(`
document.querySelector('#email-form').addEventListener('submit', (event) => {
  event.preventDefault();
  post('https://webflow.com/api/v1/form/wild', new URLSearchParams({ name: 'Email Form', 'fields[Email]': event.target.email.value }));
});`),
    },
    steps: async ({ page }) => {
      await page.locator('#email').pressSequentially('ada@lovelace.example', { delay: 15 });
      await page.click('.w-button');
    },
    right: {
      practices: ['visit-data-sent-to-company', 'newsletter-email'],
      not: ['typed-text-sent-early', 'name-and-address', 'web-analytics', 'fingerprinting'],
      either: { 'form-to-another-company': 'it goes to webflow.com, which only the script says and not the form' },
      others: {
        'Webflow|Amazon|CloudFront': ['d3e54v103j8qbb.cloudfront.net'],
        Webflow: ['cdn.prod.website-files.com', 'webflow.com'],
      },
    },
  },
  {
    name: 'wix-plain',
    about: 'A site on Wix: its files come from Wix, its cookies for safety from the site’s server.',
    sources: ['https://support.wix.com/en/article/cookies-and-your-wix-site (XSRF-TOKEN, hs, svSession, SSR-caching)'],
    host: 'www.milesdavis.com',
    html: document(
      'Miles',
      `<img alt="" src="https://static.wixstatic.com/media/wild.svg" width="300" height="200">${FOOT}`,
      '<script src="https://static.parastorage.com/services/wix-thunderbolt/dist/main.1a2b.bundle.min.js" async></script>',
    ),
    headers: {
      'set-cookie': [
        'XSRF-TOKEN=1700000000|abcDEF123456; Path=/; Secure; SameSite=None',
        'hs=-1234567890; Path=/; HttpOnly; Secure',
        'svSession=1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b; Path=/; Max-Age=34560000; HttpOnly; Secure',
        'ssr-caching=cache#desc=hit; Max-Age=20; Path=/',
      ],
    },
    serve: {
      'static.wixstatic.com/media/wild.svg': () => ({
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>',
      }),
    },
    right: {
      practices: ['visit-data-sent-to-company', 'first-party-cookies'],
      not: ['pixel-tag', 'web-analytics', 'advertising', 'identifier-in-two-places'],
      either: {
        'third-party-cookies':
          'Wix’s servers keep svSession on the site’s name: they are the site’s servers, and another company’s',
      },
      others: { Wix: ['static.parastorage.com', 'static.wixstatic.com'] },
    },
  },
];
