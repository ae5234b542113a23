/** Companies that send a request on, or set a cookie of their own. */
import { pixel, type Answer, type SiteRequest } from '../answer.ts';

function sendOn(location: string): Answer {
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location } };
}

export const NETWORK_STUBS: readonly (readonly [string, (request: SiteRequest) => Answer | null])[] = [
  ['sync.taboola.com', () => sendOn('https://match.adsrvr.org/track/cmf/generic?ttd_pid=lantern')],
  ['match.adsrvr.org', () => sendOn('https://pixel.rubiconproject.com/tap.php?v=1')],
  [
    'cm.g.doubleclick.net',
    () =>
      pixel({
        'set-cookie': [
          '__Host-kept-here=lantern0123456789abcdef; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=None; Partitioned',
          'everywhere=lantern0123456789abcdee; Path=/; Max-Age=86400; Secure; SameSite=None',
          'own-pages-only=1; Path=/; Secure; SameSite=Lax',
        ],
      }),
  ],
];
