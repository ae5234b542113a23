/* eslint-disable @typescript-eslint/unbound-method -- The methods themselves are meant. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readStoredCopyList } from '../../../reading/border/copy-list-storage.ts';
import { COPY_LIST_KEY } from '../../../reading/copy-list.ts';
import * as kept from '../../../reading/border/kept-copies.ts';
import { pageOf } from '../../../reading/page-of-address.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy, readPolicyText } from '../../../reading/read-policy.ts';
import { textHash } from '../../../reading/sentence-hash.ts';

const TEXT = `# Privacy Policy\n\n${'We collect your personal data and your e-mail address when you use cookies. '.repeat(6)}`;
const read = (text = TEXT, address = 'https://www.a.example/privacy/') => readPolicy(readPlainText(text, { address }));
const FACTS = { organisation: 'sony-music', readAt: 1_700_000_000_000, isPrivate: false };
const persist = vi.fn(() => Promise.resolve(true));

beforeEach(async () => {
  persist.mockReset().mockResolvedValue(true);
  vi.stubGlobal('navigator', { storage: { persist } });
  await kept.deleteAllCopies();
});

describe('a copy', () => {
  it('is kept after the browser was asked to keep it for good, and can be read again as it was', async () => {
    const reading = read();
    const result = await kept.keepCopy(reading, FACTS);
    expect(persist).toHaveBeenCalledOnce();
    expect(result).toMatchObject({
      kind: 'kept',
      persistence: 'promised',
      copy: { host: 'www.a.example', language: 'en' },
    });
    const { copies, damaged } = await kept.keptCopies();
    expect(damaged).toEqual([]);
    expect(copies.map(({ hash }) => hash)).toEqual([textHash(reading.document.text)]);
    expect(readPolicyText(copies[0]?.document ?? reading.document).sentences).toEqual(reading.sentences);
  });

  it('says when the browser has made no promise', async () => {
    persist.mockResolvedValueOnce(false);
    expect(await kept.keepCopy(read(), FACTS)).toMatchObject({ kind: 'kept', persistence: 'refused' });
  });

  it('bears the date that the text gives, or none', async () => {
    const dated = await kept.keepCopy(read(TEXT.replace('Policy\n', 'Policy\n\nLast updated: May 2, 2020\n')), FACTS);
    const undated = await kept.keepCopy(read(), FACTS);
    const dateIn = (result: kept.KeepResult) => (result.kind === 'kept' ? result.copy.date : result.kind);
    expect([dateIn(dated), dateIn(undated)]).toEqual([{ iso: '2020-05-02', of: 'changed' }, null]);
  });

  it('that comes or goes is heard of by every page that follows', async () => {
    const tell = vi.fn();
    const stop = kept.followCopies(tell);
    const result = await kept.keepCopy(read(), FACTS);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(1));
    if (result.kind !== 'kept') throw new Error(result.kind);
    await kept.deleteCopy(result.copy.id);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2));
    stop();
    await kept.putCopy(result.copy);
    await kept.deleteAllCopies();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('of the same text and page is kept once', async () => {
    await kept.keepCopy(read(), FACTS);
    expect(await kept.keepCopy(read(TEXT, 'http://a.example/privacy?utm_source=x'), FACTS)).toMatchObject({
      kind: 'kept-before',
    });
    expect((await kept.keptCopies()).copies).toHaveLength(1);
  });

  it('is not kept of a private window, nor of an empty page', async () => {
    expect(await kept.keepCopy(read(), { ...FACTS, isPrivate: true })).toEqual({
      kind: 'not-kept',
      why: 'private-window',
    });
    expect(await kept.keepCopy(read('# Privacy'), FACTS)).toEqual({ kind: 'not-kept', why: 'empty' });
    expect(await kept.keptCopies()).toEqual({ copies: [], damaged: [] });
  });

  it('is not kept on a full disk, or without a database, and says which', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await kept.keepCopy(read(), FACTS)).toEqual({ kind: 'not-kept', why: 'disk-full' });
    put.mockRestore();
    // Or it is heard, and then the whole transaction is taken back.
    const real = IDBObjectStore.prototype.put;
    const late = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
      this: IDBObjectStore,
      ...given
    ) {
      const asked = real.apply(this, given);
      const full = new DOMException('full', 'QuotaExceededError');
      Object.defineProperty(this.transaction, 'error', { get: () => full });
      this.transaction.abort();
      return asked;
    });
    expect(await kept.keepCopy(read(), FACTS)).toEqual({ kind: 'not-kept', why: 'disk-full' });
    late.mockRestore();
    expect((await kept.keptCopies()).copies).toEqual([]);
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('no database here');
    });
    expect(await kept.keepCopy(read(), FACTS)).toEqual({ kind: 'not-kept', why: 'no-database' });
    open.mockRestore();
  });

  it('is not kept beyond the limit on their number', async () => {
    for (let at = 0; at < 200; at += 1) await kept.keepCopy(read(`${TEXT} Version ${at}.`), FACTS);
    expect(await kept.keepCopy(read(), FACTS)).toEqual({ kind: 'not-kept', why: 'too-many' });
  });

  it('is deleted, and put back', async () => {
    const result = await kept.keepCopy(read(), FACTS);
    if (result.kind !== 'kept') throw new Error(result.kind);
    await kept.deleteCopy(result.copy.id);
    expect((await kept.keptCopies()).copies).toEqual([]);
    await kept.putCopy(result.copy);
    expect((await kept.keptCopies()).copies).toEqual([result.copy]);
  });

  it('that is damaged is named, keeps no other from being read, and can be deleted', async () => {
    const result = await kept.keepCopy(read(), FACTS);
    if (result.kind !== 'kept') throw new Error(result.kind);
    const { copy } = result;
    const database = await openDB('liner-notes.kept-copies');
    await database.put('copies', { ...copy, id: 'other-text', document: { ...copy.document, text: 'We sell.' } });
    await database.put('copies', { id: 'other-form', copies: 3 });
    database.close();
    const { copies, damaged } = await kept.keptCopies();
    expect([copies.map(({ id }) => id), [...damaged].sort()]).toEqual([[copy.id], ['other-form', 'other-text']]);
    await kept.deleteCopy('other-form');
    expect((await kept.keptCopies()).damaged).toEqual(['other-text']);
  });
});

describe('a text that has changed since', () => {
  it('is told of the latest copy of its page, once', async () => {
    await kept.keepCopy(read(), FACTS);
    await kept.keepCopy(read(`${TEXT} Then.`), { ...FACTS, readAt: FACTS.readAt + 1 });
    const now = read(`${TEXT} Now.`);
    const hash = textHash(now.document.text);
    const copy = await kept.differingCopy(now, hash);
    expect(copy?.document.text).toContain('Then.');
    expect(copy?.told).toEqual([]);
    await kept.noteTold(copy?.id ?? '', hash);
    await kept.noteTold(copy?.id ?? '', hash);
    expect((await kept.differingCopy(now, hash))?.told).toEqual([hash]);
  });

  it('is told though its own copy is there already, where it was not told', async () => {
    await kept.keepCopy(read(), FACTS);
    const now = read(`${TEXT} Now.`);
    await kept.keepCopy(now, { ...FACTS, readAt: FACTS.readAt + 1 });
    const copy = await kept.differingCopy(now, textHash(now.document.text));
    expect([copy?.document.text.includes('Now.'), copy?.told]).toEqual([false, []]);
  });

  it('does not bring a copy back that was deleted while the two were compared', async () => {
    const result = await kept.keepCopy(read(), FACTS);
    if (result.kind !== 'kept') throw new Error(result.kind);
    await kept.deleteCopy(result.copy.id);
    await kept.noteTold(result.copy.id, 'the hash of a later text');
    expect(await kept.keptCopies()).toEqual({ copies: [], damaged: [] });
  });

  it('is none on another page, or where the text is the same', async () => {
    await kept.keepCopy(read(), FACTS);
    expect(await kept.differingCopy(read(), textHash(read().document.text))).toBeNull();
    expect(await kept.differingCopy(read('Other.', 'https://www.a.example/terms'), 'x')).toBeNull();
  });

  it('is of the same page whatever counts the visit', () => {
    expect(pageOf('https://www.a.example/p/?l=eng&t=uk#x')).toBe(
      pageOf('http://a.example/p?t=uk&utm_source=mail&l=eng'),
    );
    expect(pageOf('https://a.example/p?t=uk')).not.toBe(pageOf('https://a.example/p?t=it'));
  });
});

describe('the list of copies', () => {
  it('follows what is kept, and is gone with the last copy', async () => {
    await kept.keepCopy(read(), FACTS);
    const list = await readStoredCopyList();
    expect(list).toMatchObject([
      { page: 'a.example/privacy?', host: 'www.a.example', state: 'policy', readAt: FACTS.readAt },
    ]);
    await kept.deleteCopy(list[0]?.id ?? '');
    expect(await fakeBrowser.storage.local.get(COPY_LIST_KEY)).toEqual({});
  });

  it('is put right when the copies are read', async () => {
    await kept.keepCopy(read(), FACTS);
    await fakeBrowser.storage.local.set({ [COPY_LIST_KEY]: [{ id: 'of no copy' }, 7] });
    expect(await readStoredCopyList()).toEqual([]);
    await kept.keptCopies();
    expect(await readStoredCopyList()).toHaveLength(1);
  });

  it('is empty where storage cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    expect(await readStoredCopyList()).toEqual([]);
  });
});
