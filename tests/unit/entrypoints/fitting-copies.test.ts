/** Is a copy that could not be opened opened again, when the person asks or the copies change? */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FittingCopies } from '../../../entrypoints/popup/fitting-copies.svelte.ts';
import * as reading from '../../../entrypoints/popup/read-in-popup.ts';
import { createReport } from '../../../findings/report.ts';
import type { ReadCopy } from '../../../findings/second-answer.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { storeCopyList } from '../../../reading/border/copy-list-storage.ts';
import type { CopyFacts } from '../../../reading/copy-list.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { at, visit } from '../../../tools/builders/observations.ts';
import { readShipped } from '../study-shipped.ts';

vi.mock('../../../entrypoints/popup/read-in-popup.ts', { spy: true });

const knowledge = shippedKnowledge();
const page = createReport(foldObservations(visit({ address: at('www.columbiarecords.com') }), []), knowledge, null);
const facts: CopyFacts = {
  id: 'one',
  readAt: 1_790_000_000_000,
  page: 'sonymusic.com/privacy-policy?',
  host: 'www.sonymusic.com',
  organisation: 'sony-music',
  state: 'policy',
};
const copyOf = async ({ id, readAt }: CopyFacts): Promise<ReadCopy> => {
  const { reading: read, statements } = await readShipped(readPlainText('We collect your name.', {}));
  return { id, readAt, reading: read, statements };
};
const openCopy = vi.mocked(reading.openCopy);

beforeEach(() => {
  fakeBrowser.reset();
  openCopy.mockReset();
});

describe('a copy that speaks for the page', () => {
  it('is on its way, then there, and is opened once', async () => {
    openCopy.mockResolvedValue(await copyOf(facts));
    const copies = new FittingCopies(knowledge, [facts]);
    expect(copies.second(page)?.is).toBe('waiting');
    await Promise.all([copies.open(page), copies.open(page)]);
    await copies.open(page);
    expect(copies.second(page)?.is).toBe('there');
    expect(openCopy).toHaveBeenCalledTimes(1);
    copies.close();
  });

  it('that could not be opened is opened again when it is asked for', async () => {
    openCopy.mockRejectedValueOnce(new Error('no database')).mockResolvedValue(await copyOf(facts));
    const copies = new FittingCopies(knowledge, [facts]);
    await copies.open(page);
    expect(copies.second(page)?.is).toBe('missing');
    const again = copies.open(page);
    expect(copies.second(page)?.is).toBe('waiting');
    await again;
    expect(copies.second(page)?.is).toBe('there');
    copies.close();
  });

  it('is on its way again when the copies have changed', async () => {
    openCopy.mockResolvedValue(null);
    const copies = new FittingCopies(knowledge, [facts]);
    await copies.open(page);
    expect(copies.second(page)?.is).toBe('missing');
    await storeCopyList([facts, { ...facts, id: 'two', host: 'www.a.example', page: 'a.example/privacy?' }]);
    await vi.waitFor(() => expect(copies.second(page)?.is).toBe('waiting'));
    copies.close();
  });
});
