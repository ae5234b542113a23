/**
 * Chromium does not say whether a request without a tab is a private window's. So while such windows are open to the extension,
 * none of these is kept, nor what came shortly before a window opened or closed. Firefox says it of each request.
 */
import { browser } from 'wxt/browser';

/** What is asked of it. */
export interface PrivateWindows {
  /** Whether what is told at this moment may be a private window's. Where the browser does not answer, it may. Never rejects. */
  readonly arePossible: () => Promise<boolean>;
}

async function areOpen(): Promise<boolean> {
  if (!(await browser.extension.isAllowedIncognitoAccess())) return false;
  return (await browser.windows.getAll()).some(({ incognito }) => incognito);
}

/**
 * Must be called in the first turn of a worker. `changed` hears of each window that opens or closes: of one that has closed, the
 * browser does not tell any more whether it was private.
 */
export function watchPrivateWindows(changed: () => void): PrivateWindows {
  let changes = 0;
  let asked: Promise<boolean> | null = null;
  const onChange = (): void => {
    changes += 1;
    asked = null;
    changed();
  };
  browser.windows.onCreated.addListener(onChange);
  browser.windows.onRemoved.addListener(onChange);
  return {
    arePossible() {
      if (asked !== null) return asked;
      const before = changes;
      const answer = areOpen().then(
        // A window that has closed meanwhile may have been private when it was asked.
        (are) => are || changes !== before,
        () => true,
      );
      asked = answer;
      void answer.then(() => {
        if (asked === answer) asked = null;
      });
      return answer;
    },
  };
}
