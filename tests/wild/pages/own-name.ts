/**
 * What collects under the site's own name, the site's own counting beside it, and routers that change the page without a load.
 *
 * Long because: each stands beside its innocent twin.
 */
import { json, pixel, script, type Answer } from '../../../replica/answer.ts';
import { companyScript } from '../stubs/company-script.ts';
import { document, type WildPage } from '../wild-page.ts';
import { COOKIES_BY_OTHERS, FOOT, GOOGLE_ANALYTICS, GTAG, GTAG_EITHER, PING_EITHER } from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';
const BY_OWN_COPY = {
  'first-party-cookies':
    'the site’s own server and its copy of Google’s script keep Google’s cookies: both answers fit each of them',
  'third-party-cookies': 'a script of Google’s wrote the cookie, which the site serves under its own name',
  'web-analytics': 'what counts is Google’s, and no host of Google’s was contacted',
};
const EMPTY = (): Answer => ({ status: 204, type: 'text/plain', body: '' });

/** A router as Next.js, Nuxt and Turbo have one: the address changes by pushState, the words by script. */
const ROUTER = `<script>
const views = JSON.parse(document.querySelector('#views').textContent);
const render = () => { document.querySelector('#view').innerHTML = views[location.pathname] ?? '<p>Nothing</p>'; document.title = location.pathname; };
document.addEventListener('click', (event) => { const link = event.target.closest('a[data-route]'); if (!link) return; event.preventDefault(); history.pushState({}, '', link.getAttribute('href')); render(); window.onRoute?.(); });
addEventListener('popstate', render);
</script>`;
const viewsOf = (views: Readonly<Record<string, string>>): string =>
  `<script type="application/json" id="views">${JSON.stringify(views).replaceAll('<', '\\u003c')}</script>`;

export const OWN_NAME_PAGES: readonly WildPage[] = [
  {
    name: 'google-under-own-name',
    about:
      'Google’s tag manager and Analytics 4 by a server of the site’s own (server-side tagging), with a cookie that the server sets.',
    sources: [
      'https://developers.google.com/tag-platform/tag-manager/server-side/custom-domain',
      'https://developers.google.com/tag-platform/tag-manager/server-side/dependency-serving (gtm.js by the own server; FPID)',
    ],
    host: 'www.johnmayer.com',
    path: '/tour',
    html: document(
      'John',
      `<p>News</p>${FOOT}`,
      '<script async src="https://sgtm.johnmayer.com/gtm.js?id=GTM-WILD12"></script>',
    ),
    serve: {
      'sgtm.johnmayer.com/gtm.js': companyScript(
        "load('https://sgtm.johnmayer.com/gtag/js?id=G-WILD1&l=dataLayer&cx=c');",
      ),
      'sgtm.johnmayer.com/gtag/js': companyScript(`
put('_ga', 'GA1.1.' + digits(9) + '.' + seconds(), 400);
put('_ga_WILD1', 'GS2.1.s' + seconds() + '$o1$g0$t' + seconds(), 400);
post('https://sgtm.johnmayer.com/g/collect?v=2&tid=G-WILD1&gtm=45je4&_p=' + Date.now() + '&cid=' + get('_ga').slice(6) + '&ul=en-us&sr=1280x800&_s=1&sid=' + seconds() + '&en=page_view&dl=' + encodeURIComponent(location.href), '');
`),
      'sgtm.johnmayer.com/g/collect': () => ({
        status: 204,
        type: 'text/plain',
        body: '',
        headers: {
          'set-cookie':
            'FPID=FPID2.2.wildwildwildwildwildwild.1700000000; Domain=.johnmayer.com; Path=/; Max-Age=63072000; HttpOnly; Secure',
        },
      }),
    },
    right: {
      practices: ['collector-in-disguise', 'tag-manager'],
      not: [VISIT, 'advertising', 'session-recording', 'consent-manager'],
      either: { ...BY_OWN_COPY, 'pixel-tag': 'the address is one that pixels have; nothing was drawn' },
    },
  },
  {
    name: 'cloudflare-zaraz',
    about: 'Cloudflare Zaraz: its script and what it collects go by /cdn-cgi/zaraz/ on the site’s own name.',
    sources: ['https://developers.cloudflare.com/zaraz/how-it-works/ and /zaraz/reference/zaraz-cookies/ (cfz_…)'],
    host: 'www.blink182.com',
    path: '/zaraz',
    html: document(
      'Blink',
      `<p>News</p>${FOOT}`,
      '<script src="/cdn-cgi/zaraz/s.js?z=JTdCJTIyZXhlY3V0ZWQlMjI=" defer></script>',
    ),
    serve: {
      '/cdn-cgi/zaraz/s.js': companyScript(`
post('/cdn-cgi/zaraz/t', JSON.stringify({ name: 'Pageview', data: {}, zarazData: { l: location.href, e: [], w: 1280, h: 800, c: document.cookie } }));
put('cfz_google-analytics_v4', encodeURIComponent(JSON.stringify({ wild_engagementDuration: { v: '0', e: Date.now() }, wild_ga4: { v: crypto.randomUUID(), e: Date.now() } })));
`),
      '/cdn-cgi/zaraz/t': () => json({}),
    },
    right: {
      practices: ['collector-in-disguise', 'first-party-cookies'],
      not: [VISIT, 'advertising', 'session-recording'],
      either: {
        ...PING_EITHER,
        'tag-manager': 'Zaraz manages tools, and runs them at Cloudflare instead of in the page',
        'web-analytics': 'which tools stand behind it cannot be seen from the page',
        'third-party-cookies': 'Cloudflare’s script wrote the cookie, which the site’s own name serves',
      },
    },
  },
  {
    name: 'cloudflare-web-analytics',
    about:
      'Cloudflare’s Web Analytics on a site behind Cloudflare: the script is Cloudflare’s, what it collects goes to /cdn-cgi/rum on the site’s own name.',
    sources: ['https://developers.cloudflare.com/web-analytics/faq/ (/cdn-cgi/rum)'],
    host: 'www.sonymusic.fr',
    html: document(
      'France',
      `<p>Actualités</p>${FOOT}<script defer src="https://static.cloudflareinsights.com/beacon.min.js" data-cf-beacon='{"token":"wild"}'></script>`,
    ),
    serve: { '/cdn-cgi/rum': EMPTY },
    right: {
      practices: [VISIT, 'web-analytics', 'collector-in-disguise'],
      either: PING_EITHER,
      not: ['first-party-cookies', 'third-party-cookies', 'web-storage', 'advertising', 'fingerprinting'],
      others: { Cloudflare: ['static.cloudflareinsights.com'] },
    },
  },
  {
    name: 'adobe-under-own-name',
    about: 'Adobe’s tags, its visitor id from demdex.net, and Adobe Analytics under a name of the site’s own.',
    sources: [
      'https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/ec-cookies/cookies-first-party (CNAME)',
      'https://experienceleague.adobe.com/en/docs/id-service/using/intro/cookies (AMCV_…, demdex)',
      'https://experienceleague.adobe.com/en/docs/analytics/implementation/validate/query-parameters (/b/ss/…)',
    ],
    host: 'www.whitneyhouston.com',
    path: '/adobe',
    html: document(
      'Whitney',
      `<p>News</p>${FOOT}`,
      '<script async src="https://assets.adobedtm.com/wild/launch-1a2b3c4d.min.js"></script>',
    ),
    serve: {
      'metrics.whitneyhouston.com/b/ss/*': () => ({
        type: 'image/gif',
        body: pixel().body,
        headers: {
          'set-cookie':
            's_vi=[CS]v1|2F1A2B3C05010203-40000101A0001234[CE]; Domain=.whitneyhouston.com; Path=/; Max-Age=63072000; Secure',
        },
      }),
    },
    right: {
      practices: [VISIT, 'tag-manager', 'collector-in-disguise', 'pixel-tag', 'third-party-cookies'],
      not: ['session-recording', 'consent-manager', 'redirect-through-company', 'identifier-shared-between-companies'],
      either: {
        'first-party-cookies': 'Adobe’s collector set s_vi on the site’s name, Adobe’s scripts the rest',
        'web-analytics':
          'Adobe Analytics counts, under the site’s own name; the hosts contacted by Adobe’s name are those of its tags and its id',
        advertising: 'demdex.net is Adobe’s Audience Manager, which is made for advertising',
      },
      others: { Adobe: ['assets.adobedtm.com', 'dpm.demdex.net'] },
    },
  },
  {
    name: 'matomo-of-its-own',
    about: 'Matomo, the free software, run by the site on its own host: it counts, and no other company is there.',
    sources: [
      'https://developer.matomo.org/guides/tracking-javascript-guide',
      'https://matomo.org/faq/general/faq_146/ (_pk_id, _pk_ses)',
    ],
    host: 'www.sonymusic.dk',
    html: document('Danmark', `<p>Nyheder</p>${FOOT}`, '<script async src="/matomo/matomo.js"></script>'),
    serve: {
      '/matomo/matomo.js': companyScript(`
put('_pk_id.1.fff1', Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('') + '.' + seconds() + '.', 393);
put('_pk_ses.1.fff1', '1', 1);
post('/matomo/matomo.php?action_name=' + encodeURIComponent(document.title) + '&idsite=1&rec=1&r=' + digits(6) + '&h=12&m=0&s=0&url=' + encodeURIComponent(location.href) + '&_id=' + get('_pk_id.1.fff1').slice(0, 16) + '&_idn=1&send_image=0&pv_id=wild01&res=1280x800', '');
`),
      '/matomo/matomo.php': EMPTY,
    },
    right: {
      practices: ['first-party-cookies'],
      not: [VISIT, 'web-analytics', 'third-party-cookies', 'collector-in-disguise', 'advertising'],
      either: { 'pixel-tag': 'Matomo’s address is that of a pixel; here a ping was sent and no image loaded' },
    },
  },
  {
    name: 'snowplow-on-own-host',
    about: 'Snowplow’s tracker, served by the site, sends to a collector under the site’s own name.',
    sources: [
      'https://docs.snowplow.io/docs/sources/web-trackers/cookies-and-local-storage/ (_sp_id, snowplowOutQueue)',
      'https://docs.snowplow.io/docs/events/going-deeper/http-requests/',
    ],
    host: 'www.sonymusic.no',
    html: document('Norge', `<p>Nyheter</p>${FOOT}`, '<script async src="/js/sp.js"></script>'),
    serve: {
      '/js/sp.js': companyScript(`
put('_sp_id.2a1b', crypto.randomUUID() + '.' + seconds() + '.1.' + seconds() + '..' + crypto.randomUUID() + '..' + crypto.randomUUID(), 730);
put('_sp_ses.2a1b', '*', 1);
localStorage.setItem('snowplowOutQueue_sp_post2', '[]');
post('https://sp.sonymusic.no/com.snowplowanalytics.snowplow/tp2', JSON.stringify({ schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4', data: [{ e: 'pv', url: location.href, tv: 'js-3.24.0', tna: 'sp', aid: 'site', p: 'web' }] }));
`),
      'sp.sonymusic.no/com.snowplowanalytics.snowplow/tp2': EMPTY,
    },
    right: {
      practices: ['first-party-cookies', 'web-storage'],
      not: [VISIT, 'advertising', 'session-recording', 'identifier-in-two-places'],
      either: {
        ...PING_EITHER,
        'collector-in-disguise': 'who runs the collector, the site or Snowplow for it, cannot be seen from the page',
        'web-analytics': 'the same',
      },
    },
  },
  {
    name: 'router-to-newsletter',
    about: 'A site with a router: the person opens the newsletter’s view, and its form appears without a load.',
    sources: [
      'https://nextjs.org/docs/app/getting-started/linking-and-navigating',
      'https://developer.mozilla.org/en-US/docs/Web/API/History/pushState',
    ],
    host: 'www.sonymusic.es',
    html: document(
      'España',
      `<div id="view"><p>Noticias</p></div>${viewsOf({ '/boletin': '<form action="/boletin" method="post"><label>Correo electrónico <input type="email" name="email"></label><button>Suscribirse a la newsletter</button></form>' })}${FOOT}`,
      '',
    ).replace('</body>', `<a data-route href="/boletin" id="go">Boletín</a>${ROUTER}</body>`),
    steps: ({ page }) => page.click('#go'),
    right: { practices: ['newsletter-email'], not: [VISIT, 'account', 'name-and-address', 'outbound-links'] },
  },
  {
    name: 'router-replaces-query',
    about:
      'A list with a sign-up beside it; the person sorts it, and the address gets ?sort=new by replaceState. It is still the same page.',
    sources: [
      'https://developer.mozilla.org/en-US/docs/Web/API/History/replaceState',
      'https://router.vuejs.org/api/ (replace)',
    ],
    host: 'www.sonymusic.fi',
    html: document(
      'Suomi',
      `<button id="sort">Newest first</button><form action="/uutiskirje" method="post"><label>Email <input type="email" name="email"></label><button>Subscribe to the newsletter</button></form>${FOOT}
<script>document.querySelector('#sort').onclick = () => { history.replaceState(null, '', '?sort=new'); };</script>`,
      GTAG,
    ),
    steps: ({ page }) => page.click('#sort'),
    right: {
      practices: [VISIT, 'web-analytics', 'third-party-cookies', 'newsletter-email'],
      not: ['consent-manager', 'account'],
      either: { ...COOKIES_BY_OTHERS, ...GTAG_EITHER },
      others: GOOGLE_ANALYTICS,
    },
  },
  {
    name: 'router-counts-each-view',
    about: 'Turbo: the second view comes by fetch and pushState, and Google Analytics counts it too.',
    sources: [
      'https://turbo.hotwired.dev/handbook/drive',
      'https://developers.google.com/analytics/devguides/collection/ga4/single-page-applications',
    ],
    host: 'www.sonymusic.pl',
    html: document(
      'Polska',
      `<div id="view"><p>Nowości</p></div>${viewsOf({ '/trasa': '<p>Trasa</p>' })}${FOOT}`,
      GTAG,
    ).replace(
      '</body>',
      `<a data-route href="/trasa" id="go">Trasa</a>${ROUTER}<script>window.onRoute = () => fetch('https://www.google-analytics.com/g/collect?v=2&tid=G-WILD1&en=page_view&dl=' + encodeURIComponent(location.href), { method: 'POST', mode: 'no-cors' });</script></body>`,
    ),
    steps: ({ page }) => page.click('#go'),
    right: {
      practices: [VISIT, 'web-analytics'],
      not: ['consent-manager', 'session-recording', 'newsletter-email', 'collector-in-disguise'],
      either: {
        ...COOKIES_BY_OTHERS,
        ...GTAG_EITHER,
        'third-party-cookies':
          'they were kept by the view before; they are still there, and this view’s script did not write them',
      },
      others: { Google: ['www.google-analytics.com'] },
      // The tag itself was loaded by the view before: it may be told of this one or not.
      formerly: ['www.googletagmanager.com'],
    },
  },
  {
    name: 'partytown',
    about:
      'Partytown runs Google’s tag in a worker: the script is fetched by the worker, and the count is sent from there.',
    sources: ['https://partytown.qwik.dev/how-does-partytown-work/ and /google-tag-manager/'],
    host: 'www.sonymusic.com.mx',
    html: document(
      'México',
      `<p>Noticias</p>${FOOT}`,
      '<script type="text/partytown" src="https://www.googletagmanager.com/gtag/js?id=G-WILD1"></script><script src="/~partytown/partytown.js"></script>',
    ),
    serve: {
      '/~partytown/partytown.js': () =>
        script("new Worker('/~partytown/partytown-ww-atomics.js?v=0.10.2', { name: 'Partytown' });"),
      '/~partytown/partytown-ww-atomics.js': () =>
        script(
          "fetch('https://www.googletagmanager.com/gtag/js?id=G-WILD1').catch(() => {}).then(() => fetch('https://www.google-analytics.com/g/collect?v=2&tid=G-WILD1&cid=123456789.1700000000&en=page_view', { method: 'POST', mode: 'no-cors' }));",
        ),
    },
    right: {
      practices: [],
      full: [VISIT, 'web-analytics'],
      not: ['third-party-cookies', 'session-recording', 'browser-databases', 'fingerprinting'],
      either: GTAG_EITHER,
      othersInFull: GOOGLE_ANALYTICS,
    },
  },
  {
    name: 'klaro-of-its-own',
    about: 'Klaro, served by the site; the person accepts, and only then YouTube’s frame appears.',
    sources: ['https://klaro.org/docs/getting-started and klaro-org/klaro-js: cookie "klaro" with {"service": true}'],
    host: 'www.sonymusic.nl',
    path: '/klaro',
    html: document(
      'Klaro',
      `<div id="video"></div>${FOOT}`,
      '<script>window.klaroConfig = { services: [{ name: "youtube", purposes: ["media"] }] };</script><script defer src="/js/klaro.js"></script>',
    ),
    serve: {
      '/js/klaro.js': companyScript(`
whenReady(() => {
  const box = show('<div class="klaro" id="klaro"><div class="cookie-notice" role="dialog"><button class="cm-btn cm-btn-danger cn-decline">I decline</button><button class="cm-btn cm-btn-success">That is ok</button></div></div>');
  box.querySelector('.cm-btn-success').onclick = () => {
    put('klaro', encodeURIComponent(JSON.stringify({ youtube: true })), 120);
    box.remove();
    const frame = document.createElement('iframe');
    frame.title = 'Video';
    frame.src = 'https://www.youtube.com/embed/wild123';
    document.querySelector('#video').append(frame);
  };
});
`),
    },
    steps: ({ page }) => page.click('#klaro .cm-btn-success'),
    right: {
      practices: ['consent-manager', VISIT, 'widget', 'first-party-cookies'],
      full: ['third-party-cookies'],
      not: ['used-before-choice', 'web-analytics'],
      others: { 'Google|YouTube': ['www.youtube.com'] },
      consent: { choice: ['accepted'], by: 'person' },
      after: ['www.youtube.com'],
    },
  },
];
