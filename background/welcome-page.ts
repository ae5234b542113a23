/** The welcome page, which the person sees once, after the installation. */
import { browser } from 'wxt/browser';

/** Opens it beside a page of a normal window; where all windows are private, it is not shown. */
async function openWelcomePage(): Promise<void> {
  const normal = (await browser.tabs.query({})).filter(({ incognito }) => !incognito);
  const beside = normal.find(({ active }) => active) ?? normal[0];
  if (beside?.windowId === undefined) return;
  await browser.tabs.create({ url: '/welcome.html', windowId: beside.windowId });
}

/** Must be called in the first turn of a worker, or the installation goes unnoticed. */
export function welcomeAfterInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openWelcomePage();
  });
}
