/**
 * The state of the permission to know where the person is. Asks the browser, never the person. That a page asked is not told by it: the
 * person may change it in the browser's own menu, and a page that asks once more changes nothing (`page-world/watch-read-outs.ts` hears it).
 */
import { clock } from '../clock.ts';
import type { VisitObserver } from './observer.ts';

/**
 * Reports the state now and each change of it. Only for the page itself over https: elsewhere the browser says "denied"
 * by rule, and nobody has denied anything.
 */
export const observeGeolocation: VisitObserver = (watch) => {
  if (watch.frame !== 'top' || !isSecureContext) return;
  void navigator.permissions.query({ name: 'geolocation' }).then(
    (permission) => {
      const reportState = (): void => {
        watch.report({ kind: 'geolocation', at: clock.now(), state: permission.state });
      };
      if (watch.signal.aborted) return;
      reportState();
      permission.addEventListener('change', reportState, { signal: watch.signal });
    },
    () => undefined,
  );
};
