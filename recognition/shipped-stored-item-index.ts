/** The stored items that ship. The build runs this file and puts what comes out in its place (build/ship-less-data.ts). */
import storedItemsFile from '../policy-data/stored-items.json' with { type: 'json' };
import type { StoredItemsFile } from '../schemas/policy-data.ts';
import { indexStoredItems } from './stored-item-index.ts';

/** The file was checked against its schema when the extension was built. */
export const shippedStoredItemIndex = indexStoredItems(storedItemsFile as StoredItemsFile);
