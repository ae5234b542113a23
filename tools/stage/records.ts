/** The records behind the popup's states. Each is a `Visit` as the ledger keeps it. */
import type { Visit } from '../../ledger/visit.ts';
import { COMPANY_HOST, LABEL_HOST, MARKED_HOST, OTHER_HOST, OWN_POLICY_HOST } from '../../replica/hosts.ts';
import { contacted, cookie, form, frame, kept, link, mark, record } from './record-parts.ts';
import { at } from '../builders/observations.ts';
import { AT } from '../builders/visits.ts';

const page = LABEL_HOST;

/** What a usual label site shows: about nine other companies and twenty practices. */
const usual: Partial<Visit> = {
  hosts: [
    contacted(page, 34, { paths: ['/css/site.css', '/js/site.js', '/img/tour.jpg'] }),
    contacted('www.googletagmanager.com', 3, { paths: ['/gtm.js', '/gtag/js'] }),
    contacted('www.google-analytics.com', 6, {
      paths: ['/g/collect'],
      initiators: ['beacon'],
      identifiers: [{ name: 'cid', hash: 'a1' }],
    }),
    contacted('stats.g.doubleclick.net', 2, { pixels: 1, initiators: ['img'], paths: ['/j/collect'] }),
    contacted('connect.facebook.net', 2, { paths: ['/en_US/sdk.js'] }),
    contacted('www.facebook.com', 2, { pixels: 2, initiators: ['img'], paths: ['/tr/'] }),
    contacted('www.clarity.ms', 9, { paths: ['/tag/ab12', '/collect'] }),
    contacted('open.spotify.com', 4, { initiators: ['iframe'], paths: ['/embed/album/1'] }),
    contacted('www.youtube.com', 5, { initiators: ['iframe'], paths: ['/embed/1'] }),
    contacted('widget.bandsintown.com', 3, { paths: ['/main.min.js'] }),
    contacted('cdn.cookielaw.org', 4, { paths: ['/scripttemplates/otSDKStub.js'] }),
    contacted('analytics.tiktok.com', 2, { failed: 2, paths: ['/i18n/pixel/events.js'] }),
    contacted('cdn.paper-lantern-tools.example', 1),
    contacted('cdn.smehost.net', 8, { paths: ['/columbiarecordscom-uscolumbiaprod/site.css'] }),
  ],
  frames: [
    frame('open.spotify.com', '/embed/album/1', 'Spotify Embed: Paper Lanterns'),
    frame('www.youtube.com', '/embed/1', 'Paper Lanterns: Harbour Lights (video)'),
  ],
  items: [
    cookie(page, '_ga', 400, { shape: 'identifier', hash: 'a1' }),
    cookie(page, '_fbp', 90, { shape: 'identifier', hash: 'b2' }),
    cookie(page, '_clck', 365, { shape: 'identifier', hash: 'c3' }),
    cookie(page, 'PHPSESSID', null, { shape: 'identifier', hash: 'd4' }),
    cookie(page, 'OptanonConsent', 365),
    kept('local', page, 'visitor', { shape: 'uuid', hash: 'a1', size: 44 }),
    kept('local', page, 'player-volume', { shape: 'number', size: 15 }),
    kept('session', page, 'tab-state', { shape: 'json', size: 180 }),
    kept('indexed-db', page, 'player-cache', { size: null, shape: null }),
  ],
  forms: [
    form(page, at('subs.sonymusicfans.com', '/submit'), {
      fields: [
        { name: 'email', meaning: 'email' },
        { name: 'country', meaning: 'country' },
        { name: 'form_id', meaning: 'hidden' },
      ],
      purposes: ['newsletter'],
      words: ['Join the mailing list'],
    }),
  ],
  links: [
    link('policy', at('www.sonymusic.com', '/privacy-policy/'), 'Privacy Policy'),
    link('choice', at('www.sonymusic.com', '/ccpa-contact-form/'), 'Do Not Sell My Personal Information'),
    link('pre-save', at('accounts.spotify.com', '/authorize'), 'Pre-save “Harbour Lights”', [
      'user-library-modify',
      'user-read-email',
    ]),
    link('shop', at('paperlanterns.myshopify.com'), 'Store'),
    link('outbound', at('www.instagram.com', '/paperlanterns'), 'Instagram'),
  ],
  marks: [
    mark('smehost-files', 'style', 'cdn.smehost.net/columbiarecordscom-uscolumbiaprod/site.css'),
    mark('policy-us', 'link', 'https://www.sonymusic.com/privacy-policy/'),
    mark('footer-copyright', 'footer', '© 2026 Sony Music Entertainment'),
  ],
  consents: [
    {
      at: AT + 900,
      platform: 'OneTrust',
      choice: 'none-yet',
      host: page,
      source: 'cdn.cookielaw.org',
      several: false,
      history: [{ choice: 'none-yet', at: AT + 900, after: null, maker: null, source: 'cdn.cookielaw.org' }],
    },
  ],
};

export const normal = record(page, usual);
export const late = record(page, { ...usual, late: true, startedAt: AT - 300_000 });
export const listedNothing = record(page, { hosts: [contacted(page, 3)] });
export const ownPolicy = record(OWN_POLICY_HOST, { ...usual, marks: [] });
/** The policy's own page. */
export const policyItself = record(COMPANY_HOST, {
  address: at(COMPANY_HOST, '/privacy-policy/'),
  hosts: [contacted(COMPANY_HOST, 12), contacted('www.googletagmanager.com', 2), contacted('cdn.cookielaw.org', 3)],
  items: [cookie(COMPANY_HOST, '_ga', 400, { shape: 'identifier', hash: 'a1' })],
  links: [link('policy', at(COMPANY_HOST, '/privacy-policy/'), 'Privacy Policy')],
});
/** Its marks show Sony Music's platform, and neither a country nor a policy. */
export const unknownPolicy = record(MARKED_HOST, {
  ...usual,
  marks: [mark('consent-script', 'script', 'tools.sonymusiccreative.com/sme_privacy/privacy.js')],
  links: [link('outbound', at('www.instagram.com', '/paperlanterns'), 'Instagram')],
});

const elsewhere: Partial<Visit> = {
  hosts: [contacted('www.googletagmanager.com', 2), contacted('www.google-analytics.com', 4)],
  items: [cookie('www.example.com', '_ga', 400, { shape: 'identifier', hash: 'a1' })],
  late: true,
};
export const lookedNothing = record(OTHER_HOST, elsewhere);
export const lookedHinted = record(OTHER_HOST, {
  ...elsewhere,
  marks: [mark('smehost-image', 'image', 'cdn.smehost.net/paperlanternscom-uscolumbiaprod/cover.jpg')],
});
export const lookedLookalike = record('www.ministryofsound.com', elsewhere);
export const lookedSister = record('www.playstation.com', elsewhere);

/** Nobody but the site itself. */
export const ownOnly = record(page, {
  hosts: [contacted(page, 21), contacted('cdn.smehost.net', 6)],
  items: [cookie(page, 'PHPSESSID', null, { shape: 'identifier', hash: 'd4' }), kept('local', page, 'player-volume')],
  links: [link('policy', at('www.sonymusic.com', '/privacy-policy/'), 'Privacy Policy')],
});

/** A hundred companies with three hosts each: more than a record can hold, and so more than a page can bring about. */
export const many = record(page, {
  ...usual,
  hosts: Array.from({ length: 300 }, (_, index) =>
    contacted(`${['a', 'b', 'cdn'][index % 3] ?? ''}.company-${Math.floor(index / 3) + 1}.example`, 1 + (index % 9)),
  ),
});

/** Everything that does not fit, counted; and observers that could not look. */
export const leftOut = record(page, {
  ...usual,
  leftOut: { hosts: 117, items: 2304, links: 40 },
  limits: [
    { at: AT, observer: 'web-storage (local)', reason: 'not-permitted', count: 0 },
    { at: AT, observer: 'forms', reason: 'too-many', count: 64 },
    { at: AT, observer: 'links', reason: 'failed', count: 0 },
  ],
});

const old: Partial<Visit> = {
  flashObjects: [{ at: AT, form: 'ruffle', address: at(page, '/player.swf'), parameters: ['movie', 'quality'] }],
  flashCookies: [
    {
      at: AT,
      host: page,
      key: `${page}/player.swf/prefs`,
      name: 'prefs',
      size: 120,
      amf: 0,
      entries: [
        { name: 'volume', type: 'number', shape: 'number', hash: null },
        { name: 'visitor', type: 'string', shape: 'uuid', hash: 'a1' },
      ],
      damaged: null,
    },
  ],
};
/** With Flash content and a Flash cookie. */
export const flash = record(page, { ...usual, ...old });
