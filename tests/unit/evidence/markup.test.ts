import { expect, it } from 'vitest';
import { markup } from '../../../evidence/report/markup.ts';

it.each([
  ['plain words, ü 名 😀', 'plain words, ü 名 😀'],
  [`<b a="1" b='2'>&`, '&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;'],
  ['half \ud800 of a pair', 'half \ufffd of a pair'],
  ['turned \u202e round, \u0007 bell', 'turned \ufffd round, \ufffd bell'],
])('writes %j as text', (text, written) => {
  expect(markup`<p>${text}</p>${null}${[1, markup`<i></i>`]}!`.toString()).toBe(`<p>${written}</p>1<i></i>!`);
});
