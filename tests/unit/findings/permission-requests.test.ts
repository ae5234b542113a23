/** Which permissions are asked for, and which of them does saving a release need, as the services' own documents have it? */
import { describe, expect, it } from 'vitest';
import { permissionRequests, type PermissionRequest } from '../../../findings/permission-requests.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { LinkObservation } from '../../../ledger/observation.ts';
import { at, link, visit } from '../../../tools/builders/observations.ts';

const SPOTIFY = at('accounts.spotify.com', '/authorize');
const requestsOf = (links: readonly LinkObservation[], page = at('www.artist.example')): readonly PermissionRequest[] =>
  permissionRequests(foldObservations(visit({ address: page }), links));
const brief = ({ service, here, links, needed, more, unknown }: PermissionRequest): readonly unknown[] => [
  service.id,
  here,
  links,
  needed.map(({ name }) => name),
  more.map(({ name }) => name),
  unknown,
];

describe('a request', () => {
  it('has what saving needs apart from the rest, and what nobody knows by its name', () => {
    const scopes = ['user-read-email', 'user-library-modify', 'brand-new', 'user-follow-modify'];
    expect(requestsOf([link('pre-save', { address: SPOTIFY, text: 'Save', scopes })]).map(brief)).toEqual([
      ['spotify', false, ['Save'], ['user-library-modify'], ['user-read-email', 'user-follow-modify'], ['brand-new']],
    ]);
  });

  it('is told once for links that ask for the same, in any order, and twice where they ask for different things', () => {
    const ask = (text: string, ...scopes: string[]): LinkObservation =>
      link('pre-save', { address: SPOTIFY, text, scopes });
    const told = requestsOf([ask('One', 'a', 'b'), ask('Two', 'b', 'a'), ask('Three', 'a')]);
    expect(told.map(({ links, unknown }) => [links, unknown])).toEqual([
      [
        ['One', 'Two'],
        ['b', 'a'],
      ],
      [['Three'], ['a']],
    ]);
  });

  it('is told at each service, of one that knows one permission alone too', () => {
    const told = requestsOf([
      link('pre-save', { address: at('connect.deezer.com', '/oauth/auth.php'), scopes: ['manage_library', 'email'] }),
      link('pre-save', { address: at('authorize.music.apple.com', '/woa') }),
      link('sign-in', { address: at('www.tiktok.com', '/v2/auth/authorize/'), scopes: ['user.info.basic'] }),
    ]);
    expect(told.map(brief)).toEqual([
      ['deezer', false, ['A link'], ['manage_library'], ['email'], []],
      ['apple-music', false, ['A link'], [], [], []],
      ['tiktok', false, ['A link'], [], ['user.info.basic'], []],
    ]);
    expect(told[1]?.service.whole).toContain('Apple Music');
  });

  it('of the page itself comes first, and is no link', () => {
    const own = link('pre-save', { address: SPOTIFY, text: '', scopes: ['streaming'] });
    const other = link('pre-save', { address: at('connect.deezer.com', '/oauth/auth.php'), scopes: ['email'] });
    expect(requestsOf([other, own], SPOTIFY).map(brief)).toEqual([
      ['spotify', true, [], [], ['streaming'], []],
      ['deezer', false, ['A link'], [], ['email'], []],
    ]);
  });

  it('is none of a sign-in, of a link that names no service, nor of any other link', () => {
    expect(
      requestsOf([
        link('sign-in', { address: at('www.facebook.com', '/dialog/oauth'), scopes: ['email'] }),
        link('pre-save', { address: at('sme.lnk.to', '/album') }),
        link('pre-save', { address: null, text: 'Pre-save' }),
        link('outbound', { address: at('open.spotify.com', '/album/1') }),
      ]),
    ).toEqual([]);
  });
});
