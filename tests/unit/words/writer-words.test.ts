/** Does the line on a writer say the facts of the call, and no more? */
import { expect, it } from 'vitest';
import { english } from '../english.ts';
import { clockTime } from '../../../words/format.ts';
import { writeWords, writerLines } from '../../../words/writer-words.ts';
import type { WriteRecord } from '../../../ledger/visit-entries.ts';
import { AT } from '../../../tools/builders/visits.ts';

const write: WriteRecord = {
  at: AT,
  lastAt: AT,
  store: 'cookie',
  host: 'www.bobdylan.com',
  name: 'x',
  api: 'document.cookie',
  writer: 'connect.facebook.net',
  path: '/en_US/fbevents.js',
  source: 'page',
  count: 1,
};
const time = clockTime(AT);

it.each<[Partial<WriteRecord>, string]>([
  [{}, `Written by a script of connect.facebook.net (fbevents.js) at ${time}, by document.cookie`],
  [{ path: '' }, `Written by a script of connect.facebook.net at ${time}, by document.cookie`],
  [{ path: '/' }, `Written by a script of connect.facebook.net at ${time}, by document.cookie`],
  [{ path: '/gtag/js' }, `Written by a script of connect.facebook.net (/gtag/js) at ${time}, by document.cookie`],
  [
    { api: 'set-cookie', writer: 'www.facebook.com', path: '/' },
    `Written by the response of www.facebook.com at ${time}, by Set-Cookie`,
  ],
  [
    { api: 'set-cookie', writer: 'www.facebook.com', path: '/tr/px.gif', source: 'frame' },
    `Written by the response of www.facebook.com (px.gif) at ${time}, by Set-Cookie · in a frame of another company`,
  ],
  [{ writer: null, path: '' }, `Written at ${time} by document.cookie. Which script did it could not be told`],
  [
    { api: 'setItem', count: 3, source: 'background' },
    `Written by a script of connect.facebook.net (fbevents.js) at ${time}, by setItem · 3 times · in the background of this site`,
  ],
  [
    { way: 'js-agent.newrelic.com/nr.js', count: 2 },
    `Written by a script of connect.facebook.net (fbevents.js) at ${time}, by document.cookie · by way of js-agent.newrelic.com/nr.js · 2 times`,
  ],
])('%o', (over, words) => {
  expect(writeWords(english, { ...write, ...over })).toBe(words);
});

it('names three writers and counts the rest', () => {
  const writers = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...write, writer: `${name}.example` }));
  expect(writerLines(english, writers)).toHaveLength(4);
  expect(writerLines(english, writers).at(-1)).toBe('and by 2 more writers');
  expect(writerLines(english, writers.slice(0, 3))).toHaveLength(3);
  expect(writerLines(english, [])).toEqual([]);
});
