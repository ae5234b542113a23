/** Which of a page's blocks are the text: without menus that are not marked as such, and without what stands around the main part. */
import type { RawBlock } from '../../reading/raw-document.ts';
import { documentAddress } from '../page/page-elements.ts';
import type { PlacedBlock } from './block-writer.ts';

/** The main part is the text when it holds at least this share of it. */
const MAIN_SHARE = 0.5;
/** A list of so many links, each by itself and short, outside the main part is a menu. */
const MENU_ITEMS = 3;
const LONGEST_MENU_ITEM = 40;
/** Whether a block is nothing but a link to a place in the same page, as the entries of a table of contents are. */
function isContentsEntry({ text, links = [], kind }: RawBlock): boolean {
  const [link] = links;
  if (kind === 'cell' || kind === 'heading' || links.length !== 1 || link === undefined) return false;
  const [page, place] = link.address.split('#');
  return link.text === text && place !== undefined && page === documentAddress().split('#')[0];
}

const isLinkAlone = ({ text, links = [], kind }: RawBlock): boolean =>
  kind === 'item' && links.length === 1 && links[0]?.text === text && text.length <= LONGEST_MENU_ITEM;

/** The blocks of the text, in order. */
export function keptBlocks(placed: readonly PlacedBlock[]): RawBlock[] {
  const lengthOf = (blocks: readonly PlacedBlock[]): number =>
    blocks.reduce((sum, { block }) => sum + block.text.length, 0);
  const inMain = placed.filter(({ isInMain }) => isInMain);
  const hasMain = lengthOf(inMain) >= lengthOf(placed) * MAIN_SHARE && inMain.length > 0;
  const found = (hasMain ? inMain : placed).map(({ block }) => block).filter((block) => !isContentsEntry(block));
  if (hasMain) return found;
  const menus = new Set<RawBlock>();
  let run: RawBlock[] = [];
  for (const block of [...found, null]) {
    if (block !== null && isLinkAlone(block)) run.push(block);
    else {
      if (run.length >= MENU_ITEMS) for (const one of run) menus.add(one);
      run = [];
    }
  }
  return found.filter((block) => !menus.has(block));
}
