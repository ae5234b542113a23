/**
 * One policy in many forms, and pages that are none: what a reader of policies meets. The words are ours; the company, its band and its
 * addresses are invented. `tests/e2e/reading-pages.spec.ts` tells what is right for each.
 */
import { html, type Answer } from '../answer.ts';
import { OTHER_HOST } from '../hosts.ts';

/** The sections of the policy: a title, and what stands below it; a list is led in by the line before it. */
const SECTIONS: readonly (readonly [title: string, ...body: (string | readonly string[])[]])[] = [
  [
    'What we collect',
    'We collect your name and your email address when you join our mailing list.',
    'We use cookies to remember what is in your cart.',
    'Our servers automatically record your IP address and the pages that you open.',
  ],
  [
    'Who receives it',
    'We may share your personal information:',
    ['with companies that send newsletters for us', 'with our artists', 'as the law asks'],
  ],
  [
    'Other companies',
    'Hotjar records mouse movements on our pages so that we can replay visits.',
    'Our pages contain links to other sites, and we are not responsible for their privacy practices.',
  ],
  ['Your choices', 'You can unsubscribe from our newsletters at any time.', 'You can ask us to delete your data.'],
  ['Children', 'We do not knowingly collect personal information from children under the age of 13.'],
  ['Changes', 'Please review this policy from time to time.'],
];
const INTRODUCTION = 'Here we explain what we do with your personal information.';
const DATE = 'Last updated: March 2, 2026';

const paragraph = (text: string): string => `<p>${text}</p>`;

function bodyOf(part: string | readonly string[]): string {
  return typeof part === 'string' ? paragraph(part) : `<ul>${part.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

const wellFormed = SECTIONS.map(([title, ...parts]) => `<h2>${title}</h2>${parts.map(bodyOf).join('')}`).join('');

function bare(title: string, main: string, language = 'en'): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title></head>
<body><nav><a href="/">Home</a> <a href="/tour">Tour</a></nav>${main}<footer>© 2026 Paper Lanterns</footer></body></html>`;
}

const policy = (main: string): string => bare('Privacy Policy', `<main><h1>Privacy Policy</h1>${main}</main>`);

const dated = policy(paragraph(DATE) + paragraph(INTRODUCTION) + wellFormed);

/** As old builders of pages leave it: no heading, no paragraph, lines that break. */
function badlyFormed(): string {
  const lines = SECTIONS.map(([title, ...parts]) =>
    [`<font size="4">${title}</font>`, ...parts.flatMap((part) => (typeof part === 'string' ? [part] : part))].join(
      '<br>',
    ),
  );
  return bare(
    'Privacy Policy',
    `<div><div>Privacy Policy</div><div>${INTRODUCTION}<br><br>${lines.join('<br><br>')}</div></div>`,
  );
}

/** What is collected, in a table with headers. */
const table = policy(`${paragraph(INTRODUCTION)}
<table><thead><tr><th>What we collect</th><th>Why</th></tr></thead><tbody>
<tr><td>Your email address</td><td>To send you our newsletter</td></tr>
<tr><td>Your credit card number</td><td>To process your order</td></tr>
</tbody></table>${wellFormed}`);

/** All sections folded: half of them as the browser folds, half as scripts do. */
function accordion(): string {
  const folded = SECTIONS.map(([title, ...parts], at) => {
    const body = parts.map(bodyOf).join('');
    return at % 2 === 0
      ? `<details><summary>${title}</summary>${body}</details>`
      : `<h2><button aria-expanded="false" aria-controls="part-${String(at)}">${title}</button></h2><div id="part-${String(at)}" hidden>${body}</div>`;
  });
  return policy(paragraph(INTRODUCTION) + folded.join(''));
}

/** The own policy of a listed site, in German. */
export const germanPolicy = bare(
  'Datenschutzerklärung',
  `<main><h1>Datenschutzerklärung</h1><p>Stand: 2. März 2026</p>
<h2>Welche Daten wir erheben</h2><p>Wir erheben Ihren Namen und Ihre E-Mail-Adresse, wenn Sie unseren Newsletter bestellen.</p>
<p>Wir verwenden Cookies, die sich Ihren Waren&shy;korb merken.</p>
<p>Beim Besuch unserer Seiten wird Ihre IP-Adresse automatisch gespeichert.</p>
<h2>Andere Anbieter</h2><p>Hotjar zeichnet Mausbewegungen auf, um Besuche nachzuspielen.</p>
<p>Flash-Cookies verwenden wir nicht.</p><p>Unsere Website enthält Links zu Websites Dritter.</p>
<h2>Ihre Rechte</h2><p>Sie haben das Recht auf Auskunft und Löschung Ihrer Daten.</p>
<p>Bitte lesen Sie diese Datenschutzerklärung regelmäßig.</p></main>`,
  'de',
);

const japanese = bare(
  'プライバシーポリシー',
  `<main><h1>プライバシーポリシー</h1>${'<p>当社は、お客様のお名前とメールアドレスを取得し、ニュースレターの送付に利用します。Cookieを使用します。</p>'.repeat(6)}</main>`,
  'ja',
);

/** The rest would come behind a button, by a script that did not run. */
const cut = policy(
  `${paragraph(INTRODUCTION)}${wellFormed.slice(0, wellFormed.indexOf('<h2>Other companies'))}<p>We also work with <button>Read more</button></p>`,
);

/** A page of an app of which no script ran. */
const shell = bare('Privacy Policy', '<div id="app"></div><noscript>Please turn on JavaScript.</noscript>');

const tour = bare(
  'On tour',
  `<main><h1>Paper Lanterns on tour</h1>${'<p>The band plays old songs by the harbour and new ones in the hall. Doors open at seven. Tickets are sold at the box office.</p>'.repeat(10)}</main>`,
);

const frame = (address: string): string =>
  bare('Privacy Policy', `<main><iframe src="${address}" width="900" height="1200"></iframe></main>`);

/**
 * Five million letters in 100,000 elements nested deep, signs that turn a line round or are not seen, and a script that puts its own
 * functions in the place of the browser's.
 */
function hostile(): string {
  const script = `
    const main = document.querySelector('main');
    let deep = document.createElement('div');
    main.append(deep);
    for (let at = 0; at < 500; at += 1) { const inner = document.createElement('div'); deep.append(inner); deep = inner; }
    deep.textContent = 'Deep down we share your data.';
    const parts = document.createDocumentFragment();
    const long = 'We share your personal information with our partners and never tell them why. '.repeat(700);
    for (let at = 0; at < 100; at += 1) { const p = document.createElement('p'); p.textContent = long; parts.append(p); }
    for (let at = 0; at < 97000; at += 1) parts.append(document.createElement('b'));
    main.append(parts);
    const lie = () => { throw new Error('not yours'); };
    for (const [of, names] of [[Node.prototype, ['firstChild', 'nextSibling', 'nodeType', 'textContent']], [Element.prototype, ['tagName', 'shadowRoot']]])
      for (const name of names) Object.defineProperty(of, name, { get: lie });
    Element.prototype.getAttribute = lie;
    Array.prototype.push = lie; Array.prototype.map = lie; String.prototype.replace = lie; JSON.stringify = lie;
    window.getComputedStyle = lie; window.requestIdleCallback = lie; Promise.prototype.then = lie;`;
  return bare(
    'Privacy Policy',
    `<main><h1>Privacy Policy</h1><p>We col\u200blect your e\u00admail add\u2060ress for our news\u200dletter.</p>
<p>\u202eWe use cookies on this page.\u202c</p></main><script>${script}</script>`,
  );
}

/** One address whose text is another with each part behind the #: as it was, with a new date alone, with one sentence more. */
function changing(): string {
  const script = `
    const text = { date: ['April 9, 2026', ''], more: ['April 9, 2026', 'We use session replay.'] }[location.hash.slice(1)] ?? ['March 2, 2026', ''];
    document.querySelector('#date').textContent = 'Last updated: ' + text[0];
    document.querySelector('#more').textContent = text[1];`;
  return policy(`<p id="date"></p>${paragraph(INTRODUCTION)}${wellFormed}<p id="more"></p><script>${script}</script>`);
}

const PAGES: ReadonlyMap<string, () => string> = new Map([
  ['dated', () => dated],
  ['undated', () => policy(paragraph(INTRODUCTION) + wellFormed)],
  ['badly-formed', badlyFormed],
  ['table', () => table],
  ['accordion', accordion],
  ['german', () => germanPolicy],
  ['japanese', () => japanese],
  ['cut', () => cut],
  ['shell', () => shell],
  ['tour', () => tour],
  ['own-frame', () => frame('/texts/dated')],
  ['other-frame', () => frame(`https://${OTHER_HOST}/`)],
  ['hostile', hostile],
  ['changing', changing],
]);

/** `/texts/NAME` on the artist's site. */
export function policyPage(name: string): Answer | null {
  const body = PAGES.get(name)?.();
  return body === undefined ? null : html(body);
}

/** The policy that the company's own site shows today. */
export const todaysPolicy = (): Answer => html(dated);
