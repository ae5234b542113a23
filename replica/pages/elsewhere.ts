/** Sites off the list: one betrayed by its marks, one that only looks alike, one of no interest. */
import { html, notFound, type Answer, type SiteRequest } from '../answer.ts';
import { harbour } from '../artwork.ts';
import { page, plainPage } from '../document.ts';
import { CONSENT_SCRIPT, FOOTER } from './artist.ts';
import { fanPage } from './leaving.ts';

/** www.paperlanterns.example: on no list, but with Sony Music's script, paths with a label code, policy link and footer. */
export function markedSite({ path }: SiteRequest): Answer {
  if (path !== '/') return notFound();
  const head = `${CONSENT_SCRIPT}
<link rel="stylesheet" href="https://cdn.smehost.net/paperlanternsexample-uscolumbiaprod/css/site.css">
<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-LANTERN"></script>`;
  const body = `<header class="hero">${harbour()}<div class="title"><h1>Paper Lanterns</h1><p>Songs from the harbour</p></div></header>
<main><section class="panel"><h2>About</h2><p>Four friends, one boat, and a box of old recordings.</p>
<img alt="" width="120" height="120" src="https://cdn.smehost.net/paperlanternsexample-uscolumbiaprod/images/boat.svg"></section></main>${FOOTER}`;
  return html(page('Paper Lanterns', body, { head }));
}

/** www.notsonymusic.com: a fan page. It borrows an image, which proves nothing. */
export function lookalikeSite({ path }: SiteRequest): Answer {
  if (path !== '/') return notFound();
  return html(
    plainPage(
      'Not the label: a fan page',
      `<p>Made by fans, run by nobody's company.</p>
<img alt="" width="120" height="120" src="https://cdn.smehost.net/paperlanternsexample-uscolumbiaprod/images/boat.svg">
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-FANPAGE"></script>`,
      { day: true },
    ),
  );
}

/** www.gardening.example: nothing to do with music. */
export function gardenSite({ path }: SiteRequest): Answer {
  if (path === '/fan') return fanPage();
  if (path !== '/') return notFound();
  return html(
    plainPage(
      'Beans and other climbers',
      `<p>Sow them after the last frost, two to a pole.</p>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-BEANS"></script>
<form action="/search"><label>Search the garden<input type="search" name="q"></label><button>Search</button></form>`,
      { day: true },
    ),
  );
}
