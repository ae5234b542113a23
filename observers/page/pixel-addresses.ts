/** Addresses whose images are loaded for the sake of the call, as pixel tags are. A pixel tag that is not told by these still counts as an image of 1 × 1. */
import type { Address } from '../../ledger/observation.ts';
import { isTagCall } from '../../recognition/tag-address.ts';

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
  return TELLING_PATH.test(path) || isTagCall(host, path);
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
