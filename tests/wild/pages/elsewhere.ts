/**
 * Players, tickets, links, sign-ins, chats: what leads elsewhere, and what only looks like it.
 *
 * Long because: they are read side by side.
 */
import { document, type WildPage } from '../wild-page.ts';
import { FOOT } from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';
/** The only links to others are told as what they are. */
const TOLD_AS_MORE = {
  'outbound-links': 'the links to others are told as something more exact: rights, a sign-in, a shop',
};
const frames = (...sources: string[]): string =>
  sources.map((src) => `<iframe title="Player" src="${src}" width="300" height="200"></iframe>`).join('');

export const ELSEWHERE_PAGES: readonly WildPage[] = [
  {
    name: 'players-five',
    about: 'The players of YouTube, Spotify, Apple Music, SoundCloud and Vimeo.',
    sources: [
      'https://developers.google.com/youtube/player_parameters',
      'https://developer.spotify.com/documentation/embeds',
      'https://developers.soundcloud.com/docs/api/html5-widget',
      'https://developer.vimeo.com/player/embedding',
    ],
    host: 'www.ultrarecords.com',
    path: '/listen',
    html: document(
      'Listen',
      frames(
        'https://www.youtube.com/embed/wild123',
        'https://open.spotify.com/embed/album/wild123',
        'https://embed.music.apple.com/us/album/wild/123',
        'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123',
        'https://player.vimeo.com/video/123',
      ) + FOOT,
    ),
    right: {
      practices: [VISIT, 'widget'],
      full: ['third-party-cookies'],
      not: [
        'pre-save',
        'social-plug-in',
        'social-sign-in',
        'web-analytics',
        'advertising',
        'first-party-cookies',
        'session-recording',
      ],
      others: {
        'Google|YouTube': ['www.youtube.com'],
        Spotify: ['open.spotify.com'],
        Apple: ['embed.music.apple.com'],
        SoundCloud: ['w.soundcloud.com'],
        'Vimeo|Bending Spoons': ['player.vimeo.com'],
      },
    },
  },
  {
    name: 'video-on-press-only',
    about: 'A picture of a video, and YouTube’s frame only once the person presses it.',
    sources: ['https://web.dev/articles/embed-best-practices (facades)', 'paulirish/lite-youtube-embed'],
    host: 'www.legacyrecordings.com',
    path: '/video',
    html: document(
      'Video',
      `<button id="play">Play the video (this contacts YouTube)</button>${FOOT}<script>document.querySelector('#play').onclick = (event) => {
const frame = document.createElement('iframe'); frame.src = 'https://www.youtube-nocookie.com/embed/wild?autoplay=1'; frame.title = 'Video'; event.target.replaceWith(frame); };</script>`,
    ),
    right: { practices: [], not: [VISIT, 'widget', 'third-party-cookies', 'consent-manager', 'used-before-choice'] },
  },
  {
    name: 'tickets-three',
    about: 'The tour lists of Bandsintown, Songkick and Seated, and a link to Ticketmaster.',
    sources: [
      'https://artists.bandsintown.com/support/events-widget',
      'https://www.songkick.com/tourbox',
      'https://support.seated.com/ (embed)',
    ],
    host: 'www.foofighters.com',
    path: '/tour',
    html: document(
      'Tour',
      `<div data-wild-widget></div><a class="bit-widget-initializer" data-artist-name="Foo"></a><div id="seated-55fdf2c0" data-artist-id="wild"></div>
<a href="https://www.ticketmaster.com/foo/event/1">Tickets at Ticketmaster</a>${FOOT}`,
      '<script async src="https://widget.bandsintown.com/main.min.js"></script><script async src="https://widget.seated.com/app.js"></script><script async src="https://widget-app.songkick.com/injector/wild"></script>',
    ),
    right: {
      practices: [VISIT, 'widget', 'outbound-links'],
      not: ['newsletter-email', 'web-analytics', 'first-party-cookies', 'location-look-up', 'consent-manager'],
      either: { 'other-company-shop': 'a seller of tickets is a shop to some, and a box office to others' },
      others: {
        Bandsintown: ['widget.bandsintown.com', 'rest.bandsintown.com'],
        Songkick: ['widget-app.songkick.com'],
        Seated: ['widget.seated.com', 'cdn.seated.com'],
      },
    },
  },
  {
    name: 'smart-links',
    about: 'Links to smart link pages (Linkfire, ffm.to, found.ee), nothing loaded from them.',
    sources: ['https://www.linkfire.com/ (lnk.to)', 'https://feature.fm/ (ffm.to)', 'https://found.ee/'],
    host: 'www.hstyles.co.uk',
    html: document(
      'H',
      `<a href="https://sme.lnk.to/HarrysHouse">Listen now</a> <a href="https://ffm.to/wild">Stream</a> <a href="https://found.ee/wild">Tour</a>${FOOT}`,
    ),
    right: {
      practices: ['outbound-links'],
      not: [VISIT, 'widget', 'redirect-through-company', 'web-analytics'],
      either: { 'pre-save': 'such links may lead to a pre-save; nothing on the page says so' },
    },
  },
  {
    name: 'pre-save-by-spotify',
    about: 'A pre-save: the link asks Spotify for rights, some of which a pre-save needs.',
    sources: ['https://developer.spotify.com/documentation/web-api/concepts/scopes'],
    host: 'www.pinkspage.com',
    path: '/presave',
    html: document(
      'Pre-save the new single',
      `<a href="https://accounts.spotify.com/authorize?client_id=wild&response_type=code&redirect_uri=https%3A%2F%2Fwww.pinkspage.com%2Fcb&scope=user-library-modify%20user-read-email%20user-follow-modify%20playlist-modify-public">Pre-save on Spotify</a>${FOOT}`,
    ),
    right: {
      practices: ['pre-save'],
      not: [VISIT, 'account', 'widget'],
      either: {
        ...TOLD_AS_MORE,
        'social-sign-in': 'one signs in with Spotify on the way; the link is for rights and not to sign in here',
      },
    },
  },
  {
    name: 'listen-on-spotify',
    about:
      'Plain links to an artist’s pages on Spotify, Apple Music and in social networks: nothing is asked for and nothing loaded.',
    sources: ['English of artists’ pages'],
    host: 'www.adele.com',
    path: '/links',
    html: document(
      'Adele',
      `<a href="https://open.spotify.com/artist/wild">Listen on Spotify</a> <a href="https://music.apple.com/us/artist/1">Apple Music</a> <a href="https://www.facebook.com/adele">Facebook</a> <a href="https://x.com/adele">X</a> <a href="https://www.instagram.com/adele/">Instagram</a>${FOOT}`,
    ),
    right: {
      practices: ['outbound-links'],
      not: ['pre-save', 'social-plug-in', 'social-sign-in', 'widget', VISIT, 'other-company-shop'],
    },
  },
  {
    name: 'sign-in-with-four',
    about: 'Sign-in with Google, Apple, Facebook and X on the page of an account.',
    sources: [
      'https://developers.google.com/identity/gsi/web/guides/display-button',
      'https://developer.apple.com/documentation/signinwithapple/configuring-your-webpage-for-sign-in-with-apple',
      'https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow',
    ],
    host: 'www.sonymusicfans.com',
    path: '/account',
    html: document(
      'Sign in',
      `<div id="g_id_onload" data-client_id="wild.apps.googleusercontent.com" data-login_uri="https://www.sonymusicfans.com/g"></div><div class="g_id_signin" data-type="standard"></div>
<div id="appleid-signin" data-type="sign in"></div><a href="https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri=https%3A%2F%2Fwww.sonymusicfans.com%2Ff&scope=email">Continue with Facebook</a>
<a href="https://api.twitter.com/oauth/authenticate?oauth_token=wild">Sign in with X</a>${FOOT}`,
      '<script src="https://accounts.google.com/gsi/client" async></script><script src="https://appleid.cdn-apple.com/appleauth/static/jsapi/appleid/1/en_US/appleid.auth.js"></script>',
    ),
    right: {
      practices: [VISIT, 'social-sign-in', 'third-party-cookies'],
      not: ['pre-save', 'account', 'newsletter-email', 'advertising', 'web-analytics'],
      either: {
        ...TOLD_AS_MORE,
        'first-party-cookies': 'Google’s script wrote the only cookie, on the site’s name',
        widget: 'a button to sign in is a part of another company; it has a name of its own here',
        'social-plug-in': 'a button of Facebook’s, to sign in',
      },
      others: { Google: ['accounts.google.com'], Apple: ['appleid.cdn-apple.com'] },
    },
  },
  {
    name: 'social-plug-ins',
    about: 'A page plug-in of Facebook, a post from X and one from Instagram.',
    sources: [
      'https://developers.facebook.com/docs/plugins/page-plugin',
      'https://developer.x.com/en/docs/x-for-websites/embedded-posts',
      'https://developers.facebook.com/docs/instagram/oembed (embed.js)',
    ],
    host: 'www.paulsimon.com',
    path: '/social',
    html: document(
      'Social',
      `<div id="fb-root"></div><div class="fb-page" data-href="https://www.facebook.com/paulsimon"></div><blockquote class="twitter-tweet"><a href="https://twitter.com/paul/status/1"></a></blockquote>
<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/wild/"></blockquote>${FOOT}`,
      '<script async defer crossorigin="anonymous" src="https://connect.facebook.net/en_US/sdk.js#xfbml=1&version=v19.0"></script><script async src="https://platform.twitter.com/widgets.js"></script><script async src="https://www.instagram.com/embed.js"></script>',
    ),
    right: {
      practices: [VISIT, 'social-plug-in'],
      not: ['social-sign-in', 'pixel-tag', 'web-analytics', 'pre-save'],
      either: {
        advertising: 'networks that also sell advertising were contacted for their posts',
        widget: 'such plug-ins are widgets too',
        'outbound-links': 'the only links stood in the quotes that the plug-ins took away',
      },
      others: {
        'Facebook|Meta|Instagram': ['connect.facebook.net', 'www.facebook.com', 'www.instagram.com'],
        'Twitter|^X\\b|X Corp': ['platform.twitter.com'],
      },
    },
  },
  {
    name: 'share-by-own-button',
    about: 'The site’s own share button, which opens the sheet of the device. No network is there.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/API/Navigator/share'],
    host: 'www.davidgilmour.com',
    path: '/share',
    html: document(
      'Share',
      `<button class="share" id="share">Share</button>${FOOT}<script>document.querySelector('#share').onclick = () => navigator.share?.({ url: location.href });</script>`,
    ),
    right: { practices: [], not: ['social-plug-in', 'social-sign-in', VISIT, 'outbound-links'] },
  },
  {
    name: 'chats-four',
    about: 'The chats of Intercom, Zendesk, Crisp and tawk.to.',
    sources: [
      'https://www.intercom.com/help/en/articles/2361922 (cookies)',
      'https://developer.zendesk.com/api-reference/widget-messaging/ (snippet)',
      'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/',
      'https://developer.tawk.to/jsapi/',
    ],
    host: 'www.nowmusic.com',
    path: '/help',
    html: document(
      'Help',
      `<p>How can we help?</p>${FOOT}`,
      '<script async src="https://widget.intercom.io/widget/wild"></script><script id="ze-snippet" async src="https://static.zdassets.com/ekr/snippet.js?key=wild"></script><script async src="https://client.crisp.chat/l.js"></script><script async src="https://embed.tawk.to/wild/default"></script>',
    ),
    right: {
      practices: [VISIT, 'third-party-cookies', 'web-storage', 'widget'],
      not: [
        'session-recording',
        'fingerprinting',
        'consent-manager',
        'identifier-shared-between-companies',
        'advertising',
      ],
      either: {
        'first-party-cookies': 'the chats’ scripts wrote all cookies, on the site’s name',
        'web-analytics': 'chats also show the operator who is on which page',
      },
      others: {
        Intercom: ['widget.intercom.io', 'js.intercomcdn.com', 'api-iam.intercom.io'],
        Zendesk: ['static.zdassets.com', 'ekr.zdassets.com'],
        Crisp: ['client.crisp.chat'],
        tawk: ['embed.tawk.to', 'va.tawk.to'],
      },
    },
  },
  {
    name: 'shop-elsewhere',
    about: 'A link to a shop on another company’s name, and one to the artist’s own shop.',
    sources: ['English of artists’ pages', 'https://www.merchbar.com/'],
    host: 'www.cagetheelephant.com',
    path: '/merch',
    html: document(
      'Merch',
      `<a href="https://www.merchbar.com/rock-alternative/cage">Shop vinyl and shirts at Merchbar</a> <a href="https://shop.cagetheelephant.com/">Official store</a>${FOOT}`,
    ),
    right: { practices: ['other-company-shop'], not: [VISIT, 'widget', 'payment'], either: TOLD_AS_MORE },
  },
  {
    name: 'shop-of-its-own',
    about: 'Links to the artist’s own shop alone.',
    sources: ['policy-data/organisations/sony-music/sites.json (names below a listed domain)'],
    host: 'www.celinedion.com',
    path: '/merch',
    html: document('Merch', `<a href="https://shop.celinedion.com/">Shop</a> <a href="/store">Store</a>${FOOT}`),
    right: { practices: [], not: ['other-company-shop', 'outbound-links', VISIT] },
  },
  {
    name: 'fonts-and-library',
    about: 'Fonts of Google and a library from a public delivery network: companies are contacted, and no more.',
    sources: [
      'https://developers.google.com/fonts/faq/privacy',
      'https://www.jsdelivr.com/terms/privacy-policy-jsdelivr-net',
    ],
    host: 'www.thiefaine.com',
    path: '/fonts',
    html: document(
      'Polices',
      `<p>Actualités</p>${FOOT}`,
      '<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter"><script src="https://cdn.jsdelivr.net/npm/swiper@11/swiper-bundle.min.js"></script>',
    ),
    right: {
      practices: [VISIT],
      not: [
        'web-analytics',
        'advertising',
        'widget',
        'pixel-tag',
        'tag-manager',
        'fingerprinting',
        'third-party-cookies',
      ],
      // What another company's style sheet loads is not told to the page.
      othersInFull: { Google: ['fonts.gstatic.com'] },
      others: { Google: ['fonts.googleapis.com'], 'jsDelivr|Prospect One|Volentio': ['cdn.jsdelivr.net'] },
    },
  },
];
