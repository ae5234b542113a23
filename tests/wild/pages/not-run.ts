/**
 * What stands in a page and never runs, beside what runs unseen: redirects, tags for browsers without scripts, spacers, the
 * cookies of a server's own software, and the forms that the other files lack.
 *
 * Long because: they are read side by side.
 */
import { pixel } from '../../../replica/answer.ts';
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { FOOT } from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';
const GID = 'CAESEKx7Qm2bWildWildWildWild';

export const NOT_RUN_PAGES: readonly WildPage[] = [
  {
    name: 'tags-for-no-script',
    about:
      'Only the parts of Google Tag Manager and Meta’s pixel for browsers without scripts. This browser has scripts: nothing is contacted.',
    sources: [
      'https://developers.google.com/tag-platform/tag-manager/web (noscript)',
      'https://html.spec.whatwg.org/multipage/scripting.html#the-noscript-element',
    ],
    host: 'www.jimihendrix.com',
    path: '/noscript',
    html: document(
      'Jimi',
      `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-WILD12" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>
<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=1234567890&ev=PageView&noscript=1"></noscript><p>News</p>${FOOT}`,
    ),
    right: {
      practices: [],
      not: [VISIT, 'tag-manager', 'pixel-tag', 'advertising', 'widget', 'social-plug-in', 'web-analytics'],
    },
  },
  {
    name: 'in-templates-and-comments',
    about:
      'A player, a sign-up and tags that stand in templates, comments and scripts of another type. None of them is there.',
    sources: ['https://html.spec.whatwg.org/multipage/scripting.html#the-template-element'],
    host: 'www.billyjoel.com',
    path: '/template',
    html: document(
      'Billy',
      `<template><iframe src="https://www.youtube.com/embed/wild"></iframe><form action="https://wild.us1.list-manage.com/subscribe/post"><input type="email" name="EMAIL"><button>Subscribe to the newsletter</button></form></template>
<!-- <script src="https://www.google-analytics.com/analytics.js"></script> --><script type="text/x-template"><div class="fb-like" data-href="x"></div><input type="password"></script><script type="text/plain" src="https://static.hotjar.com/c/hotjar-1.js"></script><p>News</p>${FOOT}`,
    ),
    right: {
      practices: [],
      not: [
        VISIT,
        'widget',
        'newsletter-email',
        'form-to-another-company',
        'web-analytics',
        'session-recording',
        'social-plug-in',
        'account',
      ],
    },
  },
  {
    name: 'spacers-of-old',
    about:
      'A layout of old with spacers of one pixel from the site itself, and a placeholder written into the address.',
    sources: ['https://en.wikipedia.org/wiki/Spacer_GIF'],
    host: 'www.paulsimon.com',
    path: '/spacers',
    html: document(
      'Paul',
      `<table><tr><td><img src="/images/spacer.gif" width="20" height="1" alt=""></td><td><img src="/images/spacer.gif" width="1" height="300" alt=""></td></tr></table><img alt="" width="300" height="200" data-src="/cover.jpg" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">${FOOT}`,
    ),
    serve: { '/images/spacer.gif': () => pixel() },
    right: { practices: [], not: ['pixel-tag', VISIT, 'collector-in-disguise', 'web-analytics'] },
  },
  {
    name: 'cookies-of-server-software',
    about: 'The cookies of PHP, Laravel, Django, Java and of a load balancer, all set by the site’s own server.',
    sources: [
      'https://www.php.net/manual/en/session.configuration.php',
      'https://laravel.com/docs/csrf (XSRF-TOKEN)',
      'https://docs.djangoproject.com/en/stable/ref/csrf/',
      'https://jakarta.ee/specifications/servlet/',
    ],
    host: 'www.adele.com',
    path: '/server',
    html: document('Adele', `<p>News</p>${FOOT}`),
    headers: {
      'set-cookie': [
        'PHPSESSID=9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d; Path=/; HttpOnly',
        'laravel_session=eyJpdiI6IndpbGR3aWxkd2lsZHdpbGQifQ; Path=/; HttpOnly',
        'XSRF-TOKEN=eyJpdiI6InRva2VudG9rZW50b2tlbiJ9; Path=/',
        'csrftoken=AbCdEfGhIjKlMnOpQrStUvWxYz012345; Path=/',
        'JSESSIONID=1A530637289A03B07199A44E8D531427; Path=/; HttpOnly',
        'SERVERID=web3; Path=/',
      ],
    },
    right: {
      practices: ['first-party-cookies'],
      not: ['third-party-cookies', 'identifier-in-two-places', VISIT, 'consent-manager', 'web-storage', 'account'],
    },
  },
  {
    name: 'links-that-stay',
    about: 'Links by mail, by telephone, within the page, to a name below the site’s and to Sony Music’s own sites.',
    sources: ['https://html.spec.whatwg.org/multipage/links.html'],
    host: 'www.foofighters.com',
    path: '/links',
    html: document(
      'Foo',
      `<a href="mailto:fans@foofighters.com">Mail</a> <a href="tel:+12125550100">Call</a> <a href="#top">Top</a> <a href="javascript:void 0">Menu</a> <a href="https://shop.foofighters.com/">Shop</a> <a href="https://www.rcarecords.com/">RCA</a> <a href="https://www.sonymusic.com/careers/">Careers</a>${FOOT}`,
    ),
    right: { practices: [], not: ['outbound-links', 'other-company-shop', 'mobile-number', VISIT, 'job-application'] },
  },
  {
    name: 'handed-on-by-redirect',
    about:
      'Google’s cookie match: its address leads on to Taboola’s, which leads on to that of AppNexus, each with Google’s id.',
    sources: [
      'https://developers.google.com/authorized-buyers/rtb/cookie-guide (cm.g.doubleclick.net/pixel → google_gid)',
    ],
    host: 'www.ptxofficial.com',
    path: '/match',
    html: document(
      'PTX',
      `<p>News</p><img alt="" width="1" height="1" src="https://cm.g.doubleclick.net/pixel?google_nid=taboola&google_cm">${FOOT}`,
    ),
    serve: {
      'cm.g.doubleclick.net/pixel': () => ({
        status: 302,
        type: 'text/plain',
        body: '',
        headers: {
          location: `https://sync.taboola.com/sg/google/1/cm?google_gid=${GID}&google_cver=1`,
          'set-cookie':
            'IDE=AHWqTUwildwildwildwild; Domain=.doubleclick.net; Path=/; Max-Age=33696000; Secure; SameSite=None',
        },
      }),
      'sync.taboola.com/sg/google/1/cm': () => ({
        status: 302,
        type: 'text/plain',
        body: '',
        headers: { location: `https://ib.adnxs.com/setuid?entity=91&code=${GID}` },
      }),
      'ib.adnxs.com/setuid': () => pixel(),
    },
    right: {
      practices: [VISIT, 'advertising', 'pixel-tag'],
      full: ['redirect-through-company', 'third-party-cookies'],
      not: ['first-party-cookies', 'consent-manager', 'session-recording'],
      either: { 'identifier-shared-between-companies': 'Google’s id goes to two more, which only the browser sees' },
      others: { Google: ['cm.g.doubleclick.net'] },
      othersInFull: { Taboola: ['sync.taboola.com'], 'Xandr|AppNexus|Microsoft': ['ib.adnxs.com'] },
    },
  },
  {
    name: 'flash-cookie-by-ruffle',
    about: 'A Flash film in Ruffle, which keeps the film’s shared object in localStorage as it does.',
    sources: ['https://github.com/ruffle-rs/ruffle web/src/storage.rs (key: host/path/name, base64 of the object)'],
    host: 'www.acdc.com',
    path: '/jukebox',
    html: document(
      'Jukebox',
      `<object type="application/x-shockwave-flash" data="/films/jukebox.swf" width="300" height="200"></object>${FOOT}`,
      '<script src="/ruffle/ruffle.js"></script>',
    ),
    serve: {
      '/films/jukebox.swf': () => ({ type: 'application/x-shockwave-flash', body: 'FWS' }),
      '/ruffle/ruffle.js': companyScript(`
window.RufflePlayer = {};
const text = (words) => [...words].map((letter) => letter.charCodeAt(0));
const named = (words) => [0, words.length, ...text(words)];
const body = [...text('TCSO'), 0, 4, 0, 0, 0, 0, ...named('jukebox'), 0, 0, 0, 0, ...named('volume'), 0, 0x40, 0x49, 0, 0, 0, 0, 0, 0, 0, ...named('player'), 2, ...named('Ada'), 0];
localStorage.setItem(location.hostname + '/films/jukebox.swf/jukebox', btoa(String.fromCharCode(0, 0xbf, 0, 0, 0, body.length, ...body)));
`),
    },
    right: {
      practices: ['flash-content', 'flash-cookies'],
      not: [VISIT, 'widget', 'identifier-in-two-places'],
      either: { 'web-storage': 'the Flash cookie stands in localStorage, and is told as what it is' },
    },
  },
  {
    name: 'card-on-own-page',
    about: 'A shop’s own checkout with the fields of a card on its own page.',
    sources: ['https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill (cc-number)'],
    host: 'shop.pinkspage.com',
    path: '/checkout',
    html: document(
      'Pay',
      `<form action="/pay" method="post"><label>Name on card <input name="ccname" autocomplete="cc-name"></label><label>Card number <input name="ccnumber" inputmode="numeric" autocomplete="cc-number"></label>
<label>Expiry <input name="ccexp" autocomplete="cc-exp"></label><label>Security code <input name="cvc" autocomplete="cc-csc"></label><button>Pay now</button></form>${FOOT}`,
    ),
    right: {
      practices: ['payment'],
      not: ['newsletter-email', 'sent-without-encryption', 'account', VISIT],
      either: { 'name-and-address': 'the name on the card is asked for, as a part of the card' },
    },
  },
  {
    name: 'gift-card-code',
    about: 'A cart with a field for the code of a gift card and one for a discount, and no card of a bank.',
    sources: ['https://help.shopify.com/en/manual/products/gift-card-products'],
    host: 'shop.celinedion.com',
    path: '/cart',
    html: document(
      'Cart',
      `<form action="/cart/discount" method="post"><label>Gift card number <input name="gift_card" autocomplete="off"></label><label>Discount code <input name="discount"></label><button>Apply</button></form>${FOOT}`,
    ),
    right: { practices: [], not: ['payment', 'newsletter-email', 'account', 'name-and-address', VISIT] },
  },
  {
    name: 'map-and-robot-check',
    about: 'A map of Google’s in a frame, and reCAPTCHA on a contact form.',
    sources: [
      'https://developers.google.com/maps/documentation/embed/embedding-map',
      'https://developers.google.com/recaptcha/docs/v3',
    ],
    host: 'www.celinedion.com',
    path: '/venue',
    html: document(
      'Venue',
      `<iframe title="Map" src="https://www.google.com/maps/embed?pb=wild" width="400" height="300"></iframe>
<form action="/contact" method="post"><label>Name <input name="name" autocomplete="name"></label><label>Message <textarea name="message"></textarea></label><button>Send</button></form>${FOOT}`,
      '<script src="https://www.google.com/recaptcha/api.js?render=wild" async></script>',
    ),
    serve: {
      'www.google.com/recaptcha/api.js': companyScript(
        "load('https://www.gstatic.com/recaptcha/releases/wild/recaptcha__en.js');",
      ),
    },
    right: {
      practices: [VISIT, 'widget', 'name-and-address'],
      not: ['advertising', 'fingerprinting', 'web-analytics', 'newsletter-email', 'session-recording', 'tag-manager'],
      either: { 'location-look-up': 'a map shows a place; it asks for none' },
      others: { Google: ['www.google.com', 'www.gstatic.com'] },
    },
  },
  {
    name: 'errors-reported',
    about: 'Sentry’s loader, which reports an error of the page.',
    sources: ['https://docs.sentry.io/platforms/javascript/install/loader/'],
    host: 'www.michaeljackson.com',
    path: '/errors',
    html: document(
      'Michael',
      `<p>News</p>${FOOT}`,
      '<script src="https://js.sentry-cdn.com/1a2b3c4d5e6f.min.js" crossorigin="anonymous"></script>',
    ),
    serve: {
      'js.sentry-cdn.com/1a2b3c4d5e6f.min.js': companyScript(
        "load('https://browser.sentry-cdn.com/8.33.0/bundle.min.js', () => post('https://o123.ingest.us.sentry.io/api/456/envelope/?sentry_key=wild&sentry_version=7', '{}'));",
      ),
    },
    right: {
      practices: [VISIT],
      not: ['session-recording', 'advertising', 'fingerprinting', 'third-party-cookies', 'pixel-tag', 'tag-manager'],
      either: { 'web-analytics': 'Sentry counts errors, and sessions besides' },
      others: {
        'Sentry|Functional Software': ['js.sentry-cdn.com', 'browser.sentry-cdn.com', 'o123.ingest.us.sentry.io'],
      },
    },
  },
  {
    name: 'quiz-by-typeform',
    about: 'A quiz of Typeform in a frame.',
    sources: ['https://developer.typeform.com/embed/'],
    host: 'www.blink182.com',
    path: '/quiz',
    html: document(
      'Which song are you?',
      `<div data-tf-live="wild"></div>${FOOT}<script src="https://embed.typeform.com/next/embed.js"></script>`,
    ),
    serve: {
      'embed.typeform.com/next/embed.js': companyScript(
        "whenReady(() => { const frame = document.createElement('iframe'); frame.title = 'typeform-embed'; frame.width = 500; frame.height = 400; frame.src = 'https://form.typeform.com/to/wild?typeform-embed=embed-widget'; document.querySelector('[data-tf-live]').append(frame); });",
      ),
    },
    right: {
      practices: [VISIT, 'widget'],
      not: ['newsletter-email', 'demographics', 'session-recording', 'advertising', 'first-party-cookies'],
      others: { Typeform: ['embed.typeform.com', 'form.typeform.com'] },
    },
  },
];
