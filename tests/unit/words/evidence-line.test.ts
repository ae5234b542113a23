/** Does a line of evidence read as a sentence and not as code? */
import { expect, it } from 'vitest';
import { evidenceLine } from '../../../words/evidence-line.ts';
import type { Evidence } from '../../../findings/evidence.ts';
import { makeEvidence } from '../components/report-fixture.ts';

it.each<[string, Partial<Evidence> & Pick<Evidence, 'what' | 'subject'>, string]>([
  ['one request', { what: 'request', subject: 'a.example', detail: '/a.js' }, 'Contacted once (path /a.js)'],
  [
    'two requests',
    { what: 'request', subject: 'a.example', detail: '/a.js /b.js', count: 2 },
    'Contacted 2 times (paths /a.js and 1 more)',
  ],
  ['a request of no path', { what: 'request', subject: 'a.example', count: 2 }, 'Contacted 2 times'],
  ['a pixel', { what: 'pixel', subject: 'a.example', detail: '/tr', count: 3 }, 'Pixel tag, 3 times (path /tr)'],
  ['a store keeps its own name', { what: 'local', subject: 'n' }, 'localStorage'],
  ['a cookie', { what: 'cookie', subject: 'n', detail: 'until 2028-01-01' }, 'Cookie (until 1 January 2028)'],
  ['what is elsewhere', { what: 'cookie', subject: 'n', host: 'b.example' }, 'Cookie · b.example'],
])('%s', (_what, seen, words) => {
  expect(evidenceLine(makeEvidence({ host: '', ...seen }))).toBe(words);
});
