// @vitest-environment happy-dom
/** Do the columns around a choice lay to neither side what may have come before it or after it? */
import { expect, it } from 'vitest';
import { createReport } from '../../../findings/report.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { NetworkRequestObservation, Observation } from '../../../ledger/observation.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { at, consent, NOON, request, stored, visit } from '../../../tools/builders/observations.ts';
import { clockTime } from '../../../words/format.ts';
import { open, wordsOf } from './popup-fixture.ts';

const HOST = 'www.columbiarecords.com';
const CHOICE = NOON + 10_000;
const written = (name: string, time: number, since?: number) =>
  stored(name, 'cookie', {
    ...{ at: time, change: 'written', host: HOST },
    ...(since === undefined ? {} : { since }),
  });

/** The heads and rows of the columns of a page on which "refuse" was pressed. */
function columns(items: readonly Observation[]): (readonly [title: string, content: readonly string[]])[] {
  const refused = [
    request('cdn.cookielaw.org'),
    consent('none-yet', NOON + 100, { host: HOST }),
    consent('refused', CHOICE, { after: CHOICE, maker: 'person', host: HOST }),
  ];
  const folded = foldObservations(visit({ address: at(HOST) }), [...refused, ...items]);
  const report = createReport(folded, shippedKnowledge(), null);
  open({
    ...{ report, recognition: report.recognition },
    tab: { url: `https://${HOST}/` },
    at: '#practice/consent-manager',
  });
  return [...document.querySelectorAll('[data-consent] .column')].map((column) => [
    wordsOf(column.querySelector('h3')),
    [...column.querySelectorAll('h4, p, .what, time, .more')].map(wordsOf),
  ]);
}

const companies = 'Companies contacted first';
const none = [companies, 'No other company was contacted.'];
const kept = 'Kept by other companies';
const nothing = 'Nothing was kept by other companies.';
const unclear = 'Before it or after it: we cannot tell';

it('has no part for it where nothing is of that kind', () => {
  const after = CHOICE + 5000;
  expect(columns([written('_ga', NOON + 500), written('_fbp', after, CHOICE + 4000)])).toEqual([
    ['Before the choice', [...none, kept, '_ga', clockTime(NOON + 500), 'cookie · Google']],
    ['After the choice', [...none, kept, '_fbp', clockTime(after), 'cookie · Meta']],
  ]);
});

it('gives from when to when it may have come, and does not say that nothing was kept', () => {
  const [from, to] = [CHOICE - 2000, CHOICE + 3000];
  expect(columns([written('_fbp', to, from), stored('_ga', 'cookie', { at: to, host: HOST })])).toEqual([
    ['Before the choice', [...none, kept, nothing]],
    [
      'After the choice',
      [
        ...none,
        kept,
        unclear,
        '_fbp',
        `${clockTime(from)}–${clockTime(to)} · cookie · Meta`,
        '_ga',
        clockTime(to),
        'cookie · Google',
      ],
    ],
  ]);
});

it('lists companies of which it cannot tell, and does not say that none was contacted', () => {
  const soon = CHOICE + 500;
  const inFrame: NetworkRequestObservation = {
    ...{ kind: 'network-request', at: soon, address: at('connect.facebook.net'), resource: 'ping', source: 'frame' },
    ...{ by: null, outcome: 'done', upload: false, identifiers: [] },
  };
  expect(columns([inFrame])).toEqual([
    ['Before the choice', [...none, kept, nothing]],
    ['After the choice', [companies, unclear, 'Meta', clockTime(soon), kept, nothing]],
  ]);
});
