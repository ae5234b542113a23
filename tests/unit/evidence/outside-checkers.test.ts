/** Programs and rules of others, on whatever a capture may hold: each export is what its format says, name by name and row by row. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapture } from '../../../capture/read-capture.ts';
import { studyCapture } from '../../../capture/study-capture.ts';
import { TABLES } from '../../../capture/tables/all-tables.ts';
import { asHar } from '../../../evidence/files/har.ts';
import { exportFiles, sealedExport } from '../../../evidence/files/capture-export.ts';
import { asWecFolder } from '../../../evidence/files/wec.ts';
import { captureOfLog, captureOfVisit, logOfMessages, makeConditions } from '../../../tools/builders/captures.ts';
import { AT, makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };
import { english } from '../english.ts';
import { captureSchemaFaults } from './outside/capture-schema.ts';
import { collectorFaults } from './outside/collector-form.ts';
import { describedFileFaults, frictionlessFaults } from './outside/frictionless.ts';
import { auditingToolFaults, devToolsFaults, harSchemaFaults } from './outside/har-checkers.ts';
import { anyCapture } from './outside/random-captures.ts';
import { bagFaults, sumFaults, unpacked } from './outside/unpacked.ts';

const knowledge = readKnowledge(process.cwd());
const recording = captureOfLog(logOfMessages(messages), { name: 'Tour page' });

/** What each of them finds wrong with a sealed export. */
async function faultsOf(zip: Uint8Array): Promise<Readonly<Record<string, readonly string[]>>> {
  return unpacked(zip, async (folder) => {
    const json = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, 'data', file), 'utf8'));
    const har = json('requests.har');
    const tables = path.join(folder, 'data', 'tables');
    return {
      sums: sumFaults(folder),
      bag: bagFaults(folder),
      capture: captureSchemaFaults(json('capture.json')),
      harSchema: harSchemaFaults(har),
      devTools: devToolsFaults(har),
      auditingTool: auditingToolFaults(har),
      collector: collectorFaults(json('website-evidence-collector/inspection.json')),
      frictionless: await frictionlessFaults(tables),
      described: await describedFileFaults(tables),
    };
  });
}
const NONE = {
  ...{ sums: [], bag: [], capture: [], harSchema: [], devTools: [], auditingTool: [] },
  ...{ collector: [], frictionless: [], described: [] },
};

describe('the checkers of others', () => {
  it('find nothing wrong with a recording', async () => {
    expect(await faultsOf(sealedExport(english, studyCapture(recording, knowledge, null), AT).zip)).toEqual(NONE);
  });

  it('find nothing wrong with whatever a capture may hold', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyCapture, async (capture) => {
        expect(await faultsOf(sealedExport(english, studyCapture(capture, knowledge, null), AT).zip)).toEqual(NONE);
      }),
      { numRuns: Number(process.env.OUTSIDE_RUNS ?? 10), endOnFailure: true },
    );
  });
});

describe('what others could not read once', () => {
  const request = (over: object) => {
    const address = { scheme: 'https', host: 'a.example', path: '/' };
    const observation = {
      kind: 'request',
      at: AT,
      address,
      initiator: 'img',
      failed: null,
      pixel: false,
      identifiers: [],
    };
    const message = { ...(messages[1] as object), observations: [{ ...observation, ...over }] };
    const study = studyCapture(captureOfLog(logOfMessages([messages[0], message])), knowledge, null);
    return asHar(study).log.entries[0];
  };

  it.each([
    ['a path that was cut', { scheme: 'https', host: 'a.example', path: '/a…' }, 'https://a.example/a%E2%80%A6'],
    [
      'a path with blanks and signs',
      { scheme: 'https', host: 'a.example', path: '/a b%41%?#"' },
      'https://a.example/a%20b%41%25%3F%23%22',
    ],
    ['half a letter', { scheme: 'https', host: 'a.example', path: '/\ud800' }, 'https://a.example/%EF%BF%BD'],
    ['a path without a slash', { scheme: 'wss', host: 'a.example', path: 'x' }, 'wss://a.example/x'],
    ['letters in a host', { scheme: 'https', host: 'bücher.example', path: '/' }, 'https://xn--bcher-kva.example/'],
    ['a port, an address by number', { scheme: 'http', host: '[::1]:8443', path: '/' }, 'http://[::1]:8443/'],
    ['what is no host', { scheme: 'https', host: 'a b/c', path: '/' }, 'other://a%20b%2Fc/'],
    [
      'what is a host to one standard alone',
      { scheme: 'https', host: 'a"b.example', path: '/' },
      'other://a%22b.example/',
    ],
    ['no host', { scheme: 'https', host: '', path: '/x' }, 'other:///x'],
    ['no address of the web', { scheme: 'other', host: 'a.example', path: '/x' }, 'other://a.example/x'],
  ])('%s', (_what, address, expected) => {
    expect(request({ address })?.request.url).toBe(expected);
    expect(URL.canParse(expected)).toBe(true);
  });

  it.each(['constructor', 'toString', '__proto__'])('a request for the type %s', (initiator) => {
    expect(request({ initiator })).toMatchObject({ _resourceType: 'other' });
  });

  const exported = (over: Parameters<typeof makeVisit>[0]) => {
    const study = studyCapture(captureOfVisit(makeVisit(over)), knowledge, null);
    const [inspection] = asWecFolder(study);
    return JSON.parse(inspection?.content as string) as {
      readonly localStorage: Readonly<Record<string, object>>;
      readonly cookies: readonly object[];
    };
  };

  it('an item by the name of what every object has', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const { localStorage } = exported({ items: names.map((name) => makeItem({ store: 'local', name })) });
    expect(Object.keys(localStorage['https://www.bobdylan.com'] ?? {})).toEqual(names);
  });

  it('a cookie that ends after all times, or ended before them', () => {
    const limits = { domain: 'a.example', httpOnly: false, secure: true, sameSite: 'lax', partition: null } as const;
    const cookies = [1e300, -1e300].map((expiresAt, at) =>
      makeItem({ store: 'cookie', name: `c${at}`, cookie: { ...limits, expiresAt } }),
    );
    expect(exported({ items: cookies }).cookies).toMatchObject([
      { expiresUTC: '9999-12-31T23:59:59.999Z', session: false },
      { expiresUTC: '1970-01-01T00:00:00.000Z', session: false },
    ]);
  });

  it("an item of another store with a cookie's limits, and who wrote it", () => {
    const limits = { domain: 'a.example', httpOnly: false, secure: true, sameSite: 'lax', partition: null } as const;
    const stores = ['local', 'session', 'cookie'] as const;
    const items = stores.map((store) => makeItem({ store, name: 'one', cookie: { ...limits, expiresAt: null } }));
    const writes = stores.map((store) => ({
      ...{ at: AT, store, host: 'a.example', name: 'one', writer: 'a.example', path: '/a.js', count: 1, lastAt: AT },
      ...({ api: 'set-cookie', source: 'page' } as const),
    }));
    expect(exported({ items, writes }).cookies).toMatchObject([{ name: 'one', log: { type: 'Cookie.HTTP' } }]);
  });

  it('two texts of one name: none is lost', () => {
    const document = {
      address: '',
      title: '',
      declaredLanguage: '',
      publisher: '',
      text: 'x',
      blocks: [],
      cutBy: null,
      unreadFrames: 0,
    };
    const text = {
      version: 1,
      readAt: AT,
      host: '',
      organisation: null,
      language: 'en',
      date: null,
      state: 'policy',
      hash: '',
      told: [] as string[],
      document,
    } as const;
    const texts = ['a/b', 'A-b', 'a b', '//'].map((id) => ({ ...text, id }));
    const study = studyCapture({ ...recording, texts }, knowledge, null);
    const paths = exportFiles(english, study).flatMap(({ path: of }) => (of.startsWith('texts/') ? [of] : []));
    expect(paths).toEqual(['texts/a-b.txt', 'texts/A-b-2.txt', 'texts/a-b-3.txt', 'texts/text.txt']);
  });

  it.each([
    ['a number that is no whole number to others', { leftOut: 2 ** 60 }, 'leftOut'],
    ['a time of five digits', { startedAt: Date.UTC(10_000, 0) }, 'startedAt'],
    ['a name of a capture that no file can have', { id: 'a b c d e f' }, 'id'],
    [
      'a time zone that nobody knows',
      { conditions: makeConditions({ timeZone: 'Nowhere/Town' }) },
      'conditions.timeZone',
    ],
  ])('%s is not opened', (_what, over, where) => {
    expect(readCapture({ ...recording, ...over })).toEqual({ state: 'damaged', where });
  });
});

describe('the description of the tables', () => {
  it('knows each table by a key, or by its page', () => {
    const described = JSON.parse(
      exportFiles(english, studyCapture(recording, knowledge, null)).find(
        ({ path: of }) => of === 'tables/datapackage.json',
      )?.content as string,
    ) as {
      readonly resources: readonly { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }[];
    };
    const keys = (name: string) => described.resources.find((one) => one.name === name)?.schema;
    expect(described.resources).toHaveLength(TABLES.length);
    expect(keys('findings')).toMatchObject({
      primaryKey: ['page', 'practice'],
      foreignKeys: [{ reference: { resource: 'pages' } }],
    });
    expect(keys('evidence')).toMatchObject({
      foreignKeys: [{ reference: { resource: 'findings', fields: ['page', 'practice'] } }],
    });
    expect(keys('texts')).not.toHaveProperty('foreignKeys');
  });
});
