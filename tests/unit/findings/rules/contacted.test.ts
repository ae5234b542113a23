/** What is a company contacted for? By its address, whatever its company is filed under. Right answers by what the makers say. */
import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../../ledger/fold-observations.ts';
import type { Observation } from '../../../../ledger/observation.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../../tools/builders/observations.ts';
import { evidenceIn } from '../recognise.ts';

const request = (host: string, path: string, initiator: 'script' | 'fetch' | 'img' = 'fetch'): Observation => ({
  ...{ kind: 'request', at: NOON, address: at(host, path), initiator },
  ...{ failed: false, pixel: false, identifiers: [] },
});
const frame = (host: string, path: string): Observation => ({
  kind: 'frame',
  at: NOON,
  address: at(host, path),
  title: '',
});
const disguise = (collector: string, path: string): Observation => ({
  ...{ kind: 'disguise', at: NOON, address: at(PAGE_HOST, path), collector, reason: 'shape', detail: '' },
});

const PRACTICES = ['advertising', 'web-analytics', 'social-plug-in', 'tag-manager', 'session-recording'];
const told = (...seen: Observation[]): string[] => PRACTICES.filter((id) => evidenceIn(id, seen).length > 0);

describe('a request', () => {
  it.each<[string, string, string[]]>([
    ['www.facebook.com', '/tr/', ['advertising', 'web-analytics']],
    ['connect.facebook.net', '/en_US/fbevents.js', ['advertising', 'web-analytics']],
    ['analytics.tiktok.com', '/i18n/pixel/sdk.js', ['advertising', 'web-analytics']],
    ['analytics.tiktok.com', '/api/v2/pixel', ['advertising', 'web-analytics']],
    ['px.ads.linkedin.com', '/collect', ['advertising', 'web-analytics']],
    ['tr.snapchat.com', '/p', ['advertising', 'web-analytics']],
    ['sc-static.net', '/scevent.min.js', ['advertising', 'web-analytics']],
    ['ct.pinterest.com', '/v3/', ['advertising', 'web-analytics']],
    ['alb.reddit.com', '/rp.gif', ['advertising', 'web-analytics']],
    ['t.co', '/1/i/adsct', ['advertising', 'web-analytics']],
    ['pixels.spotify.com', '/v1/ingest', ['advertising', 'web-analytics']],
    ['www.google.com', '/pagead/1p-user-list/1/', ['advertising']],
    ['www.google.com', '/ccm/collect', ['advertising']],
    ['www.googleadservices.com', '/pagead/conversion/1/', ['advertising']],
    ['www.google-analytics.com', '/g/collect', ['web-analytics']],
    ['www.googletagmanager.com', '/gtm.js', ['tag-manager']],
    ['connect.facebook.net', '/en_US/sdk.js', []],
    ['connect.facebook.net', '/en_US/sdk/xfbml.customerchat.js', []],
    ['www.facebook.com', '/x/oauth/status', []],
    ['www.facebook.com', '/v19.0/plugins/login_button.php', []],
    ['www.facebook.com', '/v19.0/plugins/like.php', ['social-plug-in']],
    ['www.facebook.com', '/plugins/page.php', ['social-plug-in']],
    ['www.instagram.com', '/embed.js', ['social-plug-in']],
    ['platform.twitter.com', '/widgets.js', ['social-plug-in']],
    ['www.tiktok.com', '/embed.js', ['social-plug-in']],
    ['assets.pinterest.com', '/js/pinit.js', ['social-plug-in']],
    ['platform.linkedin.com', '/in.js', ['social-plug-in']],
    ['static.addtoany.com', '/menu/page.js', ['social-plug-in']],
    ['scontent.cdninstagram.com', '/v/cover.jpg', []],
    ['www.google.com', '/recaptcha/api.js', []],
    ['open.spotify.com', '/embed/track/1', []],
    ['www.instagram.com', '/likeness/cover.jpg', []],
    ['www.facebook.com.evil.example', '/tr/', []],
  ])('to %s%s: %j', (host, path, expected) => {
    expect(told(request(host, path))).toEqual(expected);
  });

  it.each([
    'logs.datadoghq.com',
    'logs.datadoghq.eu',
    'browser-intake-datadoghq.com',
    'browser-intake-us3-datadoghq.com',
    'www.datadoghq-browser-agent.com',
  ])('to %s proves no recording of visits', (host) => {
    expect(told(request(host, '/api/v2/rum'))).not.toContain('session-recording');
  });

  it.each(['assets.customer.io', 'api2.branch.io', 'cdn.branch.io', 'd.line-scdn.net', 'liff.line.me'])(
    'to %s is no advertising',
    (host) => {
      expect(told(request(host, '/sdk.js'))).not.toContain('advertising');
    },
  );
});

describe('a host with many addresses', () => {
  const plain = ['/a.js', '/b.js', '/c.js', '/d.js'].map((path) => request('www.facebook.com', path));

  it('is told by each purpose of its addresses, however late they come', () => {
    const seen = [...plain, request('www.facebook.com', '/plugins/like.php'), request('www.facebook.com', '/tr/')];
    expect(told(...seen)).toEqual(['advertising', 'web-analytics', 'social-plug-in']);
  });

  it('has them in whichever order the requests were seen', () => {
    const seen = [request('www.facebook.com', '/tr/'), ...plain, request('www.facebook.com', '/plugins/like.php')];
    const paths = foldObservations(visit(), seen).hosts[0]?.paths;
    expect(paths).toHaveLength(3);
    expect(paths).toEqual(expect.arrayContaining(['/tr/', '/plugins/like.php']));
    expect(told(...seen)).toEqual(told(...seen.toReversed()));
  });
});

describe('a frame', () => {
  it.each<[string, string, boolean]>([
    ['www.facebook.com', '/plugins/post.php', true],
    ['www.instagram.com', '/p/Cabc/embed/captioned/', true],
    ['platform.twitter.com', '/embed/Tweet.html', true],
    ['www.facebook.com', '/tr/', false],
    ['www.facebook.com', '/x/connect/xd_arbiter/', false],
    ['tr.snapchat.com', '/cm/i', false],
    ['ct.pinterest.com', '/ct.html', false],
  ])('of %s%s is a plug-in: %j', (host, path, isPlugIn) => {
    expect(told(frame(host, path)).includes('social-plug-in')).toBe(isPlugIn);
  });
});

describe('a collector under the site’s own name', () => {
  it.each<[string, string, string[]]>([
    ['google-analytics', '/g/collect', ['web-analytics']],
    ['adobe-analytics', '/b/ss/account/1/JS/s1', ['web-analytics']],
    ['meta', '/tr/', ['advertising', 'web-analytics']],
    ['google-tag-manager', '/gtm.js', ['tag-manager']],
    ['matomo', '/matomo.php', []],
  ])('%s at %s counts for what it does: %j', (collector, path, expected) => {
    expect(told(disguise(collector, path))).toEqual(expected);
  });
});
