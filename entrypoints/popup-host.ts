/**
 * The first words of the popup: the host that its address names, shown while its modules are still on their way. A script of the page itself, small and
 * without a question to the browser; `popup/show-known.ts` puts right what it shows as soon as the browser has told which tab it is.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPopupAddress } from '../background/popup-address.ts';
import { showHost } from './popup/show-host.ts';

export default defineUnlistedScript(() => {
  const named = readPopupAddress(location.search);
  if (named !== null) showHost(named.host);
});
