/** Does a line of evidence read as a sentence and not as code? */
import { expect, it } from 'vitest';
import { english } from '../english.ts';
import type { Evidence } from '../../../findings/evidence.ts';
import { evidenceLine } from '../../../words/evidence-line.ts';
import { makeEvidence } from '../../../tools/builders/reports.ts';

const UNTIL = Date.UTC(2028, 0, 1, 23, 59);

it.each<[string, Evidence, string]>([
  [
    'one request',
    makeEvidence({ kind: 'request', host: 'a.example', paths: ['/a.js'] }),
    'Contacted once (path /a.js)',
  ],
  [
    'two requests',
    makeEvidence({ kind: 'request', host: 'a.example', paths: ['/a.js', '/b.js'], count: 2 }),
    'Contacted 2 times (paths /a.js and 1 more)',
  ],
  ['a request of no path', makeEvidence({ kind: 'request', host: 'a.example', count: 2 }), 'Contacted 2 times'],
  [
    'a pixel',
    makeEvidence({ kind: 'pixel', host: 'a.example', paths: ['/tr'], count: 3 }),
    'Pixel tag, 3 times (path /tr)',
  ],
  ['a store keeps its own name', makeEvidence({ kind: 'local', name: 'n' }), 'localStorage'],
  ['a cookie', makeEvidence({ kind: 'cookie', name: 'n', expiresAt: UNTIL }), 'Cookie (until 1 January 2028)'],
  ['what is elsewhere', makeEvidence({ kind: 'cookie', name: 'n', host: 'b.example' }), 'Cookie · b.example'],
  [
    'two cookies of one name',
    makeEvidence({ kind: 'cookie', name: 'n', distinction: { path: '/shop' } }),
    'Cookie · path /shop',
  ],
  ['an identifier', makeEvidence({ kind: 'identifier', count: 2 }), 'Same identifier, 2 times'],
  ['a shared identifier', makeEvidence({ kind: 'shared-identifier' }), 'Same identifier'],
])('%s', (_what, evidence, words) => {
  expect(evidenceLine(english, evidence)).toBe(words);
});
