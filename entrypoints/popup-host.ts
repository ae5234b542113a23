/**
 * The first words of the popup: the host and the number that its address names, shown while its modules are still on their way. A script of the page
 * itself, small, which then puts the questions whose answers everything else waits for, and has the browser fetch the words. `popup/show-known.ts`
 * puts right what it shows as soon as the browser has told which tab it is.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPopupAddress } from '../background/popup-address.ts';
import { fetchWords } from './popup/fetch-words.ts';
import { putFirstQuestions } from './popup/first-questions.ts';
import { showHost, showNumber } from './popup/first-words.ts';

/** Does what is only done sooner here: where it fails, the modules do it once more, and say so. */
function early(step: () => void): void {
  try {
    step();
  } catch {
    // As above.
  }
}

export default defineUnlistedScript(() => {
  const named = readPopupAddress(location.search);
  if (named !== null) {
    showHost(named.host);
    showNumber(named.words);
    early(() => {
      putFirstQuestions(named.tab);
    });
  }
  early(() => {
    fetchWords(document.body.dataset.words, navigator.languages);
  });
});
