/** The document around a report: its head, its looks on screen and on paper. Without script, without anything from elsewhere. Pure. */
import type { Language } from '../../words/language.ts';
import { Markup, markup, type Part } from './markup.ts';

/** Looks: for paper first. Colours are told in words too. */
const STYLE = `
:root { color-scheme: light; --ink: #2a241f; --soft: #5e544a; --line: #ddd1bc; --sunk: #f6f0e4; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; color: var(--ink); background: #fff; font: 0.875rem/1.45 system-ui, sans-serif; overflow-wrap: break-word; }
header { border-bottom: 3px solid #1d444a; margin-bottom: 1rem; padding-bottom: 0.5rem; }
h1 { font: 700 1.5rem/1.2 Palatino, 'Palatino Linotype', serif; margin: 0 0 0.25rem; text-wrap: balance; }
h2 { font: 700 1.0625rem/1.3 Palatino, 'Palatino Linotype', serif; margin: 1.1rem 0 0.35rem; break-after: avoid; }
h3, h4 { break-after: avoid; }
h4 { font-size: 0.875rem; margin: 0.6rem 0 0.2rem; }
h3 { font-size: 0.9375rem; margin: 0.9rem 0 0.25rem; break-after: avoid; }
p, ul, dl { margin: 0 0 0.5rem; }
.soft, caption { color: var(--soft); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.15rem 1.25rem; list-style: none; padding: 0; }
a { color: #14545c; }
table { width: 100%; border-collapse: collapse; margin: 0 0 0.75rem; font-size: 0.8125rem; }
caption { text-align: start; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.2rem 0.45rem 0.2rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; overflow-wrap: normal; }
thead { display: table-header-group; }
tr, li, blockquote, .caution, .maker { break-inside: avoid; }
thead, tbody tr:first-child, .before { break-after: avoid; }
caption { break-after: avoid; }
td { min-width: 7em; }
td.n, td.w { min-width: 0; overflow-wrap: normal; }
td.n { text-align: end; padding-inline-end: 0.9rem; font-variant-numeric: tabular-nums; }
.whole { min-width: 0; white-space: nowrap; }
.differences, .sides { table-layout: fixed; }
.sides th:first-child { width: 22%; }
.differences th:first-child { width: 15%; }
.differences th:nth-child(2) { width: 40%; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid #14545c; }
blockquote { margin: 0.35rem 0; padding: 0.1rem 0 0.1rem 0.75rem; border-inline-start: 3px solid var(--line); font-family: Palatino, 'Palatino Linotype', serif; }
cite { display: block; font: 0.75rem/1.4 system-ui, sans-serif; color: var(--soft); }
.label { font-weight: 600; white-space: nowrap; }
.meanings { font-size: 0.8125rem; color: var(--soft); }
.meanings div, .meanings dt, .meanings dd { display: inline; margin: 0; }
.meanings div:not(:last-child)::after { content: '; '; }
.meanings dt::after { content: ': '; }
.maker { display: none; }
.caution { border: 1px solid var(--line); background: var(--sunk); padding: 0.4rem 0.6rem; }
figure { margin: 0 0 0.75rem; break-inside: avoid; }
img { display: block; max-width: 100%; height: auto; margin-block-end: 0.25rem; border: 1px solid var(--line); }
figcaption { overflow-wrap: anywhere; }
dt { font-weight: 600; break-after: avoid; }
dd { margin: 0 0 0.4rem; }
footer { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 0.4rem; color: var(--soft); font-size: 0.75rem; }
@page { margin: 14mm 14mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 7pt system-ui, sans-serif; } }
@media print {
  .maker { display: grid; grid-template-columns: 2fr 1fr 1fr; column-gap: 1rem; margin-top: 0.6rem; }
  .maker dt { grid-column: 1 / -1; }
  .maker dd { border-bottom: 1px solid var(--ink); padding-bottom: 1.4rem; }
  .meanings { font-size: 8pt; }
  body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.35; }
  th, td { padding-block: 0.15rem; }
  h2 { margin-top: 0.8rem; }
  table { font-size: 8pt; }
  a { color: inherit; text-decoration-color: var(--line); }
  .annex { break-before: page; }
  .wide { overflow: visible; }
  img { width: auto; max-height: 17cm; }
}
`;

/** Signs of a foot that stand in two lines. A host may have 250; the hash at the end is what a sheet is known by. */
const FOOT_START = 90;
const FOOT_END = 58;

/** What stands at the foot of each printed page, beside its number: a sheet that lies alone says of what it is. */
function footRule(whole: string): Markup {
  const foot =
    whole.length <= FOOT_START + FOOT_END ? whole : `${whole.slice(0, FOOT_START)}…${whole.slice(-FOOT_END)}`;
  // Any sign but letters and digits of ASCII by its number: a page's title must not end the string, nor the style.
  const text = foot
    .toWellFormed()
    .replace(/[^a-zA-Z\d]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0x20).toString(16)} `);
  return new Markup(`@page { @bottom-left { content: '${text}'; font: 7pt system-ui, sans-serif; width: 88%; } }`);
}

/** A whole document. `main` and `annex` are sections with headings. */
export function reportDocument(
  language: Language,
  {
    title,
    lead,
    foot,
    main,
    annex,
    signed = null,
    end,
  }: Readonly<Record<'title' | 'foot' | 'end', string> & Record<'lead' | 'main' | 'annex', Part>> & {
    readonly signed?: Part;
  },
): string {
  return `<!doctype html>\n${markup`<html lang="${language.code}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="generator" content="Liner Notes">
<title>${title}</title>
<style>${new Markup(STYLE)}${footRule(foot)}</style>
</head>
<body>
<header><h1>${title}</h1>${lead}</header>
<main>${main}
<div class="annex">${annex}</div>
${signed}</main>
<footer><p>${end}</p></footer>
</body>
</html>
`.toString()}`;
}
