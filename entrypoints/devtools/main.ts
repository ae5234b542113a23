/** Adds the inspector to the browser's developer tools, for the tab that they are of. */
import { browser } from 'wxt/browser';

const { panels, inspectedWindow } = browser.devtools;

void panels.create('Liner Notes', '/icon/32.png', `/inspector.html?tab=${String(inspectedWindow.tabId)}`);
