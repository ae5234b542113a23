/**
 * Sites of Kelpwick Records, the invented record company whose data are in tests/fixtures/organisations/kelpwick: a band's, one of another
 * country, and one that is on no list. The extension that ships knows none of them.
 */
import { html, notFound, type Answer, type SiteRequest } from '../answer.ts';
import { harbour } from '../artwork.ts';
import { page, plainPage } from '../document.ts';

const FOOTER = `<footer><nav aria-label="Legal">
<a href="https://www.kelpwick.example/privacy">Privacy Policy</a>
<a href="https://www.kelpwick.example/terms">Terms</a>
</nav><p>© 2026 Kelpwick Records</p>
<p>A replica for the tests of Liner Notes. Ninepin Tides is an invented band.</p></footer>`;

/**
 * www.ninepintides.example: what the policy of 2019 names (Google Analytics, a note in localStorage, a player, a newsletter by way of
 * Mailchimp), what it says otherwise of (another advertising company, a phone number), and what it is silent on (a session recorder).
 */
export function bandSite({ path }: SiteRequest): Answer {
  if (path !== '/') return notFound();
  const head = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-TIDES0001"></script>
<script async src="https://static.hotjar.com/c/hotjar-2417.js?sv=6"></script>
<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script>`;
  const body = `<header class="hero">${harbour()}<div class="title"><h1>Ninepin Tides</h1><p>Songs for low water</p></div></header>
<main><section class="panel"><h2>Listen</h2><iframe title="Low Water, the player" height="152" src="https://open.spotify.com/embed/track/0000000000000000ninepin"></iframe></section>
<section class="panel"><h2>Newsletter</h2><form action="https://tides.us1.list-manage.com/subscribe/post" method="post">
<label>E-mail address<input type="email" name="EMAIL" autocomplete="email" required></label>
<label>Mobile number for text messages<input type="tel" name="PHONE" autocomplete="tel"></label>
<button>Sign up for the newsletter</button></form></section></main>${FOOTER}
<script>localStorage.setItem('player:volume', '0.8');</script>`;
  return html(page('Ninepin Tides | Official site', body, { head }), {
    'set-cookie': ['tides_cart=empty; Max-Age=2592000; Path=/; Secure; SameSite=Lax'],
  });
}

/** www.kelpwick-germany.example: the company's site in another country, with a policy of its own. */
export function germanSite({ path }: SiteRequest): Answer {
  if (path !== '/') return notFound();
  return html(
    plainPage(
      'Kelpwick Deutschland (Nachbau)',
      `<p>Diese Seite steht in unseren Tests für eine Seite mit eigener Datenschutzerklärung.</p>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-KELPWICK"></script>
<footer><nav aria-label="Rechtliches"><a href="https://www.kelpwick-germany.example/datenschutz">Datenschutz</a></nav></footer>`,
      { day: true, language: 'de' },
    ),
  );
}

/** www.latenightferry.example: on no list, but with the company's files, policy link and footer. */
export function unlistedSite({ path }: SiteRequest): Answer {
  if (path !== '/') return notFound();
  const head = `<link rel="stylesheet" href="https://files.kelpwickcdn.example/harbour/latenightferryexample/site.css">
<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-FERRY"></script>`;
  return html(page('Late Night Ferry', `<main><h1>Late Night Ferry</h1></main>${FOOTER}`, { head }));
}
