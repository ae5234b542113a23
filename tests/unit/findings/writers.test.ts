/** Who wrote an item, and when does that make it another company's? */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownStoredItem } from '../../../findings/recognised.ts';
import { createReport } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { onlyWriter, writersOf } from '../../../findings/writers.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { WriteObservation } from '../../../ledger/observation.ts';
import type { WriteRecord } from '../../../ledger/visit-entries.ts';
import { stored, visit } from '../../../tools/builders/observations.ts';
import { AT, makeItem } from '../../../tools/builders/visits.ts';

const [knowledge] = shippedKnowledge();
const PAGE = visit().address.host;

function write(over: Partial<WriteRecord> = {}): WriteRecord {
  return {
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
    ...over,
  };
}

const cookie = (domain: string) =>
  makeItem({
    store: 'cookie',
    name: 'x',
    host: domain,
    cookie: { domain, expiresAt: null, httpOnly: false, secure: true, sameSite: 'lax', partition: null },
  });

describe('the writers of an item', () => {
  it.each<[string, Parameters<typeof writersOf>[0], Partial<WriteRecord>, boolean]>([
    ['a cookie, on its own domain', cookie('www.bobdylan.com'), {}, true],
    ['a cookie of the domain above', cookie('bobdylan.com'), {}, true],
    ['a cookie of a host below', cookie('shop.www.bobdylan.com'), {}, false],
    ['a cookie of a domain that only ends alike', cookie('dylan.com'), {}, false],
    ['another name', cookie('bobdylan.com'), { name: 'y' }, false],
    ['another store', cookie('bobdylan.com'), { store: 'local' }, false],
    [
      'localStorage of the same host',
      makeItem({ store: 'local', name: 'x', host: 'a.example' }),
      { store: 'local', host: 'a.example' },
      true,
    ],
    [
      'localStorage of a host below',
      makeItem({ store: 'local', name: 'x', host: 'a.example' }),
      { store: 'local', host: 'b.a.example' },
      false,
    ],
  ])('%s', (_what, item, over, found) => {
    expect(writersOf(item, [write(over)])).toHaveLength(found ? 1 : 0);
  });

  it('are told in the order in which they wrote', () => {
    const writes = [write({ at: AT + 9, writer: 'late.example' }), write({ at: AT, writer: 'early.example' })];
    expect(writersOf(cookie('bobdylan.com'), writes).map(({ writer }) => writer)).toEqual([
      'early.example',
      'late.example',
    ]);
  });

  it('are some of the writes, whatever the page called its items', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, host, domain) => {
        const writes = [write({ name, host }), write()];
        const found = writersOf({ ...cookie(domain), name }, writes);
        expect(found.every((one) => one.name === name)).toBe(true);
      }),
    );
  });
});

describe('the only writer', () => {
  const companyOf = (host: string) => knowledge.companies.find(host, 'www.bobdylan.com');
  const owner = (...writers: readonly (string | null)[]) =>
    onlyWriter(
      writers.map((writer) => ({ writer })),
      companyOf,
    )?.owner ?? null;

  it.each<[string, readonly (string | null)[], string | null]>([
    ['nobody was seen', [], null],
    ['another company', ['connect.facebook.net'], 'Meta'],
    ['two hosts of one company', ['connect.facebook.net', 'www.facebook.com'], 'Meta'],
    ['two companies', ['connect.facebook.net', 'www.clarity.ms'], null],
    ['the site itself', ['www.bobdylan.com'], null],
    ['another company and the site', ['connect.facebook.net', 'www.bobdylan.com'], null],
    ['another company and one that cannot be told', ['connect.facebook.net', null], null],
    ['one that cannot be told', [null], null],
    ['a tag manager, which writes for others', ['www.googletagmanager.com'], null],
    ['a delivery network, which holds the files of others', ['cdn.jsdelivr.net'], null],
    ['a place on a delivery network that nobody lists', ['d111111abcdef8.cloudfront.net'], null],
    ['a delivery network that is no company of the lists', ['lantern-site.b-cdn.net'], null],
    ['another company and a delivery network', ['connect.facebook.net', 'lantern.global.ssl.fastly.net'], null],
    ['a place on a delivery network that is known to be a company’s', ['d2r1yp2w7bby2u.cloudfront.net'], 'CleverTap'],
  ])('%s', (_what, writers, expected) => {
    expect(owner(...writers)).toBe(expected);
  });
});

describe('in the report', () => {
  const seen = (name: string, over: Partial<WriteObservation> = {}): KnownStoredItem | undefined => {
    const observed: WriteObservation = {
      kind: 'write',
      at: AT,
      store: 'local',
      host: PAGE,
      name,
      api: 'setItem',
      writer: 'connect.facebook.net',
      path: '/fbevents.js',
      source: 'page',
      ...over,
    };
    return createReport(foldObservations(visit(), [stored(name, 'local'), observed]), [knowledge], null).items[0];
  };

  it('an item that nothing else tells of is its only writer’s', () => {
    expect(seen('no-known-name')).toMatchObject({ setByOther: true, setterOwner: 'Meta' });
  });

  it('stays the site’s own where its bundle comes from a delivery network, and the file is still a fact', () => {
    const writer = 'd111111abcdef8.cloudfront.net';
    const own = seen('basket-v2', { writer, path: '/site/app.9f2c.js' });
    expect(own).toMatchObject({ setByOther: false, setterOwner: null });
    expect(
      own === undefined ? [] : writersOf(own.item, [write({ store: 'local', host: PAGE, name: 'basket-v2', writer })]),
    ).toMatchObject([{ writer }]);
  });

  it('stays the site’s own where the site wrote it', () => {
    expect(seen('no-known-name', { writer: PAGE })).toMatchObject({ setByOther: false, setterOwner: null });
  });
});
