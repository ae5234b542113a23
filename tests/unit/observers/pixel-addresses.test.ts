import { describe, expect, it } from 'vitest';
import { toAddress, type Address } from '../../../ledger/observation.ts';
import { isPixelAddress, tellsPage } from '../../../observers/page/pixel-addresses.ts';
import { must } from './test-document.ts';

function address(url: string): Address {
  return must(toAddress(`https://${url}`));
}

describe('an address that only speaks of a pixel tag', () => {
  it.each([
    'cdn.example/share/www.facebook.com/tr/button.png',
    'archive.example/web/2011/http://www.google-analytics.com/__utm.gif',
    'cdn.example/x.doubleclick.net/activity;src=1',
    'notfacebook.com/tr/',
    'www.facebook.com.evil.example/tr/',
  ])('%s is none', (url) => {
    expect(isPixelAddress(address(url), 'img')).toBe(false);
  });
});

describe('known pixel tags', () => {
  it.each([
    'www.facebook.com/tr/?id=1&ev=PageView&noscript=1',
    'www.facebook.com/tr?id=1',
    'www.google-analytics.com/__utm.gif?x',
    'www.google-analytics.com/collect?v=1',
    'www.google-analytics.com/j/collect?v=1',
    'region1.google-analytics.com/g/collect?v=2',
    'stats.g.doubleclick.net/g/collect',
    '1234.fls.doubleclick.net/activity;src=1;type=a',
    'googleads.g.doubleclick.net/pagead/viewthroughconversion/1/',
    'www.google.com/pagead/1p-user-list/1/',
    'www.googleadservices.com/pagead/conversion/1/',
    'bat.bing.com/action/0?ti=1',
    't.co/i/adsct?x',
    't.co/1/i/adsct',
    'analytics.twitter.com/i/adsct',
    'analytics.tiktok.com/api/v2/pixel',
    'px.ads.linkedin.com/collect/?pid=1',
    'ct.pinterest.com/v3/?tid=1',
    'tr.snapchat.com/p',
    'alb.reddit.com/rp.gif',
    'pixel.quantserve.com/pixel/p-1.gif',
    'sb.scorecardresearch.com/p?c1=2',
    'sonymusic.112.2o7.net/b/ss/sonymusic/1/H.20/s1',
    'metrics.artist.example/b/ss/account/1/JS/s2',
    'pixels.spotify.com/v1/ingest',
    'www.facebook.com/privacy_sandbox/pixel/register/trigger/?id=1',
    'www.google.de/pagead/1p-user-list/1/?random=1',
    'www.google.co.uk/ads/ga-audiences?v=1',
    'www.google.com.au/pagead/1p-conversion/1/',
    'www.google.com/ccm/collect?en=page_view',
    'sp.analytics.yahoo.com/sp.pl?a=1',
    'sb.scorecardresearch.com/b?c1=2',
    'sb.scorecardresearch.com/b2?c1=2',
    'secure-us.imrworldwide.com/cgi-bin/m?ci=1',
    'd.adroll.com/pixel/ADV/PIX',
    'tr.outbrain.com/unifiedPixel?marketerId=1',
    'secure.adnxs.com/px?id=1',
    'ib.adnxs.com/seg?add=1',
    'pixel.wp.com/g.gif?v=ext&blog=1',
    'pixel.wp.com/t.gif?_en=x',
    'track.hubspot.com/__ptq.gif?k=1',
    'track-eu1.hubspot.com/__ptq.gif?k=1',
    'forms.hubspot.com/embed/v3/counters.gif?key=x',
    'forms.hsforms.com/embed/v3/counters.gif?key=x',
    'artist.us1.list-manage.com/track/open.php?u=1',
    'api.segment.io/v1/pixel/page?data=x',
    'collect.tealiumiq.com/account/main/2/i.gif',
    'artist.piwik.pro/ppms.php?idsite=1',
    'c.statcounter.com/1/0/abc/1/',
    'c.statcounter.com/t.php?sc_project=1',
    'ping.chartbeat.net/ping?h=x',
    'mc.yandex.ru/watch/1',
    'hm.baidu.com/hm.gif?si=x',
    'artist.matomo.cloud/matomo.php?idsite=1&rec=1',
    'stats.artist.example/piwik/piwik.php?idsite=1',
    'any.example/pixel',
    'any.example/t/pixel.gif?x',
    'any.example/1x1.png',
  ])('%s', (url) => {
    expect(isPixelAddress(address(url), 'img')).toBe(true);
  });

  it.each([
    'connect.facebook.net/en_US/fbevents.js',
    'www.facebook.com/track-artist',
    'www.facebook.com/plugins/like.php',
    'notfacebook.com/tr/',
    'facebook.com.evil.example/tr/',
    'www.googletagmanager.com/gtm.js',
    'notbat.bing.com.example/action',
    'fast.co/i/adsct',
    'www.google.com/recaptcha/api.js',
    'google.com.evil.example/pagead/1p-user-list/1/',
    'www.google.de/search',
    'stats.wp.com/e-202648.js',
    'i0.wp.com/www.artist.example/cover.gif',
    'notpixel.wp.com.example/g.gif',
    'js.hs-scripts.com/1.js',
    'forms.hubspot.com/lead-flows-config/v1/config/json',
    'plausible.io/api/event',
    'static.klaviyo.com/onsite/js/klaviyo.js',
    'artist.us1.list-manage.com/subscribe/post',
    'monorail-edge.shopifysvc.com/unstable/produce_batch',
    'cdn.matomo.cloud/artist.matomo.cloud/matomo.js',
    'any.example/matomo.php/help',
    'any.example/pixel-art/7.png',
    'any.example/pixels',
    'any.example/',
  ])('%s is none', (url) => {
    expect(isPixelAddress(address(url), 'img')).toBe(false);
  });

  it.each([
    ['img', true],
    ['beacon', false],
    ['fetch', false],
    ['xmlhttprequest', false],
    ['css', true],
    ['script', false],
    ['iframe', false],
    ['navigation', false],
  ])('called by %s: %s', (initiator, expected) => {
    expect(isPixelAddress(address('www.facebook.com/tr/'), initiator)).toBe(expected);
  });
});

describe('an image that the page shows nowhere', () => {
  const page = 'www.artist.example';

  it.each([
    ['tells the host', 'https://count.example/g.gif?blog=1&host=www.artist.example'],
    ['tells the address', 'https://count.example/hit?u=https%3A%2F%2Fwww.artist.example%2Fnews%3Fx%3D1'],
    ['tells the first page', 'https://count.example/hit.php?url=https://www.artist.example/'],
  ])('%s: it is called to tell it', (_, url) => {
    expect(tellsPage(url, page)).toBe(true);
  });

  it.each([
    ['says nothing', 'https://cdn.example/cover.jpg'],
    ['has a number against old copies', 'https://cdn.example/spinner.gif?v=1700000000000'],
    [
      'is a picture of the page, made smaller',
      'https://images.example/?url=https://www.artist.example/cover.jpg&w=300',
    ],
    ['speaks of another host', 'https://count.example/hit?u=https://other.example/'],
    ['speaks of a host with a like name', 'https://count.example/hit?host=www.artist.example.evil'],
    ['has the host in its path', 'https://i0.wp.com/www.artist.example/cover.jpg?w=3'],
    ['has an address that is none', 'https://count.example/hit?u=https://[www.artist.example'],
    ['is none itself', 'nonsense'],
  ])('%s: it is a picture', (_, url) => {
    expect(tellsPage(url, page)).toBe(false);
  });
});
