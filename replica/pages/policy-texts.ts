/** Policies written for the replica, as pages set them: with menus and banners around, lists, a table, sections that fold, a frame. */
import { html, type Answer } from '../answer.ts';

/** What stands around the text of many pages, and is no part of it. */
const BANNER =
  '<div id="cookie-banner" style="position:fixed;bottom:0">We use cookies on this banner. <button>Accept all</button></div>';
const MENU =
  '<div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/tour">Tour</a></li><li><a href="/shop">Shop</a></li></ul></div>';

const FRAMED = '<p>The frame says: we keep your data for two years.</p>';

/** A page whose main part is its own affair. */
function bare(title: string, body: string): Answer {
  return html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; }</style></head><body>${body}</body></html>`);
}

/** `/policy-text`: every way to set a part of a policy. */
export function policyText(): Answer {
  return bare(
    'Privacy Policy of the harbour band',
    `${BANNER}<header><nav><a href="/">Start</a></nav></header>${MENU}
<div class="breadcrumb">Home &gt; Privacy</div>
<main>
<h1>Privacy Policy</h1>
<p>Last updated: <b>May 2, 2020</b></p>
<ul><li><a href="#sharing">Sharing, by way of contents</a></li></ul>
<p>We collect personal information when you
   write to us, e.g. your name. We use <a href="/cookies">cookies</a> to count visits.<br>We do not sell them.</p>
<h2 id="sharing">Sharing</h2>
<p>We may share your information:</p>
<ul>
  <li>with our label</li>
  <li><p>with companies that:</p><ul><li>send e-mail for us</li><li>print <em>tickets</em></li></ul></li>
  <li>as the law asks</li>
</ul>
<p><strong>Cookies by name</strong></p>
<table><thead><tr><th>Name</th><th>What for</th></tr></thead>
<tbody><tr><td>tide</td><td>remembers your choice</td></tr><tr><td>gull</td><td>counts your visits</td></tr></tbody></table>
<details><summary>Children</summary><p>We ask no child under 13 for personal data.</p></details>
<h3><button aria-expanded="false" aria-controls="rights">Your rights</button></h3>
<div id="rights" style="display:none"><p>You may ask us to delete what we hold.</p></div>
<p style="display:none">Hidden words that nobody can open.</p>
<p style="visibility:hidden">Unseen words that keep their place.</p>
<p>Shown <span class="sr-only">for readers of screens alone</span>to all.</p>
<form><input name="childNodes"><input name="getAttribute"><p>A form whose fields are called like members.</p></form>
<iframe srcdoc="${FRAMED}" width="500" height="100"></iframe>
<div id="shadow"></div>
<button>Print this page</button>
<p>Questions? Write to <a href="mailto:harbour@band.example">harbour@band.example</a>.</p>
</main>
<footer>© 2026 Harbour Band Records. All rights reserved. <a href="/imprint">Imprint</a></footer>
<script>document.getElementById('shadow').attachShadow({mode:'open'}).innerHTML='<p>From the shadow: we keep logs.</p>';</script>`,
  );
}

/** `/policy-huge`: 150,000 elements, most of them nested in each other, and words that never end. */
export function hugePolicy(): Answer {
  const script = `
    const main = document.querySelector('main');
    const wide = document.createDocumentFragment();
    for (let at = 0; at < 150000; at += 1) {
      const p = document.createElement(at % 3 === 0 ? 'p' : 'span');
      p.textContent = 'We collect your data ' + at + '. ';
      wide.append(p);
    }
    let deep = document.createElement('div');
    const outermost = deep;
    for (let at = 0; at < 400; at += 1) { const inner = document.createElement('div'); deep.append(inner); deep = inner; }
    deep.textContent = 'Deep down we share data.';
    main.append(outermost, wide);`;
  return bare('Privacy Policy without an end', `<main><h1>Privacy Policy</h1></main><script>${script}</script>`);
}
