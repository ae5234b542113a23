import { describe, expect, it } from 'vitest';
import { toAddress, type Address } from '../../../ledger/observation';
import { isPixelAddress } from '../../../observers/page/pixel-addresses';
import { must } from './test-document';

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
    'any.example/pixel-art/7.png',
    'any.example/pixels',
    'any.example/',
  ])('%s is none', (url) => {
    expect(isPixelAddress(address(url), 'img')).toBe(false);
  });

  it.each([
    ['img', true],
    ['beacon', true],
    ['fetch', true],
    ['xmlhttprequest', true],
    ['css', true],
    ['script', false],
    ['iframe', false],
    ['navigation', false],
  ])('called by %s: %s', (initiator, expected) => {
    expect(isPixelAddress(address('www.facebook.com/tr/'), initiator)).toBe(expected);
  });
});
