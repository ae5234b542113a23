/** Asks the browser not to clear by itself what the extension keeps. Pages of the extension alone can: a worker has no such question. */
import type { Persistence } from '../keep-result.ts';

/** How long an answer to "may this be kept for good?" is waited for, in milliseconds: Firefox may ask the person. */
const PATIENCE = 2000;

/** Asks the browser to keep the extension's databases for good. Never rejects. */
export async function askToPersist(): Promise<Persistence> {
  const answer = navigator.storage.persist().then(
    (isPromised): Persistence => (isPromised ? 'promised' : 'refused'),
    (): Persistence => 'refused',
  );
  const silence = new Promise<Persistence>((resolve) => setTimeout(() => resolve('unanswered'), PATIENCE));
  return Promise.race([answer, silence]);
}
