/** Forms for signing up: one that asks for little and links to the policy, one that asks for much and ticks boxes itself, and one for text messages. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

const GOOD = `<form action="https://subs.sonymusicfans.com/submit" method="post"><p>Sign up for the newsletter.</p>
<label>E-mail address<input type="email" name="email" required></label>
<label><input type="checkbox" name="tour_news">Also tell me about concerts</label>
<p>By signing up you agree to the <a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a>.</p><button>Subscribe</button></form>`;

const BAD = `<form action="https://band.us1.list-manage.com/subscribe/post" method="post"><p>Join the mailing list and never miss a song.</p>
<label>E-mail address<input type="email" name="EMAIL" required></label>
<label>Date of birth<input type="date" name="BIRTHDAY" required autocomplete="bday"></label>
<label>Mobile number<input type="tel" name="PHONE" aria-required="true" autocomplete="tel"></label>
<label><input type="checkbox" name="partner_offers" checked>Send me offers of partners</label>
<input type="hidden" name="campaign_source" value="lantern"><button>Join</button></form>`;

const TEXTS = `<form action="/thanks" method="post"><p>Get text messages about new songs.</p>
<label>Mobile number<input type="tel" name="mobile" autocomplete="tel"></label><button>Text me</button></form>`;

const PAGES: Readonly<Record<string, readonly [string, string]>> = {
  good: ['Little is asked', GOOD],
  bad: ['Much is asked', BAD],
  all: ['Three forms', [GOOD, BAD, TEXTS].map((form) => `<section>${form}</section>`).join('\n')],
};

/** `/sign-ups/good`, `/sign-ups/bad`, `/sign-ups/all`. */
export function signUps(rest: string): Answer | null {
  const found = Object.hasOwn(PAGES, rest) ? PAGES[rest] : undefined;
  return found === undefined ? null : html(plainPage(...found));
}
