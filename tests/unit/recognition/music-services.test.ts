import { describe, expect, it } from 'vitest';
import { linkRole, ownConsent, scopesOf } from '../../../observers/page/link-role.ts';
import servicesFile from '../../../policy-data/music-services.json' with { type: 'json' };
import { musicServiceAt, permissionAt } from '../../../recognition/music-services.ts';

function serviceOf(href: string): string | null {
  const url = new URL(href);
  return musicServiceAt(url.hostname, url.pathname, scopesOf(url))?.id ?? null;
}
const YOUTUBE = 'https://www.googleapis.com/auth/youtube';

describe('a music service', () => {
  it.each(servicesFile.services)(
    '$id: its page of consent is known, by the script in the page too',
    ({ id, example }) => {
      expect(serviceOf(example)).toBe(id);
      const url = new URL(example);
      expect(linkRole({ url, text: 'Save', leadsElsewhere: true })?.role).toMatch(/^(?:pre-save|sign-in)$/);
      expect(ownConsent(url)).not.toBeNull();
    },
  );

  it.each(servicesFile.services)('$id: asking for what saving needs is a pre-save', ({ permissions, example }) => {
    const url = new URL(example);
    const needed = permissions.filter(({ saves }) => saves).map(({ name }) => name);
    if (permissions.length > 0 && needed.length === 0) return;
    for (const name of ['scope', 'perms']) if (url.searchParams.has(name)) url.searchParams.set(name, needed.join(' '));
    expect(linkRole({ url, text: 'Go', leadsElsewhere: true })?.role).toBe('pre-save');
  });

  // As services' own documents have them.
  it.each([
    ['https://accounts.spotify.com/en/authorize?scope=streaming', 'spotify'],
    ['https://accounts.spotify.com.evil.example/authorize?scope=streaming', null],
    ['https://open.spotify.com/album/1', null],
    ['https://connect.deezer.com/oauth/auth.php?app_id=1&perms=basic_access', 'deezer'],
    ['https://www.deezer.com/en/album/1', null],
    ['https://authorize.music.apple.com/woa?a=e30', 'apple-music'],
    ['https://music.apple.com/us/album/1', null],
    [`https://accounts.google.com/o/oauth2/v2/auth?scope=${encodeURIComponent(YOUTUBE)}`, 'youtube'],
    ['https://accounts.google.com/o/oauth2/v2/auth?scope=openid%20email', null],
    ['https://www.tiktok.com/v2/auth/authorize/?scope=user.info.basic', 'tiktok'],
    ['https://www.tiktok.com/@artist', null],
    ['https://eu.account.amazon.com/ap/oa?scope=music%3A%3Ahistory', 'amazon-music'],
    ['https://www.amazon.com/ap/oa?scope=profile', null],
    ['https://login.tidal.com/authorize?scope=collection.read', 'tidal'],
    ['https://secure.soundcloud.com/authorize?client_id=1', 'soundcloud'],
  ])('%s → %s', (href, id) => {
    expect(serviceOf(href)).toBe(id);
  });

  it.each([
    ['https://accounts.spotify.com/authorize?scope=a', 'user-library-modify', true],
    ['https://accounts.spotify.com/authorize?scope=a', 'user-top-read', false],
    ['https://accounts.spotify.com/authorize?scope=a', 'openid', false],
    ['https://connect.deezer.com/oauth/auth.php', 'manage_library', true],
    ['https://connect.deezer.com/oauth/auth.php', 'listening_history', false],
    ['https://login.tidal.com/authorize', 'collection.write', true],
    ['https://www.tiktok.com/v2/auth/authorize/', 'user.info.basic', false],
    ['https://a.example/authorize', 'email', null],
    ['https://a.example/authorize', 'user-library-modify', undefined],
    ['https://accounts.spotify.com/authorize', '__proto__', undefined],
  ])('%s %s: needed to save: %s', (href, name, saves) => {
    const { hostname, pathname } = new URL(href);
    expect(permissionAt(musicServiceAt(hostname, pathname, []), name)?.saves).toBe(saves);
  });
});

describe('a page of consent', () => {
  it.each<[string, string[] | null]>([
    [
      'https://accounts.spotify.com/authorize?client_id=1&state=secret&scope=streaming%20user-top-read',
      ['streaming', 'user-top-read'],
    ],
    [
      'https://accounts.spotify.com/en/login?continue=https%3A%2F%2Faccounts.spotify.com%2Fauthorize%3Fscope%3Dstreaming%26state%3Dx',
      ['streaming'],
    ],
    // Another host's address in a parameter is nobody's consent here.
    ['https://accounts.spotify.com/en/login?continue=https%3A%2F%2Fconnect.deezer.com%2Foauth%3Fperms%3Demail', null],
    [`https://accounts.google.com/v3/signin/identifier?scope=${encodeURIComponent(YOUTUBE)}&client_id=1`, [YOUTUBE]],
    ['https://accounts.google.com/v3/signin/identifier?scope=openid', null],
    ['https://authorize.music.apple.com/woa?a=e30', []],
    ['https://www.artist.example/?scope=streaming&continue=%25', null],
  ])('%s', (href, scopes) => {
    expect(ownConsent(new URL(href))?.scopes ?? null).toEqual(scopes);
  });
});
