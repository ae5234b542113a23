/**
 * The artist site: an invented band, Paper Lanterns, with what such sites usually carry. The words, songs and dates are
 * made up here.
 */
import { html, type Answer } from '../answer.ts';
import { harbour, sleeve } from '../artwork.ts';
import { page } from '../document.ts';

const RECORDS = ['Harbour of Small Lights', 'The Ferry Waits', 'Salt and Paper', 'Tin Moon'];

const DATES = [
  ['2027-03-06', '6 Mar', 'The Boathouse', 'Riverton'],
  ['2027-03-09', '9 Mar', 'Old Signal Hall', 'Eastport'],
  ['2027-03-13', '13 Mar', 'Lighthouse Rooms', 'Marrow Bay'],
] as const;

/** Links under every page of a Sony Music site, in the wording such footers use. */
export const FOOTER = `<footer><nav aria-label="Legal">
<a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a>
<a href="https://www.sonymusic.com/ccpa-contact-form/">Do Not Sell or Share My Personal Data</a>
<a href="https://www.sonymusic.com/feedback/">Send Us Feedback</a>
<a href="#" id="cookie-settings">Cookie Settings</a>
</nav><p>© 2026 Sony Music Entertainment. All Rights Reserved.</p>
<p>A replica for the tests of Liner Notes. Paper Lanterns is an invented band.</p></footer>`;

/** Sony Music's consent script, as its sites load it. */
export const CONSENT_SCRIPT =
  '<script async src="https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js"></script>';

const HERO = `<header class="hero">${harbour()}
<nav class="bar" aria-label="Site"><span class="label">Paper Lanterns</span><a href="#music">Music</a><a href="#tour">Tour</a><a href="https://paperlanterns.myshopify.com/">Store</a><a href="#letters">Newsletter</a></nav>
<div class="title"><h1>Paper Lanterns</h1><p>New single out now: “Harbour of Small Lights”</p>
<a class="button" href="#music">Listen</a>
<a class="button quiet" href="https://accounts.spotify.com/authorize?client_id=00000000000000000000000000000000&amp;response_type=code&amp;redirect_uri=https%3A%2F%2Fpresave.sonymusicfans.com%2Fcallback&amp;scope=user-library-modify%20user-follow-modify%20user-read-email%20user-top-read">Pre-save the album</a></div>
</header>`;

/** The newsletter form that posts to Sony Music's own form service. */
export const NEWSLETTER_FORM = `<form action="https://subs.sonymusicfans.com/submit" method="post">
<input type="hidden" name="form" value="2417"><input type="hidden" name="source" value="site-footer">
<label>E-mail address<input type="email" name="email" autocomplete="email" required></label>
<label>Country<select name="country"><option>United States<option>United Kingdom<option>Germany</select></label>
<label>Zip code<input name="zip" autocomplete="postal-code"></label>
<label class="box"><input type="checkbox" name="opt_in"> Send me news and offers from Paper Lanterns</label>
<button>Sign up for the newsletter</button></form>`;

function music(): string {
  return RECORDS.map(
    (title, index) => `<div>${sleeve(index)}<p>${title}<small>${index === 0 ? 'Single' : 'Album'}</small></p></div>`,
  ).join('');
}

function dates(): string {
  return DATES.map(
    ([iso, day, hall, town]) =>
      `<li><time datetime="${iso}">${day}</time><span>${hall}, ${town}</span><a href="https://www.bandsintown.com/e/${iso}">Tickets</a></li>`,
  ).join('');
}

/** The home page, with its companies. */
export function artistHome(): Answer {
  const head = `${CONSENT_SCRIPT}
<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-LANTERN"></script>
<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script>
<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lantern">`;
  const body = `${HERO}<main>
<section id="music"><h2>Music</h2><div class="sleeves">${music()}</div></section>
<section class="columns"><div><h2>Watch</h2><iframe class="clip" title="Harbour of Small Lights, the film" src="https://www.youtube.com/embed/lantern0001"></iframe></div>
<div><h2>Listen</h2><iframe title="Harbour of Small Lights, the player" height="152" src="https://open.spotify.com/embed/track/0000000000000000lantern"></iframe></div></section>
<section class="columns" id="tour"><div><h2>Tour</h2><ul class="dates">${dates()}</ul></div>
<div class="bit-widget-initializer" data-artist-name="Paper Lanterns"></div></section>
<section class="columns" id="letters"><div><h2>Letters from the harbour</h2><p>Be the first to hear new songs and tour dates. Sign up for the newsletter.</p></div><div class="panel">${NEWSLETTER_FORM}</div></section>
<p><a href="https://www.instagram.com/paperlanternsband/">Instagram</a> · <a href="https://www.tiktok.com/@paperlanternsband">TikTok</a> · <a href="https://www.youtube.com/@paperlanternsband">YouTube</a></p>
</main>${FOOTER}
<script async src="https://widget.bandsintown.com/main.min.js"></script>
<script>localStorage.setItem('lanterns:last-visit', String(Date.now())); sessionStorage.setItem('lanterns:section', 'music');</script>`;
  const oneYear = 60 * 60 * 24 * 365;
  return html(page('Paper Lanterns | Official site', body, { head }), {
    'set-cookie': [`lanterns_visits=1; Max-Age=${String(oneYear)}; Path=/; Secure; SameSite=Lax`],
  });
}
