/** The practices of the group "kept in the browser". */
import type { Answer } from '../answer.ts';
import type { PracticeId } from '../practice-pages.ts';

const UUID = 'b7e1f0aa-52c3-4d8e-9a41-0c6d3f2e8b75';
const ONE_YEAR = String(60 * 60 * 24 * 365);

/**
 * What Ruffle keeps for replica/flash/prefs.swf, as read from localStorage after it had played: artists, optIn, userId, visits.
 * The practice's page writes it back, as if the visitor had played the film before; flash.spec.ts plays it.
 */
const PLAYED_BEFORE =
  'AL8AAABXVENTTwAEAAAAAAAFcHJlZnMAAAADD2FydGlzdHMJBQEGC0FkZWxlBhVQaW5rIEZsb3lkAAtvcHRJbgMADXVzZXJJZAYPYWJjLTEyMwANdmlzaXRzBAcA';

export const KEPT: Partial<Record<PracticeId, string>> = {
  'first-party-cookies': '<p>This page remembers how often you came.</p>',
  'third-party-cookies': '<script src="https://connect.facebook.net/en_US/fbevents.js"></script>',
  'flash-content': `<object type="application/x-shockwave-flash" data="/flash/prefs.swf" width="320" height="180">
<param name="movie" value="/flash/prefs.swf"><param name="flashvars" value="song=harbour&amp;start=0"></object>`,
  'flash-cookies': `<script>localStorage.setItem(location.host + '/flash/prefs.swf/prefs', '${PLAYED_BEFORE}');</script>`,
  'web-storage':
    "<script>localStorage.setItem('harbour:theme', 'night'); sessionStorage.setItem('harbour:scene', 'pier');</script>",
  'browser-databases': `<script>
const opening = indexedDB.open('listening-room', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('songs');
opening.onsuccess = () => opening.result.close();
caches.open('covers-v1').then((cache) => cache.put('/style.css', new Response('')));
navigator.serviceWorker.register('/worker.js', { scope: '/listening/' });
</script>`,
  'identifier-in-two-places': `<script>localStorage.setItem('harbour:id', '${UUID}');</script>`,
};

/** Headers of the pages that set cookies by them. */
export function keptHeaders(name: string): Answer['headers'] {
  if (name === 'first-party-cookies') {
    return { 'set-cookie': `harbour_visits=3; Max-Age=${ONE_YEAR}; Path=/; Secure; SameSite=Lax; HttpOnly` };
  }
  if (name === 'identifier-in-two-places') {
    return { 'set-cookie': `harbour_id=${UUID}; Max-Age=${ONE_YEAR}; Path=/; Secure; SameSite=Lax` };
  }
  return {};
}
