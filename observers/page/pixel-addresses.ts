/** Addresses whose images are loaded for the sake of the call, as pixel tags are. A pixel tag that is not told by these still counts as an image of 1 × 1. */
import type { Address } from '../../ledger/observation';

/**
 * Where the great pixel tags are called, as their makers' documents have their images. Host and
 * path, the host first: an address that speaks of such a one in its path is none. 'www.facebook.com/tr/',
 * '1234.fls.doubleclick.net/activity;src=…'
 */
const KNOWN = [
  // Meta; Google Analytics, Floodlight and Ads, the last under the names of its countries too.
  /facebook\.com\/(?:tr\b|privacy_sandbox\/pixel\/)/,
  /(?:google-analytics|analytics\.google|doubleclick)\.(?:com|net)\/(?:\w\/)?(?:collect|__utm\.gif)/,
  /doubleclick\.net\/(?:activity|pagead|ddm)\b/,
  /googleadservices\.com\/pagead\/conv/,
  /google\.(?:com?\.)?[a-z]{2,3}\/(?:pagead\/1p-|ads\/ga-|ccm\/collect)/,
  // Microsoft, X, TikTok, LinkedIn, Pinterest, Snap, Reddit, Yahoo.
  /bat\.bing\.(?:com|net)\/(?:p\/)?action/,
  /(?:t\.co|analytics\.twitter\.com)\/(?:1\/)?i\/adsct/,
  /analytics\.tiktok\.com\/(?:api|i18n\/pixel)/,
  /ads\.linkedin\.com\//,
  /ct\.pinterest\.com\//,
  /tr\.snapchat\.com\//,
  /alb\.reddit\.com\//,
  /sp\.analytics\.yahoo\.com\/sp\.pl/,
  // Quantcast, Comscore, Nielsen, Spotify, The Trade Desk, AdRoll, Outbrain, Xandr.
  /pixel\.quantserve\.com\//,
  /scorecardresearch\.com\/[bp]2?(?:$|\?)/,
  /imrworldwide\.com\/cgi-bin\/(?:m|gn)\b/,
  /pixels?\.(?:by)?spotify\.com\//,
  /adsrvr\.org\/track/,
  /d\.adroll\.com\/(?:pixel|ipixel|p)\//,
  /tr\.outbrain\.com\/(?:unifiedPixel|pixel)/,
  /adnxs\.com\/(?:px|seg|pixie)(?:$|\?)/,
  // Jetpack, HubSpot (pages and forms), Mailchimp, Segment, Tealium, Piwik PRO, StatCounter, Chartbeat, Yandex, Baidu.
  /pixel\.wp\.com\/\w+\.gif/,
  /track(?:-\w+)?\.hubspot\.com\/__pt\w+\.gif/,
  /(?:hubspot|hsforms)\.(?:com|net)\/embed\/v\d\/counters\.gif/,
  /list-manage\.com\/track\/open/,
  /api\.segment\.io\/v1\/pixel\//,
  /tealiumiq\.com\/[\w.-]+\/[\w.-]+\/2\/i\.gif/,
  /piwik\.pro\/ppms\.php/,
  /c\.statcounter\.com\/(?:t\.php|\d)/,
  /ping\.chartbeat\.net\/ping/,
  /mc\.yandex\.(?:ru|com)\/(?:watch|pixel)\//,
  /hm\.baidu\.com\/hm\.gif/,
];
const ANY_KNOWN = new RegExp(`^(?:[^/]*\\.)?(?:${KNOWN.map(({ source }) => source).join('|')})`);

/**
 * A path whose last part says so itself, at any host: '/pixel', '/track/pixel.gif', '/1x1.png'; and those of software that
 * counts under any name: '/b/ss/ACCOUNT/1/…' (Adobe), '/matomo.php'.
 */
const TELLING_PATH =
  /\/(?:pixel|tracking-?pixel|1x1)(?:\.(?:gif|png|php|ashx|aspx?))?$|^\/b\/ss\/|\/(?:matomo|piwik)\.php$/;

/** The ways in which an image is loaded. What a script sends to the same addresses (fetch, beacons) loads none. */
const IMAGES = /^(?:img|image|css)$/;

/** Whether a request to `address`, made by `initiator`, loads the image of a known pixel tag. */
export function isPixelAddress({ host, path }: Address, initiator: string): boolean {
  if (!IMAGES.test(initiator)) return false;
  return TELLING_PATH.test(path) || ANY_KNOWN.test(host + path);
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Whether `value` is the page's host, or an address of it that is no picture: 'www.artist.example', 'https://www.artist.example/news'. */
function namesPage(value: string, pageHost: string): boolean {
  if (value === pageHost) return true;
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname } = new URL(value);
  return hostname === pageHost && !PICTURE.test(pathname);
}

/**
 * Whether the address of an image tells which page is open. Of an image that no element of the page shows (`new Image().src = …`)
 * there is no event and no size: where its address tells the page, it is called to tell it. A picture of the page that another
 * server makes smaller ('?url=https://www.artist.example/cover.jpg') is none.
 */
export function tellsPage(url: string, pageHost: string): boolean {
  if (!URL.canParse(url)) return false;
  const values: string[] = [];
  // Not by its iterators: a content script of Firefox sees them through glass, and cannot step through them.
  new URL(url).searchParams.forEach((value) => values.push(value));
  return values.some((value) => namesPage(value, pageHost));
}
