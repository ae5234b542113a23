/**
 * Players, ticket lists, chats, sign-ins and other parts of pages that come from another company.
 *
 * Long because: one entry for each, side by side.
 */
import { html, json, type Answer } from '../../../replica/answer.ts';
import type { Served } from '../wild-page.ts';
import { companyScript } from './company-script.ts';

/** A picture that can be seen. */
function picture(): Answer {
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><circle cx="48" cy="48" r="40"/></svg>';
  return { type: 'image/svg+xml', body };
}

const frame =
  (title: string, body = ''): (() => Answer) =>
  () =>
    html(`<!doctype html><title>${title}</title>${body}`);
const frameWith =
  (title: string, ...cookies: string[]): (() => Answer) =>
  () =>
    html(`<!doctype html><title>${title}</title>`, {
      'set-cookie': cookies.map((cookie) => `${cookie}; Path=/; Max-Age=15552000; Secure; SameSite=None`),
    });

/** A frame where the script stands, as widgets of ticket companies make one. */
const framing = (src: string): (() => Answer) =>
  companyScript(`whenReady(() => {
  const element = document.createElement('iframe');
  element.src = '${src}';
  element.width = 300;
  element.height = 150;
  (document.querySelector('[data-wild-widget]') ?? document.body).append(element);
});`);

/** What the widgets answer. */
export const WIDGETS: Served = {
  'www.youtube.com/embed/*': frameWith(
    'YouTube',
    'VISITOR_INFO1_LIVE=aBcDeFgHiJk; Domain=.youtube.com',
    'YSC=zYxWvUtSrQp; Domain=.youtube.com',
  ),
  'www.youtube-nocookie.com/embed/*': frame('YouTube'),
  'open.spotify.com/embed/*': frameWith('Spotify', 'sp_t=0a1b2c3d-4e5f-4607-8899-aabbccddeeff; Domain=.spotify.com'),
  'embed.music.apple.com/*': frame('Apple Music'),
  'w.soundcloud.com/player/*': frameWith(
    'SoundCloud',
    'sc_anonymous_id=123456-789012-345678-901234; Domain=.soundcloud.com',
  ),
  'player.vimeo.com/video/*': frameWith('Vimeo', 'vuid=pl1234567890.123456789; Domain=.vimeo.com'),
  'widget.bandsintown.com/main.min.js': framing('https://rest.bandsintown.com/widget/wild'),
  'rest.bandsintown.com/*': frame('Tour dates'),
  'widget.seated.com/app.js': companyScript(`
whenReady(async () => {
  await fetch('https://cdn.seated.com/api/tour/wild?include=tour-events').catch(() => {});
  document.querySelector('[data-artist-id]').innerHTML = '<a href="https://link.seated.com/wild">Tickets</a>';
});
`),
  'cdn.seated.com/api/*': () => json({ data: [] }),
  'widget-app.songkick.com/injector/*': framing('https://widget-app.songkick.com/widget/wild'),
  'widget-app.songkick.com/widget/wild': frame('Songkick'),
  'widget.intercom.io/widget/*': companyScript(`
load('https://js.intercomcdn.com/frame-modern.1a2b3c.js', () => {
  put('intercom-id-wild', crypto.randomUUID(), 270);
  put('intercom-device-id-wild', crypto.randomUUID(), 270);
  show('<div class="intercom-lightweight-app"><div class="intercom-lightweight-app-launcher" role="button" aria-label="Open Intercom Messenger">Chat</div></div>');
  post('https://api-iam.intercom.io/messenger/web/ping', 'app_id=wild&anonymous_id=' + get('intercom-id-wild'));
});
`),
  'static.zdassets.com/ekr/snippet.js': companyScript(`
fetch('https://ekr.zdassets.com/compose/wild').catch(() => {}).then(() => localStorage.setItem('ZD-suid', JSON.stringify({ id: digits(32), expiry: Date.now() + 1200000 })));
`),
  'client.crisp.chat/l.js': companyScript(`
load('https://client.crisp.chat/static/javascripts/client_default_1a2b3c.js', () => put('crisp-client%2Fsession%2Fwild', 'session_' + crypto.randomUUID(), 180));
`),
  'embed.tawk.to/*': companyScript(`
put('twk_idm_key', digits(20), 1);
localStorage.setItem('twk_wild', JSON.stringify({ uuid: crypto.randomUUID() }));
fetch('https://va.tawk.to/v1/widget-settings').catch(() => {});
`),
  'accounts.google.com/gsi/client': companyScript(`put('g_state', '{"i_l":0}', 180);`),
  'connect.facebook.net/en_US/sdk.js': companyScript(`
whenReady(() => { for (const holder of document.querySelectorAll('.fb-page, .fb-like')) {
  const element = document.createElement('iframe');
  element.src = 'https://www.facebook.com/v19.0/plugins/' + holder.className.slice(3) + '.php?href=' + encodeURIComponent(holder.dataset.href);
  holder.append(element);
} });
`),
  'www.facebook.com/v19.0/plugins/*': frame('Facebook'),
  'appleid.cdn-apple.com/appleauth/static/jsapi/appleid/1/en_US/appleid.auth.js': companyScript(''),
  'platform.twitter.com/widgets.js': companyScript(`
whenReady(() => { for (const quote of document.querySelectorAll('.twitter-tweet')) {
  const element = document.createElement('iframe');
  element.src = 'https://platform.twitter.com/embed/Tweet.html?id=1';
  quote.replaceWith(element);
} });
`),
  'platform.twitter.com/embed/Tweet.html': frame('Post'),
  'www.instagram.com/embed.js': companyScript(`
whenReady(() => { for (const quote of document.querySelectorAll('.instagram-media')) {
  const element = document.createElement('iframe');
  element.src = 'https://www.instagram.com/p/wild/embed/captioned/';
  quote.replaceWith(element);
} });
`),
  'www.instagram.com/p/wild/embed/captioned/': frame('Instagram'),
  'embed.laylo.com/*': frame('Laylo', '<form><input type="tel" name="phone"></form>'),
  'js.stripe.com/v3/': companyScript(`
put('__stripe_mid', crypto.randomUUID() + digits(6));
put('__stripe_sid', crypto.randomUUID() + digits(6), 1);
whenReady(() => {
  const element = document.createElement('iframe');
  element.name = '__privateStripeFrame1';
  element.src = 'https://js.stripe.com/v3/elements-inner-card.html';
  document.querySelector('#stripe-card-element')?.append(element);
  const metrics = document.createElement('iframe');
  metrics.hidden = true;
  metrics.src = 'https://m.stripe.network/inner.html';
  document.body.append(metrics);
});
`),
  'js.stripe.com/v3/elements-inner-card.html': frame(
    'Secure card payment input frame',
    '<input name="cardnumber" autocomplete="cc-number">',
  ),
  'm.stripe.network/inner.html': frame('Stripe', '<script src="out-4.5.44.js"></script>'),
  'fonts.googleapis.com/*': () => ({
    type: 'text/css',
    body: '@font-face{font-family:Wild;src:url(https://fonts.gstatic.com/s/wild.woff2)}body{font-family:Wild}',
  }),
  'fonts.gstatic.com/*': () => ({ type: 'font/woff2', body: '' }),
  'secure.gravatar.com/*': () => picture(),
  'ipapi.co/json/': () => json({ country: 'DE' }),
  'api.zippopotam.us/*': () => json({ 'post code': '10211', places: [] }),
};
