/**
 * Damage of each kind, somewhere in an export: whoever should find it does. A check that cannot fail is none.
 *
 * Long because: each kind of damage stands with who finds it.
 */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asBag } from '../../../evidence/files/bag.ts';
import { exportFiles } from '../../../evidence/files/capture-export.ts';
import { asZip } from '../../../evidence/files/zip.ts';
import type { Capture } from '../../../capture/capture.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { captureOfLog, logOfMessages } from '../../../tools/builders/captures.ts';
import { AT, makeItem } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };
import { english } from '../english.ts';
import { captureSchemaFaults } from './outside/capture-schema.ts';
import { collectorFaults } from './outside/collector-form.ts';
import { describedFileFaults, frictionlessFaults } from './outside/frictionless.ts';
import { auditingToolFaults, devToolsFaults, harSchemaFaults } from './outside/har-checkers.ts';
import { bagFaults, sumFaults, unpacked } from './outside/unpacked.ts';

const recorded = captureOfLog(logOfMessages(messages), { name: 'Tour page' });
const cookie = makeItem({
  ...{ store: 'cookie', name: 'id', host: '' },
  cookie: {
    ...{ domain: 'bobdylan.com', expiresAt: AT + 1e9, httpOnly: false, secure: true, sameSite: 'lax', partition: null },
  },
});
/** The recording of a visit, with a cookie, which pages do not send. */
const capture: Capture = {
  ...recorded,
  pages: recorded.pages.map((page) => ({ ...page, visit: { ...page.visit, items: [...page.visit.items, cookie] } })),
};
const files = exportFiles(english, studyCapture(capture, readKnowledge(process.cwd()), null));
const textOf = (name: string): string => files.find(({ path: of }) => of === name)?.content as string;

/** Any JSON that was read anew, so that nothing of the damage stays. */
type Json = Readonly<Record<string, unknown>>;
type Damage = (json: Json, at: number) => void;
const set = (of: unknown, name: string | number, value: unknown): void => {
  (of as Record<string, unknown>)[name] = value;
};
const drop = (of: unknown, name: string): void => {
  Reflect.deleteProperty(of as object, name);
};
const pick = <Value>(list: readonly Value[], at: number): Value => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There is nothing to damage.');
  return found;
};
const anywhere = fc.nat(10_000);

function finds(check: (json: unknown) => readonly string[], name: string, damage: Damage): void {
  fc.assert(
    fc.property(anywhere, (at) => {
      const json = JSON.parse(textOf(name)) as Json;
      damage(json, at);
      expect(check(json)).not.toEqual([]);
    }),
    { numRuns: 10 },
  );
}

const HAR_CHECKS = { schema: harSchemaFaults, devTools: devToolsFaults, auditingTool: auditingToolFaults };

interface Entry {
  readonly request: object;
  readonly response: { readonly content: object };
  readonly timings: object;
}
const entryOf = ({ log }: Json, at: number): Entry => pick((log as { entries: readonly Entry[] }).entries, at);
const pageOf = ({ log }: Json, at: number): object => pick((log as { pages: readonly object[] }).pages, at);

describe('HAR', () => {
  it.each<[string, readonly (keyof typeof HAR_CHECKS)[], Damage]>([
    ['no entries', ['schema', 'devTools'], ({ log }) => drop(log, 'entries')],
    ['no creator', ['schema', 'devTools'], ({ log }) => drop(log, 'creator')],
    ['a page without a title', ['schema', 'auditingTool'], (json, at) => drop(pageOf(json, at), 'title')],
    ['a title that is no address', ['auditingTool'], (json, at) => set(pageOf(json, at), 'title', 'Tour')],
    ['a page without its timings', ['schema', 'devTools'], (json, at) => drop(pageOf(json, at), 'pageTimings')],
    ['an entry of no page', ['devTools'], (json, at) => set(entryOf(json, at), 'pageref', 'page_99')],
    [
      'an entry of no page, and nobody who asked',
      ['auditingTool'],
      (json, at) => {
        set(entryOf(json, at), 'pageref', 'page_99');
        drop(entryOf(json, at), '_initiator');
      },
    ],
    ['nobody as initiator', ['devTools'], (json, at) => set(entryOf(json, at), '_initiator', null)],
    ['a type that nobody knows', ['devTools'], (json, at) => set(entryOf(json, at), '_resourceType', 'picture')],
    [
      'a missing member of an entry',
      ['schema'],
      (json, at) =>
        drop(entryOf(json, at), pick(['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'], at)),
    ],
    ['no time', ['schema', 'devTools'], (json, at) => set(entryOf(json, at), 'startedDateTime', 'yesterday')],
    [
      'a time of five digits',
      ['schema'],
      (json, at) => set(entryOf(json, at), 'startedDateTime', '+012026-01-01T00:00:00.000Z'),
    ],
    ['an empty time', ['schema', 'devTools'], (json, at) => set(pageOf(json, at), 'startedDateTime', '')],
    ['a status in words', ['schema', 'devTools'], (json, at) => set(entryOf(json, at).response, 'status', 'fine')],
    ['no size', ['schema', 'devTools'], (json, at) => drop(entryOf(json, at).response.content, 'size')],
    ['no wait', ['schema', 'devTools'], (json, at) => drop(entryOf(json, at).timings, 'wait')],
    [
      'headers that are no list',
      ['schema', 'auditingTool'],
      (json, at) => set(entryOf(json, at).response, 'headers', {}),
    ],
    ['cookies that are missing', ['schema', 'auditingTool'], (json, at) => drop(entryOf(json, at).request, 'cookies')],
    [
      'an address with a blank in it',
      ['schema'],
      (json, at) => set(entryOf(json, at).request, 'url', 'https://a.example/a b'),
    ],
    ['no address', ['schema', 'auditingTool'], (json, at) => set(entryOf(json, at).request, 'url', 'tour')],
  ])('%s', (_what, by, damage) => {
    for (const name of by) finds(HAR_CHECKS[name], 'requests.har', damage);
  });

  it('two pages of one id', () => {
    finds(devToolsFaults, 'requests.har', ({ log }) => {
      const { pages } = log as { pages: object[] };
      pages.push(pick(pages, 0));
    });
  });
});

describe('the form of the EDPS collector', () => {
  const listed = (json: Json, list: string, at: number): object => pick(json[list] as readonly object[], at);
  const item = ({ localStorage }: Json, at: number): object =>
    pick(
      Object.values(localStorage as Record<string, Record<string, object>>).flatMap((of) => Object.values(of)),
      at,
    );

  it.each<[string, Damage]>([
    [
      'a missing member',
      (json, at) =>
        drop(
          json,
          pick(['title', 'host', 'uri_ins', 'uri_refs', 'cookies', 'beacons', 'localStorage', 'start_time'], at),
        ),
    ],
    [
      'a missing member of a member',
      (json, at) =>
        drop(
          json[pick(['script', 'browser', 'secure_connection', 'hosts', 'links'], at)],
          pick(['version', 'name', 'redirects', 'requests', 'social'], at),
        ),
    ],
    ['a start that is no address', (json) => set(json, 'uri_ins', 'Tour')],
    ['hosts that are no list', ({ hosts }) => set(pick(Object.values(hosts as object), 0), 'thirdParty', 'a.example')],
    ['a cookie without a value', (json, at) => set(listed(json, 'cookies', at), 'value', '')],
    ['a cookie with an empty time', (json, at) => set(listed(json, 'cookies', at), 'expiresUTC', '')],
    ['a cookie that ends at no number', (json, at) => set(listed(json, 'cookies', at), 'expires', null)],
    ['a cookie of nobody knows which party', (json, at) => drop(listed(json, 'cookies', at), 'firstPartyStorage')],
    [
      'an empty stack',
      (json, at) =>
        set(listed(json, 'cookies', at), 'log', { stack: [], type: 'Cookie.JS', timestamp: '2026-11-27T00:00:00Z' }),
    ],
    ['a beacon that is no address', (json, at) => set(listed(json, 'beacons', at), 'url', 'a.example')],
    ['an item without a value', (json, at) => drop(item(json, at), 'value')],
  ])('%s', (_what, damage) => {
    finds(collectorFaults, 'website-evidence-collector/inspection.json', damage);
  });
});

describe('the capture', () => {
  const required = ['format', 'version', 'id', 'kind', 'conditions', 'pages', 'facts', 'leftOut', 'texts', 'pictures'];

  it.each<[string, Damage]>([
    ['a missing member', (json, at) => drop(json, pick(required, at))],
    ['a member of another type', (json, at) => set(json, pick(required, at), { other: true })],
    ['a member too many', (json) => set(json, 'value', 'secret')],
    [
      'a fact of no kind',
      ({ facts }, at) => set(pick(facts as readonly { observation: object }[], at).observation, 'kind', 'rumour'),
    ],
    ['a fact before the first', ({ facts }, at) => set(pick(facts as readonly object[], at), 'seq', 0)],
    ['a page without its record', ({ pages }, at) => drop(pick(pages as readonly object[], at), 'visit')],
    ['a time before 1970', (json) => set(json, 'startedAt', -1)],
  ])('%s', (_what, damage) => {
    finds(captureSchemaFaults, 'capture.json', damage);
  });
});

const place = mkdtempSync(path.join(tmpdir(), 'damage-'));
const whole = path.join(place, 'whole');
beforeAll(async () => {
  const facts = { madeAt: AT, agent: 'Liner Notes 0.2.0', title: 'Tour', id: capture.id };
  await unpacked(asZip('tour', asBag(files, facts)), (folder) => {
    cpSync(folder, whole, { recursive: true });
  });
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

/** A copy of the unpacked bag with damage, and what is found there; then it is taken away. */
async function found<Result>(
  damage: (folder: string) => void,
  check: (folder: string) => Result,
): Promise<Awaited<Result>> {
  const folder = mkdtempSync(path.join(place, 'copy-'));
  cpSync(whole, folder, { recursive: true });
  damage(folder);
  return await check(folder);
}
const rewrite = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

describe('the tables', () => {
  const rows = (name: string, change: (lines: readonly string[]) => readonly string[]) => (folder: string) =>
    rewrite(
      path.join(folder, 'data/tables', `${name}.csv`),
      (text) => `${change(text.split('\r\n').slice(0, -1)).join('\r\n')}\r\n`,
    );
  const cell = (line: string, at: number, text: string): string => line.split(',').with(at, text).join(',');
  const packaged = (change: (json: { resources: { schema: { fields: object[] } }[] }) => void) => (folder: string) =>
    rewrite(path.join(folder, 'data/tables/datapackage.json'), (text) => {
      const json = JSON.parse(text) as Parameters<typeof change>[0];
      change(json);
      return JSON.stringify(json);
    });

  it.each<[string, (folder: string) => void, RegExp]>([
    ['a removed column', rows('pages', (lines) => lines.map((line) => line.replace(/^[^,]*,/, ''))), /missing/],
    [
      'a header in another order',
      rows('links', ([head = '', ...rest]) => [head.split(',').toReversed().join(), ...rest]),
      /another header|not type/,
    ],
    [
      'two columns whose names changed places',
      rows('findings', ([head = '', ...rest]) => [
        head.replace('label,background,reason', 'reason,background,label'),
        ...rest,
      ]),
      /another header/,
    ],
    [
      'a word for a number',
      rows('hosts', ([head = '', one = '', ...rest]) => [head, cell(one, 6, 'many'), ...rest]),
      /is not type "integer"/,
    ],
    [
      'a word for a time',
      rows('pages', ([head = '', one = '']) => [head, cell(one, 3, 'yesterday')]),
      /is not type "datetime"/,
    ],
    [
      'a word for yes or no',
      rows('pages', ([head = '', one = '']) => [head, cell(one, 5, 'perhaps')]),
      /is not type "boolean"/,
    ],
    ['no page', rows('hosts', ([head = '', one = '', ...rest]) => [head, cell(one, 0, ''), ...rest]), /required/],
    ['a key twice', rows('conditions', ([head = '', one = '', ...rest]) => [head, one, one, ...rest]), /unique/],
    [
      'a row of no page',
      rows('hosts', ([head = '', one = '', ...rest]) => [head, cell(one, 0, '99'), ...rest]),
      /Foreign key "page"/,
    ],
    [
      'evidence of no finding',
      rows('evidence', ([head = '', one = '', ...rest]) => [head, cell(one, 1, 'rumours'), ...rest]),
      /Foreign key "page,practice"/,
    ],
    [
      'a cell too many',
      rows('hosts', ([head = '', one = '', ...rest]) => [head, `${one},x`, ...rest]),
      /does not match/,
    ],
    ['a file that is gone', (folder) => unlinkSync(path.join(folder, 'data/tables/consent.csv')), /consent\.csv/],
    ['a description without fields', packaged(({ resources }) => drop(pick(resources, 1).schema, 'fields')), /fields/],
    [
      'a description of no such type',
      packaged(({ resources }) => set(pick(pick(resources, 1).schema.fields, 0), 'type', 'feeling')),
      /schema|type/,
    ],
    ['a description without files', packaged((json) => set(json, 'resources', [])), /resources/],
    ['a name that is none', packaged((json) => set(json, 'name', 'Liner Notes')), /pattern/],
  ])('%s', async (_what, damage, says) => {
    expect((await found(damage, rowsFaults)).join('\n')).toMatch(says);
  });

  it('a changed byte that leaves every type as it was', async () => {
    const damage = rows('pages', (lines) => lines.map((line) => line.replace('bobdylan', 'bobdylen')));
    expect(await found(damage, rowsFaults)).toEqual([]);
    expect(await found(damage, (folder) => describedFileFaults(path.join(folder, 'data/tables')))).toEqual([
      'pages.csv: hash',
    ]);
  });
});
const rowsFaults = (folder: string): Promise<readonly string[]> => frictionlessFaults(path.join(folder, 'data/tables'));

describe('the bag', () => {
  const file = (name: string) => (folder: string) => path.join(folder, name);

  it('a byte that was changed, in any file: sha256sum names it', async () => {
    const names = [
      ...files.map(({ path: name }) => `data/${name}`),
      'bag-info.txt',
      'bagit.txt',
      'manifest-sha256.txt',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), anywhere, async (name, at) => {
        const faults = await found((folder) => {
          const bytes = readFileSync(file(name)(folder));
          const where = at % Math.max(bytes.length, 1);
          bytes[where] = (bytes[where] ?? 0) ^ 1;
          writeFileSync(file(name)(folder), bytes);
        }, sumFaults);
        expect(faults.join('\n')).toContain(name);
      }),
      { numRuns: 6 },
    );
  });

  it.each<[string, (folder: string) => void, (folder: string) => readonly string[], RegExp]>([
    ['a file that is gone', (folder) => unlinkSync(file('data/requests.har')(folder)), sumFaults, /requests\.har/],
    [
      'a file that is gone, by its sum',
      (folder) => unlinkSync(file('data/requests.har')(folder)),
      bagFaults,
      /Payload-Oxum/,
    ],
    [
      'a file that nobody lists',
      (folder) => writeFileSync(file('data/more.txt')(folder), 'more'),
      bagFaults,
      /lists other files/,
    ],
    ['a file that grew', (folder) => appendFileSync(file('data/requests.har')(folder), ' '), bagFaults, /Payload-Oxum/],
    [
      'a manifest without a line',
      (folder) => rewrite(file('manifest-sha256.txt')(folder), (text) => text.replace(/^.*\n/, '')),
      bagFaults,
      /manifest-sha256/,
    ],
    [
      'a tag that is missing',
      (folder) => rewrite(file('bag-info.txt')(folder), (text) => text.replace(/^Bag-Software.*\n/m, '')),
      bagFaults,
      /Bag-Software-Agent/,
    ],
    [
      'a tag of two lines',
      (folder) => rewrite(file('bag-info.txt')(folder), (text) => text.replace('Tour', 'To\nur')),
      bagFaults,
      /unknown|twice/,
    ],
    [
      'no bag',
      (folder) => rewrite(file('bagit.txt')(folder), (text) => text.replace('UTF-8', 'UTF-7')),
      bagFaults,
      /bagit\.txt/,
    ],
  ])('%s', async (_what, damage, check, says) => {
    expect((await found(damage, check)).join('\n')).toMatch(says);
  });

  it('a zip that ends early is not unpacked', async () => {
    const zip = asZip('tour', asBag(files, { madeAt: AT, agent: 'x', title: 'x', id: 'x' }));
    await expect(unpacked(zip.subarray(0, zip.length - 100), sumFaults)).rejects.toThrow('unzip');
  });
});
