/** The permission for the sites on the list, which Firefox leaves to the person. */
import { browser, type Browser } from 'wxt/browser';

function permission(): Browser.permissions.Permissions {
  return { origins: (browser.runtime.getManifest().host_permissions ?? []) as string[] };
}

/** Whether Liner Notes may look at all sites of its list. */
export function hasListedSites(): Promise<boolean> {
  return browser.permissions.contains(permission());
}

/** Has the browser ask the person; false when they refuse. Only in answer to a press. */
export function askForListedSites(): Promise<boolean> {
  return browser.permissions.request(permission());
}

/** Tells of every change; gives a function that stops it. */
export function followListedSites(listener: (allowed: boolean) => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const onChange = (): void => {
    hasListedSites().then(listener, () => undefined);
  };
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}
