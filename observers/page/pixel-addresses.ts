/** Addresses that are known to be called for the sake of the call, as pixel tags are. */
import type { Address } from '../../ledger/observation';

/**
 * Where the great pixel tags are called, as their makers' documents have their no-script images and their event calls: Meta,
 * Google (Analytics, Ads, Floodlight), Microsoft, X, TikTok, LinkedIn, Pinterest, Snap, Reddit, Quantcast, Comscore, Adobe,
 * Spotify, The Trade Desk. A tag that is not here still counts when it is an image of 1 × 1.
 *
 * Host and path, the host first: an address that speaks of such a one in its path is none. 'www.facebook.com/tr/', '1234.fls.doubleclick.net/activity;src=…'
 */
const KNOWN =
  /^(?:[^/]*\.)?(?:facebook\.com\/tr\b|(?:google-analytics|analytics\.google|doubleclick)\.(?:com|net)\/(?:\w\/)?(?:collect|__utm\.gif)|doubleclick\.net\/(?:activity|pagead|ddm)\b|googleadservices\.com\/pagead\/conv|google\.com\/(?:pagead\/1p-|ads\/ga-)|bat\.bing\.(?:com|net)\/(?:p\/)?action|(?:t\.co|analytics\.twitter\.com)\/(?:1\/)?i\/adsct|analytics\.tiktok\.com\/(?:api|i18n\/pixel)|ads\.linkedin\.com\/|ct\.pinterest\.com\/|tr\.snapchat\.com\/|alb\.reddit\.com\/|pixel\.quantserve\.com\/|scorecardresearch\.com\/[bp]\b|pixels?\.(?:by)?spotify\.com\/|adsrvr\.org\/track)/;

/** A path whose last part says so itself, at any host: '/pixel', '/track/pixel.gif', '/1x1.png', '/b/ss/ACCOUNT/1/…'. */
const TELLING_PATH = /\/(?:pixel|tracking-?pixel|1x1)(?:\.(?:gif|png|php|ashx|aspx?))?$|^\/b\/ss\//;

/** The ways in which pixel tags are called. */
const INITIATORS = /^(?:img|image|beacon|fetch|xmlhttprequest|css|other)$/;

/** Whether a request to `address`, made by `initiator`, is a call of a known pixel tag. */
export function isPixelAddress({ host, path }: Address, initiator: string): boolean {
  if (!INITIATORS.test(initiator)) return false;
  return TELLING_PATH.test(path) || KNOWN.test(host + path);
}
