/**
 * Which addresses of companies of another kind serve their advertising? A social network, a search engine or a music service is filed under what
 * it is known for; the tag by which it measures its ads stands at an address of its own.
 */

/**
 * Host and path of each network's tag, as its own instructions give them: the script that a site puts in, and the calls that it makes. Meta
 * Pixel, TikTok Pixel, Pinterest tag, Snap Pixel, Reddit Pixel, LinkedIn Insight Tag, X pixel, Google Ads (under its ordinary hosts), Microsoft
 * UET, Spotify Pixel, Quora, Yahoo, VK, LINE, Kakao and Nextdoor.
 */
const ADDRESSES: readonly RegExp[] = [
  /^(?:[a-z-]+\.)?facebook\.com\/tr(?:\/|$)/,
  /^connect\.facebook\.net\/(?:[a-zA-Z_]+\/fbevents\.js|signals\/)/,
  /^(?:analytics|ads|business-api)\.tiktok\.com\//,
  /^(?:ct|trk)\.pinterest\.com\//,
  /^s\.pinimg\.com\/ct\//,
  /^tr[a-z0-9-]*\.snapchat\.com\//,
  /^sc-static\.net\/scevent\.min\.js/,
  /^(?:alb|pixel-config|conversions-config|events)\.reddit(?:media)?\.com\//,
  /^www\.redditstatic\.com\/ads\//,
  /^(?:[a-z]+\.)?ads\.linkedin\.com\//,
  /^snap\.licdn\.com\/li\.lms-analytics\//,
  /^www\.linkedin\.com\/px(?:\/|$)/,
  /^(?:[a-z]+\.)?ads-twitter\.com\//,
  /^(?:analytics\.(?:twitter|x)\.com|t\.co)\/(?:1\/)?i\/adsct/,
  /^(?:www\.|analytics\.)?google\.(?:com?\.)?[a-z]{2,3}\/(?:pagead|ads|ccm|rmkt)\//,
  /^www\.youtube\.com\/pagead\//,
  /^bat\.bing\.(?:com|net)\//,
  /^pixels?\.(?:by)?spotify\.com\//,
  /^q\.quora\.com\/_\/ad\//,
  /^sp\.analytics\.yahoo\.com\//,
  /^vk\.(?:com|ru)\/rtrg/,
  /^tr\.line\.me\//,
  /^(?:bc|display)\.ad\.daum\.net\//,
  /^flask\.nextdoor\.com\/pixel/,
];

/** Whether a request to a host and path is a call of a company's advertising tag. Lower-case host, path without query. */
export function isAdvertisingAddress(host: string, path: string): boolean {
  const address = host + path;
  return ADDRESSES.some((pattern) => pattern.test(address));
}
