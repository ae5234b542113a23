/** The document of the tests that need one. Nothing in it loads anything. */
interface HappyDom {
  readonly setURL: (url: string) => void;
  readonly settings: { handleDisabledFileLoadingAsSuccess: boolean };
}

function happyDom(): HappyDom {
  return (window as unknown as { happyDOM: HappyDom }).happyDOM;
}

/** Where the document stands. */
export function goTo(url: string): void {
  happyDom().setURL(url);
}

/** Puts markup into the document's body. */
export function fill(html: string): void {
  happyDom().settings.handleDisabledFileLoadingAsSuccess = true;
  document.body.innerHTML = html;
}

/** Idle time comes at once. */
export function idleAtOnce(callback: () => void): number {
  callback();
  return 0;
}

/** The element that must be there for the test to mean anything. */
export function must<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('The test’s own page lacks what it needs');
  return found;
}
