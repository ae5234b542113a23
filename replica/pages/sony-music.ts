/** Sony Music's own site and its form service, with words of our own: enough for links to arrive somewhere. */
import { html, notFound, type Answer, type SiteRequest } from '../answer.ts';
import { plainPage } from '../document.ts';
import { CONSENT_SCRIPT, FOOTER } from './artist.ts';
import { germanPolicy, todaysPolicy } from './policy-pages.ts';

const day = { day: true, head: CONSENT_SCRIPT };

function home(): string {
  return plainPage(
    'Sony Music (replica)',
    `<p>This page stands in for the company's site in our tests.</p>${FOOTER}`,
    day,
  );
}

function feedback(): string {
  return plainPage(
    'Send us feedback (replica)',
    `<p>Write to us here. This form leads nowhere.</p>
<form action="/feedback/" method="post"><label>Your name<input name="name" autocomplete="name"></label>
<label>Your e-mail address<input type="email" name="email" autocomplete="email"></label>
<label>Your message<textarea name="message" rows="5"></textarea></label><button>Send</button></form>${FOOTER}`,
    day,
  );
}

/** www.sonymusic.com. */
export function companySite({ path }: SiteRequest): Answer {
  if (path === '/') return html(home());
  if (path === '/feedback/') return html(feedback());
  if (path === '/privacy-policy/') return todaysPolicy();
  if (path === '/ccpa-contact-form/') return html(plainPage('Your data, your choice (replica)', FOOTER, day));
  return notFound();
}

/** A form, a link to a music service and something kept: what the views of these have to say on a site with a policy of its own. */
const NEWSLETTER = `<form action="/danke/" method="post"><p>Newsletter abonnieren.</p>
<label>E-Mail-Adresse<input type="email" name="email" required></label>
<label>Handynummer<input type="tel" name="handy" autocomplete="tel"></label><button>Abonnieren</button></form>
<p><a class="button" href="https://accounts.spotify.com/authorize?client_id=2417&amp;response_type=code&amp;scope=user-library-modify%20user-read-email">Pre-Save auf Spotify</a></p>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-GERMANY"></script>
<script>localStorage.setItem('hell', 'ja'); document.cookie = 'warenkorb=leer; max-age=3600; path=/';</script>
<footer><a href="https://www.sonymusic.de/Datenschutz/">Datenschutz</a></footer>`;

/** www.sonymusic.de: a listed site with a policy of its own. */
export function germanSite({ path }: SiteRequest): Answer {
  const options = { day: true, language: 'de' };
  if (path === '/Datenschutz/') return html(germanPolicy);
  if (path === '/newsletter/') return html(plainPage('Nichts verpassen (Nachbau)', NEWSLETTER, options));
  return html(
    plainPage(
      'Musik aus Deutschland (Nachbau)',
      `<p>Diese Seite steht in unseren Tests für eine Seite mit eigener Datenschutzerklärung.</p>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-GERMANY"></script>
<footer><nav aria-label="Rechtliches"><a href="https://www.sonymusic.de/Datenschutz/">Datenschutz</a></nav></footer>`,
      options,
    ),
  );
}

/** forms.sonymusicfans.com and subs.sonymusicfans.com: a campaign's form, and the thanks after it. */
export function formService({ host, path }: SiteRequest): Answer {
  if (host.startsWith('subs.')) return html(plainPage('Thank you', '<p>You are on the list.</p>'));
  if (!path.startsWith('/campaign/')) return notFound();
  return html(
    plainPage(
      'Join the fan list',
      `<form action="https://subs.sonymusicfans.com/submit" method="post">
<label>Your e-mail address<input type="email" name="fan_email" autocomplete="email" required></label>
<label>Mobile number for text messages<input type="tel" name="fan_mobile" autocomplete="tel"></label>
<label>Date of birth<input type="date" name="fan_birthday" autocomplete="bday"></label>
<button>Join the newsletter</button></form>
<script>localStorage.setItem('campaign:seen', 'yes');</script>`,
    ),
  );
}
