/** A release that can be saved at eight music services, each asking for something else; and a service's own page of consent. */
import { html, type Answer, type SiteRequest } from '../answer.ts';
import { escapeHtml, plainPage } from '../document.ts';

const BACK = 'https://presave.sonymusicfans.com/callback';
const YOUTUBE = 'https://www.googleapis.com/auth/youtube';

/** Words of the link, page of consent, and what it is asked for. */
const LINKS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'Pre-save on Spotify',
    'https://accounts.spotify.com/authorize',
    { scope: 'user-library-modify user-follow-modify user-read-email user-top-read harbour-lights' },
  ],
  ['Pre-add on Apple Music', 'https://authorize.music.apple.com/woa', { a: 'e30', app: 'music', p: 'subscribe' }],
  [
    'Pre-save on Deezer',
    'https://connect.deezer.com/oauth/auth.php',
    { perms: 'basic_access,email,offline_access,manage_library,listening_history' },
  ],
  ['Save on YouTube', 'https://accounts.google.com/o/oauth2/v2/auth', { scope: `${YOUTUBE} openid email` }],
  ['Save on TikTok', 'https://www.tiktok.com/v2/auth/authorize/', { scope: 'user.info.basic,user.info.stats' }],
  ['Save on Amazon Music', 'https://www.amazon.com/ap/oa', { scope: 'music::library profile postal_code' }],
  ['Save on TIDAL', 'https://login.tidal.com/authorize', { scope: 'collection.write user.read' }],
  ['Save on SoundCloud', 'https://secure.soundcloud.com/authorize', {}],
];

/** `/saves/all`: the links, and one that does not say what it asks for. */
export function saves(rest: string): Answer | null {
  if (rest !== 'all') return null;
  const links = LINKS.map(([words, address, more]) => {
    const query = new URLSearchParams({ client_id: '2417', response_type: 'code', redirect_uri: BACK, ...more });
    return `<li><a class="button" href="${escapeHtml(`${address}?${String(query)}`)}">${words}</a></li>`;
  });
  const elsewhere = '<li><a href="https://sme.lnk.to/harbour">Pre-save elsewhere</a></li>';
  return html(plainPage('Save “Harbour of Small Lights”', `<ul>${links.join('\n')}\n${elsewhere}</ul>`));
}

/** A music service's page of consent: it says what it is asked for, as its own address has it. */
export function consentOfService({ query }: SiteRequest): Answer {
  const asked = (query.get('scope') ?? '').split(' ').map((name) => `<li>${escapeHtml(name)}</li>`);
  return html(
    plainPage('Agree?', `<p>Somebody asks for your account.</p><ul>${asked.join('')}</ul><button>Agree</button>`),
  );
}
