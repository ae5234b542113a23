/** What is written for other tools: each row once, what their readers need, and nothing that was never recorded. */
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import { TABLES } from '../../../capture/tables/all-tables.ts';
import { requestRows } from '../../../capture/tables/request-rows.ts';
import { exportFiles, sealedExport, tableFiles } from '../../../evidence/files/capture-export.ts';
import { checkExport } from '../../../evidence/files/check-export.ts';
import { asCsv } from '../../../evidence/files/csv.ts';
import { fileHash } from '../../../evidence/files/bag.ts';
import { asHar } from '../../../evidence/files/har.ts';
import { asWecFolder, MASKED } from '../../../evidence/files/wec.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { readPageMessage } from '../../../ledger/read-message.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { makeHost, makeItem, makeVisit, AT } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };
import { english } from '../english.ts';

const knowledge = readKnowledge(process.cwd());
const recording = studyCapture(captureOfLog(logOfMessages(messages)), knowledge, null);
const FORMULA = '=HYPERLINK("https://evil.example")';
const hostile = studyCapture(
  captureOfVisit(
    makeVisit({
      hosts: [makeHost('a.example', { paths: [`/${FORMULA}`, '/"quoted", and\nbroken'] })],
      items: [makeItem({ store: 'local', name: FORMULA }), makeItem({ store: 'local', name: 'a;b,"c"\r\n<script>' })],
    }),
  ),
  knowledge,
  null,
);

describe('CSV', () => {
  it.each([
    ['a recording', recording],
    ['hostile names', hostile],
  ] as const)('has each row of %s once, cell for cell', (_what, study) => {
    for (const table of TABLES) {
      const { data, errors } = Papa.parse<string[]>(asCsv(table, study).replace(/\r\n$/, ''), { newline: '\r\n' });
      expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
      const [header, ...rows] = data;
      expect(header).toEqual(table.columns.map(({ name }) => name));
      expect(rows).toHaveLength(table.rows(study).length);
    }
  });

  it('holds nothing that a spreadsheet takes for a formula', () => {
    for (const table of TABLES) {
      const { data } = Papa.parse<string[]>(asCsv(table, hostile));
      expect(data.flat().filter((cell) => /^[=+@\t\r]|^-\D/.test(cell))).toEqual([]);
    }
    expect(asCsv(TABLES.find(({ name }) => name === 'stored-items') ?? TABLES[0]!, hostile)).toContain("'=HYPERLINK");
  });

  it('is described: size and hash of each file, and its columns in their order', () => {
    const files = tableFiles(recording);
    const described = JSON.parse(files.find(({ path }) => path.endsWith('datapackage.json'))?.content as string) as {
      readonly resources: readonly {
        path: string;
        bytes: number;
        hash: string;
        schema: { fields: { name: string }[] };
      }[];
    };
    expect(described.resources).toHaveLength(TABLES.length);
    for (const { path, bytes, hash, schema } of described.resources) {
      const file = files.find((one) => one.path === `tables/${path}`);
      if (file === undefined) throw new Error(`${path} is described and not there.`);
      expect([bytes, hash]).toEqual([
        new TextEncoder().encode(file.content as string).length,
        `sha256:${fileHash(file)}`,
      ]);
      expect((file.content as string).split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
    }
  });
});

describe('HAR', () => {
  const har = asHar(recording);

  it('has each request of a recording once, on a page that is there', () => {
    const asked = requestRows(recording.capture.facts);
    expect(har.log.entries).toHaveLength(asked.reduce((sum, { count }) => sum + count, 0));
    const pages = (har.log.pages ?? []).map(({ id }) => id);
    for (const { pageref } of har.log.entries) expect(pages).toContain(pageref);
    for (const { title } of har.log.pages ?? []) expect(URL.canParse(title)).toBe(true);
  });

  it('has what its importers cannot do without: numbers, dates, lists, and no initiator that is null', () => {
    for (const entry of har.log.entries) {
      const { request, response, timings } = entry;
      for (const number of [
        entry.time,
        request.headersSize,
        request.bodySize,
        response.status,
        response.content.size,
        timings.send,
        timings.wait,
        timings.receive,
      ])
        expect(Number.isInteger(number)).toBe(true);
      expect(Number.isNaN(Date.parse(entry.startedDateTime))).toBe(false);
      expect([request.cookies, request.headers, response.headers, response.cookies]).toEqual([[], [], [], []]);
      expect(entry).toMatchObject({ _initiator: { url: expect.stringMatching(/^https?:/) as unknown } });
      expect(request.url).not.toMatch(/[?#]/);
    }
  });

  it('says that a visit has no requests one by one, and has its page', () => {
    const visit = recording.capture.pages[0]?.visit;
    if (visit === undefined) throw new Error('The recording has no page.');
    const of = asHar(studyCapture(captureOfVisit(visit), knowledge, null));
    expect(of.log.entries).toEqual([]);
    expect(of.log.pages).toHaveLength(1);
    expect(of.log.comment).toContain('hosts.csv');
  });
});

describe('requests of full view', () => {
  const address = { scheme: 'https', host: 'a.example', path: '/x' } as const;
  const page = (at: number): Observation => ({
    kind: 'request',
    at,
    address,
    initiator: 'script',
    failed: null,
    pixel: false,
    identifiers: [],
  });
  const browser = (at: number, source: 'page' | 'frame' = 'page'): Observation => ({
    ...{
      kind: 'network-request',
      at,
      address,
      resource: 'script',
      source,
      by: null,
      outcome: 'done',
      upload: false,
      identifiers: [],
    },
  });
  const rows = (observations: readonly Observation[]) =>
    requestRows(observations.map((observation, at) => ({ seq: at + 1, page: 1, observation }))).map(
      ({ seenBy }) => seenBy,
    );

  it('are one row where page and browser report the same', () => {
    expect(rows([page(AT), browser(AT + 40)])).toEqual(['both']);
    expect(rows([browser(AT), browser(AT + 1), page(AT + 2)])).toEqual(['both', 'browser']);
  });

  it('are two where they are not the same: another frame, or long after', () => {
    expect(rows([page(AT), browser(AT + 40, 'frame')]).toSorted()).toEqual(['browser', 'page']);
    expect(rows([page(AT), browser(AT + 60_000)]).toSorted()).toEqual(['browser', 'page']);
  });

  it('lose none and add none, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (kinds) => {
        const seen = rows(kinds.map((isPage, at) => (isPage ? page(AT + at) : browser(AT + at))));
        const pages = kinds.filter(Boolean).length;
        expect(seen).toHaveLength(Math.max(pages, kinds.length - pages));
      }),
    );
  });
});

describe('the form of the EDPS collector', () => {
  const inspection = (study: CaptureStudy): Record<string, never> =>
    JSON.parse(asWecFolder(study).find(({ path }) => path === 'inspection.json')?.content as string) as Record<
      string,
      never
    >;

  it('has the members without which its reporter breaks, in their types', () => {
    const of = inspection(recording) as unknown as Record<string, unknown>;
    for (const list of ['uri_refs', 'cookies', 'beacons', 'unsafeForms', 'browsing_history'])
      expect(of[list]).toBeInstanceOf(Array);
    for (const object of ['secure_connection', 'script', 'localStorage', 'links', 'browser', 'hosts', 'websockets'])
      expect(of[object]).toEqual(expect.any(Object));
    expect(of).toMatchObject({
      host: 'www.bobdylan.com',
      uri_ins: expect.stringMatching(/^https:/) as unknown,
      script: { version: { npm: expect.any(String) as unknown }, config: { screenshots: false } },
      browser: { platform: { name: expect.any(String) as unknown }, extra_headers: { dnt: 0 } },
    });
    const { hosts } = of as { hosts: Record<string, { firstParty: unknown; thirdParty: unknown }> };
    for (const name of ['requests', 'beacons', 'cookies', 'localStorage', 'links', 'contentSecurityPolicy'])
      expect(hosts[name]).toEqual({
        firstParty: expect.any(Array) as unknown,
        thirdParty: expect.any(Array) as unknown,
      });
  });

  it('has each kept item, with a mask in the place of its value, since an empty one is taken for deleted', () => {
    const { localStorage } = inspection(hostile) as unknown as {
      localStorage: Record<string, Record<string, { value: string }>>;
    };
    const items = Object.values(localStorage).flatMap((origin) => Object.entries(origin));
    expect(items.map(([name]) => name)).toContain(FORMULA);
    expect(new Set(items.map(([, { value }]) => value))).toEqual(new Set([MASKED]));
  });
});

describe('all of it', () => {
  it('is sealed whole, with no script in the report and no value anywhere', () => {
    const { zip, seal, name } = sealedExport(english, hostile, AT);
    expect(name).toMatch(/^liner-notes-www\.bobdylan\.com-\d{4}-\d\d-\d\d\.zip$/);
    expect(checkExport(zip)).toMatchObject({ faults: [], isAsPacked: true, seal });
    const report = exportFiles(english, hostile).find(({ path }) => path === 'report.html')?.content as string;
    expect(report).not.toMatch(/<script|javascript:|onerror=/i);
    expect(report).toContain('&lt;script&gt;');
  });

  it('never throws over what a page makes up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const visit = makeVisit({
          items: [makeItem({ store: 'local', name })],
          hosts: [makeHost('a.example', { paths: [name] })],
        });
        const study = studyCapture(captureOfVisit(visit, { name, note: name }), knowledge, null);
        expect(exportFiles(english, study).length).toBeGreaterThan(TABLES.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a page makes up', () => {
  const message = (observation: object): unknown => ({
    ...(messages[1] as object),
    observations: [observation],
  });
  const request = { kind: 'request', at: AT, initiator: 'img', failed: false, pixel: false, identifiers: [] };
  const address = { scheme: 'https', host: 'www.google-analytics.com', path: '/collect' };

  it.each([
    ['a time that no date can hold', { ...request, address, at: 1e300 }],
    ['more requests than a page can make', { ...request, address, count: 2 ** 33 }],
  ])('is not taken: %s', (_what, observation) => {
    const read = readPageMessage(message(observation));
    expect(read?.dropped).toBe(1);
  });

  it('is written without harm: late clocks, long bursts, paths that are none', () => {
    const late = { ...request, address: { ...address, path: ':x y' }, at: Date.UTC(9999, 11, 31, 23), count: 500_000 };
    const study = studyCapture(captureOfLog(logOfMessages([messages[0], message(late)])), knowledge, null);
    const { entries, pages = [] } = asHar(study).log;
    expect(entries).toHaveLength(1000);
    for (const { startedDateTime } of [...entries, ...pages])
      expect(startedDateTime).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(exportFiles(english, study).length).toBeGreaterThan(5);
  });
});
