/** The state of the permission to know where the person is. Asks the browser, never the person. */
import { clock } from '../clock';
import type { PageObserver } from './observer';

/**
 * Reports the state now and each change of it. Only for the page itself over https: elsewhere the browser says "denied"
 * by rule, and nobody has denied anything.
 */
export const observeGeolocation: PageObserver = (watch) => {
  if (watch.frame !== 'top' || !isSecureContext) return;
  void navigator.permissions.query({ name: 'geolocation' }).then(
    (permission) => {
      const tell = (changed: boolean): void => {
        watch.report({ kind: 'geolocation', at: clock.now(), state: permission.state, changed });
      };
      if (watch.signal.aborted) return;
      tell(false);
      permission.addEventListener(
        'change',
        () => {
          tell(true);
        },
        { signal: watch.signal },
      );
    },
    () => undefined,
  );
};
