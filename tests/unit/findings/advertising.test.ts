import { describe, expect, it } from 'vitest';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { isAdvertisingAddress } from '../../../recognition/tag-address.ts';
import { at, NOON, visit } from '../../../tools/builders/observations.ts';
import { evidenceIn } from './recognise.ts';

function request(host: string, path: string, pixel = false): Observation {
  return {
    kind: 'request',
    at: NOON,
    address: at(host, path),
    initiator: 'img',
    failed: false,
    pixel,
    identifiers: [],
  };
}

/** Where each network's own instructions have its advertising tag. */
const TAGS: [host: string, path: string][] = [
  ['www.facebook.com', '/tr/'],
  ['www.facebook.com', '/tr'],
  ['connect.facebook.net', '/en_US/fbevents.js'],
  ['connect.facebook.net', '/signals/config/1234567890'],
  ['analytics.tiktok.com', '/api/v2/pixel'],
  ['analytics.tiktok.com', '/i18n/pixel/events.js'],
  ['ct.pinterest.com', '/v3/'],
  ['s.pinimg.com', '/ct/core.js'],
  ['tr.snapchat.com', '/p'],
  ['tr6.snapchat.com', '/p'],
  ['sc-static.net', '/scevent.min.js'],
  ['alb.reddit.com', '/rp.gif'],
  ['www.redditstatic.com', '/ads/pixel.js'],
  ['px.ads.linkedin.com', '/collect'],
  ['snap.licdn.com', '/li.lms-analytics/insight.min.js'],
  ['static.ads-twitter.com', '/uwt.js'],
  ['analytics.twitter.com', '/1/i/adsct'],
  ['t.co', '/i/adsct'],
  ['www.google.com', '/pagead/1p-user-list/123/'],
  ['www.google.co.uk', '/ads/ga-audiences'],
  ['www.google.de', '/pagead/1p-conversion/1/'],
  ['bat.bing.com', '/bat.js'],
  ['pixel.byspotify.com', '/ping.min.js'],
];

/** The same companies, asked for something else. */
const OTHERWISE: [host: string, path: string][] = [
  ['www.facebook.com', '/plugins/like.php'],
  ['www.facebook.com', '/travelguide'],
  ['connect.facebook.net', '/en_US/sdk.js'],
  ['www.tiktok.com', '/embed.js'],
  ['www.tiktok.com', '/@bobdylan'],
  ['assets.pinterest.com', '/js/pinit.js'],
  ['i.pinimg.com', '/originals/ct/core.jpg'],
  ['www.reddit.com', '/r/bobdylan/embed'],
  ['www.redditstatic.com', '/shreddit/embed.js'],
  ['platform.linkedin.com', '/in.js'],
  ['media.licdn.com', '/dms/image/x.jpg'],
  ['platform.twitter.com', '/widgets.js'],
  ['t.co', '/AbCdEf'],
  ['www.google.com', '/maps/embed'],
  ['www.google.com', '/recaptcha/api.js'],
  ['www.youtube.com', '/embed/abc'],
  ['open.spotify.com', '/embed/track/1'],
  ['notfacebook.com', '/tr/'],
  ['www.facebook.com.a.example', '/tr/'],
];

describe('advertising tags of companies that are filed under something else', () => {
  it.each(TAGS)('%s%s is advertising', (host, path) => {
    expect(isAdvertisingAddress(host, path)).toBe(true);
    expect(evidenceIn('advertising', [request(host, path, true)]).map((one) => one.host)).toEqual([host]);
  });

  it.each(OTHERWISE)('%s%s is not', (host, path) => {
    expect(isAdvertisingAddress(host, path)).toBe(false);
    expect(evidenceIn('advertising', [request(host, path)])).toEqual([]);
  });

  it('is told although the tag is called after many other things of the host', () => {
    const before = ['/plugins/like.php', '/a.js', '/b.js', '/c.js'].map((path) => request('www.facebook.com', path));
    const seen = foldObservations(visit(), [...before, request('www.facebook.com', '/tr/', true)]);
    expect(seen.hosts[0]?.paths).toHaveLength(3);
    expect(evidenceIn('advertising', seen)).toHaveLength(1);
  });

  it('a frame of a like button alone is a social plug-in', () => {
    const frame: Observation = {
      kind: 'frame',
      at: NOON,
      address: at('www.facebook.com', '/plugins/like.php'),
      title: '',
    };
    const seen = [frame, request('www.facebook.com', '/plugins/like.php')];
    expect(evidenceIn('advertising', seen)).toEqual([]);
    expect(evidenceIn('social-plug-in', seen)).not.toEqual([]);
  });
});
