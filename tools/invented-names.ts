/**
 * The pictures of docs/ show invented sites. The replica answers under names of the list, since the extension watches no others;
 * whoever sees a picture alone would read in it that a real site does what only the replica does. So these names are written
 * over before a picture is taken.
 */
import type { Page } from '@playwright/test';

/** What stands in the popup → what is written in a picture. Names of the same kind and about the same length. */
const NAMES: readonly (readonly [real: string, invented: string])[] = [
  ['columbiarecords.com', 'paperlanterns.example'],
  ['Columbia Records', 'Paper Lanterns'],
  ['Columbia (US)', 'Lantern Records'],
  // In the paths of its files, too.
  ['columbiarecords', 'paperlanterns'],
  ['uscolumbia', 'uslantern'],
  ['christmasmusic.com', 'winterlanterns.example'],
  ['sonymusic.de', 'papierlaternen.example'],
];

/** Runs in the page. */
function write(names: readonly (readonly [string, string])[]): string[] {
  const invented = (text: string): string =>
    names.reduce((words, [real, other]) => words.replaceAll(real, other), text);
  // A host that may break after its dots is many pieces of text: whole first, with the same places to break at.
  for (const host of document.querySelectorAll('bdi')) {
    const text = host.textContent;
    if (host.childElementCount === host.querySelectorAll('wbr').length && invented(text) !== text)
      host.replaceChildren(
        ...invented(text)
          .split(/(?<=\.)/)
          .flatMap((part) => [part, document.createElement('wbr')]),
      );
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (invented(text) !== text) node.nodeValue = invented(text);
  }
  return names.map(([real]) => real).filter((real) => document.body.innerText.includes(real));
}

/** @throws Error when a real name still stands there: no such picture is taken */
export async function inventNames(page: Page): Promise<void> {
  const left = await page.evaluate(write, NAMES);
  if (left.length > 0) throw new Error(`These names still stand in the picture: ${left.join(', ')}`);
}
