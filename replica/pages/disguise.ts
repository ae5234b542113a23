/** Collectors of other companies under the label's own names, and addresses of the label that only resemble them. */
import { LABEL_HOST, METRICS_HOST } from '../hosts.ts';
import type { PracticeId } from '../practice-pages.ts';

/** What Google Analytics would send to www.google-analytics.com, and Adobe Analytics to an address of Adobe's. */
export const DISGUISE: Partial<Record<PracticeId, string>> = {
  'collector-in-disguise': `<p>Who counts the visitors of this page?</p>
<script>
navigator.sendBeacon('/g/collect?v=2&tid=G-LANTERN01&gtm=45je5b1&_p=1764072000000&cid=2417000001.1764072000&sid=1764072000&dl=' + encodeURIComponent(location.href) + '&en=page_view');
new Image().src = 'https://${METRICS_HOST}/b/ss/lanternprod/1/JS-2.22.0/s24170000000001?AQB=1&ndh=1&pageName=practice&AQE=1';
</script>`,
};

/** What a site of its own making may well ask itself for. */
const LOOKALIKES = [
  '/g/collection?page=2',
  '/collect?v=2&shells=12',
  '/track/12?play=1',
  '/tr/?id=12&ev=konser',
  '/b/ss-photo.jpg',
  '/i?e=pv',
  '/gtm.js?id=7',
  '/events',
  '/matomo.php',
];

/** The variant of the page on which nobody is disguised: look-alikes, a Matomo of the label's own, and Google under its own name. */
export const NO_DISGUISE = `<p>Sea shells, tracks and a page in Turkish.</p>
<script>
for (const address of ${JSON.stringify(LOOKALIKES)}) fetch(address);
navigator.sendBeacon('/stats/matomo.php?idsite=1&rec=1&action_name=shells');
navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-LANTERN01&cid=2417000001.1764072000&en=page_view');
fetch('https://${LABEL_HOST}/last-of-all');
</script>`;
