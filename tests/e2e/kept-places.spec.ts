/** Files of the origin and storage buckets: what a page keeps where the lists of databases and items do not show it. */
import type { Visit } from '../../ledger/visit.ts';
import { artist, expect, test, visitOf } from './fixtures.ts';
import { openPart } from './popup-page.ts';

const has = (store: string, name: string) => (visit: Visit) =>
  visit.items.some((item) => item.store === store && item.name === name && !item.removed);

interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory; getDirectory(): Promise<FileSystemDirectoryHandle> }>;
  delete(name: string): Promise<void>;
}

test('a file of the origin is told by its name, and not by what stands in it', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-storage'));
  const tab = await extension.tabOf(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const saves = await root.getDirectoryHandle('saves', { create: true });
    const file = await saves.getFileHandle('fan-id.txt', { create: true });
    const writing = await file.createWritable();
    await writing.write('8f14e45fceea167a');
    await writing.close();
  });
  // A look may come between its making and the writing.
  const isWritten = ({ items }: Visit): boolean =>
    items.some(({ store, name, size }) => store === 'origin-file' && name === 'saves/fan-id.txt' && size === 16);
  const visit = await visitOf(extension, tab, isWritten, 'the file');
  expect(visit.items.find(({ store }) => store === 'origin-file')).toMatchObject({
    written: true,
    hash: null,
  });
  expect(JSON.stringify(visit)).not.toContain('8f14e45fceea167a');

  const popup = await extension.openPopup(page, 'kept');
  const kept = await openPart(popup, 'kept');
  await expect(kept).not.toContainText('We saw nothing kept');
  await kept.getByText('Files of the site').first().click();
  await expect(kept).toContainText('saves/fan-id.txt');
  await expect(kept).toContainText('16 bytes');

  // One that was there before is known from the beginning. A page behind another tab is slow to look.
  await popup.close();
  await page.reload();
  const isAnew = (now: Visit): boolean =>
    now.document !== visit.document && has('origin-file', 'saves/fan-id.txt')(now);
  const again = await visitOf(extension, tab, isAnew, 'the file, after a reload');
  expect(again.items.find(({ store }) => store === 'origin-file')?.written).toBe(false);
});

test('a storage bucket is told with what is in it', async ({ extension, page }) => {
  await page.goto(artist('/practice/web-storage'));
  const tab = await extension.tabOf(page);
  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as { readonly storageBuckets: Buckets };
    const fan = await storageBuckets.open('fan');
    await new Promise((done) => {
      fan.indexedDB.open('songs').onsuccess = done;
    });
    await (await fan.getDirectory()).getFileHandle('ticket.txt', { create: true });
  });
  const all = (visit: Visit): boolean =>
    has('storage-bucket', 'fan')(visit) &&
    has('indexed-db', 'fan/songs')(visit) &&
    has('origin-file', 'fan/ticket.txt')(visit);
  await visitOf(extension, tab, all, 'the bucket, its database and its file');
  const popup = await extension.openPopup(page, 'kept');
  await expect(await openPart(popup, 'kept')).toContainText('Storage buckets');

  await page.evaluate(() =>
    (navigator as unknown as { readonly storageBuckets: Buckets }).storageBuckets.delete('fan'),
  );
  await visitOf(extension, tab, (visit) => !all(visit), 'that it is gone');
});
