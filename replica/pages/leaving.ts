/** `/leave/…`: a page with every way to go on, where some of them lead nowhere, and one whose layout keeps a frame. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';
import { FORMS_HOST, LABEL_HOST, OTHER_HOST } from '../hosts.ts';

function start(): Answer {
  return html(
    plainPage(
      'A page to leave',
      `<p><a id="link" href="https://${OTHER_HOST}/">The garden</a> <a id="beside" href="https://${OTHER_HOST}/" target="_blank">The garden, beside</a>
<a id="redirect" href="/leave/redirect">By a redirect</a> <a id="download" href="/leave/download">A file</a> <a id="empty" href="/leave/empty">Nothing</a></p>
<img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=Leave">
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-LEAVE"></script>`,
    ),
  );
}

/** A single-page site whose layout holds a frame of Sony Music's form service, and views of its own. */
function layout(): Answer {
  return html(
    plainPage(
      'A site with a frame in its layout',
      `<nav><button data-view="tour">Tour</button> <button data-view="shop">Shop</button></nav>
<iframe title="Sign-up form" id="kept" src="https://${FORMS_HOST}/campaign/paper-lanterns-newsletter/"></iframe>
<script>
for (const button of document.querySelectorAll('[data-view]')) button.addEventListener('click', () => {
  history.pushState({}, '', '/leave/' + button.dataset.view);
});</script>`,
    ),
  );
}

/** A router that names its first view as it wishes, a moment after the load. */
function renamed(): Answer {
  return html(
    plainPage(
      'A page that names itself anew',
      `<img alt="" src="https://www.facebook.com/tr?id=2417&amp;ev=Renamed">
<script>addEventListener('load', () => setTimeout(() => {
  history.replaceState(null, '', '/leave/en/home/');
  fetch('https://bat.bing.com/renamed.json').then((answer) => answer.text());
}, 800));</script>`,
    ),
  );
}

const PAGES: Readonly<Record<string, () => Answer>> = {
  start,
  layout,
  renamed,
  redirect: () => ({ status: 302, type: 'text/plain', body: '', headers: { location: `https://${OTHER_HOST}/` } }),
  empty: () => ({ status: 204, type: 'text/plain', body: '' }),
  download: () => ({
    type: 'application/octet-stream',
    body: 'a file',
    headers: { 'content-disposition': 'attachment; filename="file.bin"' },
  }),
};

export function leaving(rest: string): Answer | null {
  return PAGES[rest]?.() ?? null;
}

/** On the garden's site: a fan's page with a page of the label in a frame. */
export function fanPage(): Answer {
  return html(
    plainPage(
      'Songs for the garden',
      `<iframe title="The label" src="https://${LABEL_HOST}/leave/start"></iframe>
<script src="https://www.googletagmanager.com/gtm.js?id=GTM-FAN"></script>`,
      { day: true },
    ),
  );
}
