import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkRole } from '../../../ledger/observation.ts';
import { linkRole, scopesOf } from '../../../observers/page/link-role.ts';

/** The role of a link; `href` null is a button. */
function role(href: string | null, text = '', leadsElsewhere = true): LinkRole | null {
  const found = linkRole({ url: href === null ? null : new URL(href), text, leadsElsewhere });
  return found === null ? null : found.role;
}
const OWN = 'https://artist.example/page';
const OTHER = 'https://other.example/page';

describe('sign-in', () => {
  it.each([
    'https://www.facebook.com/dialog/oauth?client_id=1',
    'https://www.facebook.com/v19.0/dialog/oauth',
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://appleid.apple.com/auth/authorize?client_id=x',
    'https://api.twitter.com/oauth/authenticate?oauth_token=x',
    'https://x.com/i/oauth2/authorize',
    'https://discord.com/api/oauth2/authorize',
    'https://accounts.spotify.com/authorize?client_id=1&scope=user-read-email',
    'https://login.unheard-of.example/go?client_id=1&response_type=code',
    'https://artist.example/auth?client_id=1&redirect_uri=https%3A%2F%2Fx',
  ])('%s', (href) => {
    expect(role(href, 'Go')).toBe('sign-in');
  });

  it.each([
    'Sign in with Facebook',
    'Log in with X',
    'Continue with Google',
    'Mit Facebook anmelden',
    'Se connecter avec Google',
    'Iniciar sesión con Apple',
    'Entrar com o Google',
    'Accedi con Spotify',
    'Inloggen met Facebook',
    'LINEでログイン',
  ])('%j, as a link of the site and as a button', (text) => {
    expect(role(OWN, text, false)).toBe('sign-in');
    expect(role(null, text)).toBe('sign-in');
  });

  it.each([
    ['https://www.facebook.com/artist', 'Follow us on Facebook', 'outbound'],
    ['https://www.facebook.com/sharer.php?u=x', 'Share via Facebook', 'outbound'],
    ['https://open.spotify.com/artist/1', 'Listen with Spotify', 'outbound'],
    ['https://connect.example/', 'Connect with us on Facebook', 'outbound'],
    ['https://a.example/?client_id=7', 'Tickets of a client', 'outbound'],
    ['https://www.apple.com/x', 'Apple continues its series', 'outbound'],
    ['https://www.spotify.com/connect', 'Spotify Connect', 'outbound'],
    ['https://a.example/go/www.facebook.com/dialog/oauth-help', 'Help', 'outbound'],
    ['https://a.example/x', 'Cuidados e soldados', 'outbound'],
  ] as const)('%s %j is none', (href, text, expected) => {
    expect(role(href, text)).toBe(expected);
  });
});

describe('pre-save', () => {
  it.each([
    ['https://accounts.spotify.com/authorize?client_id=1&scope=user-follow-modify%20user-library-modify', 'Spotify'],
    ['https://accounts.spotify.com/en/authorize?client_id=1', 'Pre-save on Spotify'],
    ['https://accounts.spotify.com/authorize?scope=playlist-modify-public', ''],
    ['https://connect.deezer.com/oauth/auth.php?app_id=1&perms=manage_library,email', 'Deezer'],
    ['https://sme.lnk.to/album', 'Pre-save now'],
    ['https://sme.lnk.to/presave-album', 'Out Friday'],
    ['https://presave.example/x', 'Out Friday'],
    ['https://a.example/', 'Pré-enregistrer l’album'],
    ['https://a.example/', 'Pre-add on Apple Music'],
    ['https://a.example/', 'プリセーブはこちら'],
  ])('%s %j', (href, text) => {
    expect(role(href, text)).toBe('pre-save');
  });

  it('is not a link to where the music can be heard already', () => {
    expect(role('https://sme.lnk.to/album', 'Listen now')).toBe('outbound');
  });
});

describe('scopes', () => {
  it.each<[string, string[]]>([
    ['https://a.example/?scope=user-follow-modify%20user-read-email', ['user-follow-modify', 'user-read-email']],
    ['https://a.example/?scope=openid+email', ['openid', 'email']],
    ['https://a.example/?perms=basic_access,email,offline_access', ['basic_access', 'email', 'offline_access']],
    ['https://a.example/?scopes=a,b&scope=b%20c', ['b', 'c', 'a']],
    ['https://a.example/?scope=', []],
    ['https://a.example/?q=scope', []],
    ['https://a.example/', []],
  ])('%s → %j', (href, expected) => {
    expect(scopesOf(new URL(href))).toEqual(expected);
  });

  it('are told with the role', () => {
    expect(
      linkRole({
        url: new URL('https://connect.deezer.com/oauth/auth.php?perms=email'),
        text: 'Go',
        leadsElsewhere: true,
      }),
    ).toEqual({ role: 'sign-in', scopes: ['email'] });
  });

  it('have bounds, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (base, scope) => {
          const url = new URL(base);
          url.searchParams.append('scope', scope);
          const scopes = scopesOf(url);
          return scopes.length <= 40 && scopes.every((one) => one.length > 0 && one.length <= 120);
        },
      ),
    );
  });
});

describe('words', () => {
  it.each<[LinkRole, string[]]>([
    [
      'policy',
      [
        'Privacy Policy',
        'Privacy Policy / Your Privacy Rights',
        'Datenschutzerklärung',
        'Politique de confidentialité',
        'Política de privacidad',
        'Política de Privacidade',
        'Informativa sulla privacy',
        'Privacyverklaring',
        'プライバシーポリシー',
        'How We Use Your Data',
        'Your California Privacy Rights',
      ],
    ],
    [
      'choice',
      [
        'Do Not Sell My Personal Information',
        'Do Not Sell or Share My Personal Data',
        'Your Privacy Choices',
        'Opt out',
        'AdChoices',
        'Unsubscribe',
        'Widerspruch',
        'Se désabonner',
        'Darse de baja',
        'Cancelar inscrição',
        'Annulla l’iscrizione',
        'Uitschrijven',
        '配信停止',
      ],
    ],
    [
      'cookie-settings',
      [
        'Cookie Settings',
        'Manage Cookies',
        'Consent preferences',
        'Cookie-Einstellungen',
        'Gestion des cookies',
        'Paramétrer les cookies',
        'Configurar cookies',
        'Preferências de cookies',
        'Impostazioni cookie',
        'Cookie-instellingen',
        'Cookie設定',
      ],
    ],
    [
      'feedback',
      [
        'Send Us Feedback',
        'Contact us',
        'Kontakt',
        'Contactez-nous',
        'Contacto',
        'Contato',
        'Contatti',
        'Neem contact op',
        'お問い合わせ',
      ],
    ],
  ])('%s', (expected, texts) => {
    expect(texts.map((text) => [text, role(OWN, text, false)])).toEqual(texts.map((text) => [text, expected]));
    expect(texts.map((text) => [text, role(OTHER, text)])).toEqual(texts.map((text) => [text, expected]));
  });

  it.each<[string, LinkRole]>([
    ['https://www.sonymusic.com/ccpa-contact-form/', 'choice'],
    ['https://www.sonymusic.com/privacy-policy/', 'policy'],
    ['https://tools.sonymusiccreative.com/privacy/', 'policy'],
    ['http://www.sonymusic.com/privacypolicy.html', 'policy'],
    ['https://www.sonymusic.de/Datenschutz/', 'policy'],
    ['https://www.sonymusic.com/feedback/', 'feedback'],
    ['http://www.sonymusic.com/about/feedback.php', 'feedback'],
  ])('are not needed where the address says it: %s', (href, expected) => {
    expect(role(href, '', false)).toBe(expected);
  });

  it('count on a button for what a button can do', () => {
    expect(role(null, 'Cookie settings')).toBe('cookie-settings');
    expect(role(null, 'Do not sell my data')).toBe('choice');
    expect(role(null, 'Privacy')).toBeNull();
    expect(role(null, 'Shop')).toBeNull();
    expect(role(null, 'Log out')).toBeNull();
  });

  it('are a headline when they are long, and headlines are passed over', () => {
    const headline = 'The new privacy policy of somebody else and what it means for you, explained';
    expect(role(OWN, headline, false)).toBeNull();
    expect(role(OTHER, headline)).toBe('outbound');
  });
});

describe('elsewhere', () => {
  it.each([
    ['https://store.other.example/', ''],
    ['https://www.musicshop.example/x', 'CDs'],
    [OTHER, 'Shop'],
    [OTHER, 'Official Store'],
    [OTHER, 'Merch'],
    [OTHER, 'Jetzt kaufen'],
    [OTHER, 'Tienda'],
    [OTHER, 'ショップ'],
  ])('a shop: %s %j', (href, text) => {
    expect(role(href, text)).toBe('shop');
  });

  it.each([
    [OTHER, 'My friends'],
    [OTHER, 'Buy tickets'],
    [OTHER, 'History'],
    ['https://apps.apple.com/app/x', 'App Store'],
    ['https://play.google.com/store/apps/x', 'Store'],
    [OTHER, ''],
  ])('only another site: %s %j', (href, text) => {
    expect(role(href, text)).toBe('outbound');
  });

  it('does not begin on the same site', () => {
    expect(role('https://shop.artist.example/', 'Shop', false)).toBeNull();
    expect(role(OWN, 'Tour', false)).toBeNull();
  });
});

it('always gives an answer', () => {
  fc.assert(
    fc.property(
      fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.boolean(),
      (href, text, leadsElsewhere) => {
        const found = linkRole({ url: href === null ? null : new URL(href), text, leadsElsewhere });
        return href === null || !leadsElsewhere || found !== null;
      },
    ),
  );
});
