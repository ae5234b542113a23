/** Pages with a behaviour of their own: strict CSP, single-page navigation, a late form, frames, a busy page. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';
import { BUSY_COMPANIES } from './busy-companies.ts';

/** `/strict-csp`: nothing but the site's own files, one company's image, and no script at all. */
export function strictCsp(): Answer {
  return html(
    plainPage(
      'A strict page',
      '<p>No script runs here but what the browser adds.</p><img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=PageView">',
    ),
    {
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src data: https://www.facebook.com; script-src 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; sandbox allow-same-origin",
    },
  );
}

/** `/spa/…`: one document whose views change by `history.pushState`; each view contacts a company of its own. */
export function singlePage(): Answer {
  return html(
    plainPage(
      'A site in one page',
      `<nav><button data-view="tour">Tour</button> <button data-view="shop">Shop</button></nav><p id="view">Home</p>
<img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=Home">
<script>
const companies = { tour: 'https://rest.bandsintown.com/artists/lanterns.json', shop: 'https://cdn.shopify.com/s/files/lanterns.js' };
for (const button of document.querySelectorAll('[data-view]')) button.addEventListener('click', () => {
  const { view } = button.dataset;
  history.pushState({}, '', '/spa/' + view);
  document.getElementById('view').textContent = view;
  fetch(companies[view]).then((answer) => answer.text());
});
</script>`,
    ),
  );
}

/** `/late-form`: the form is put in when the button is pressed. */
export function lateForm(): Answer {
  return html(
    plainPage(
      'A form that comes later',
      `<button id="join">Join</button><div id="place"></div>
<script>document.getElementById('join').addEventListener('click', () => {
  document.getElementById('place').innerHTML = '<form action="/thanks" method="post"><label>E-mail address<input type="email" name="late_email"></label><button>Sign up for the newsletter</button></form>';
});</script>`,
    ),
  );
}

/** `/form-frame`: Sony Music's own form service in a frame. */
export function formFrame(): Answer {
  return html(
    plainPage(
      'Join the fan list',
      '<iframe title="Sign-up form" height="420" src="https://forms.sonymusicfans.com/campaign/paper-lanterns-newsletter/"></iframe>',
    ),
  );
}

/** `/company-frame`: another company's frame, which contacts a company that only the full view can see. */
export function companyFrame(): Answer {
  return html(
    plainPage(
      'A player in a frame',
      '<iframe title="The film" height="260" src="https://www.youtube.com/embed/lantern0001"></iframe>',
    ),
  );
}

/** `/ask-location`: asks the browser where the visitor is, when the button is pressed. */
export function askLocation(): Answer {
  return html(
    plainPage(
      'Shows near you',
      `<button id="near">Find shows near me</button><p id="place"></p>
<script>document.getElementById('near').addEventListener('click', () => {
  navigator.geolocation.getCurrentPosition(() => { document.getElementById('place').textContent = 'Riverton'; });
});</script>`,
    ),
  );
}

/** `/no-images`: images whose answer is none; each is asked for once. */
export function noImages(): Answer {
  const images = Array.from(
    { length: 20 },
    (_, n) => `<img alt="" src="https://static.hotjar.com/c/hotjar-${String(n)}.js">`,
  );
  return html(plainPage('Pictures that are none', images.join('\n')));
}

/** `/busy`: 40 hosts, five requests each. */
export function busy(): Answer {
  const images = BUSY_COMPANIES.flatMap((host) =>
    [1, 2, 3, 4, 5].map((n) => `<img alt="" src="https://${host}/busy/${String(n)}.gif">`),
  );
  return html(plainPage('A busy page', `<p>Forty hosts, two hundred requests.</p>\n${images.join('\n')}`));
}
