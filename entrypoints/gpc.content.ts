/**
 * Runs in the page's own world on the listed sites, only while the person has the privacy signal sent
 * (`background/privacy-signal-header.ts` registers it): gives `navigator.globalPrivacyControl` as the specification has it
 * (https://w3c.github.io/gpc/#javascript-property-to-detect-preference).
 */
/* eslint-disable @typescript-eslint/unbound-method -- The getters themselves are meant. */
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_start',
  world: 'MAIN',
  // A name would be a variable of the page.
  globalName: false,
  main() {
    const name = 'globalPrivacyControl';
    const { prototype } = Navigator;
    if ((navigator as { [name]?: boolean })[name] === true) return;
    // The browser's own getter of another property knows a navigator from any other object, and throws what it throws.
    const own = Object.getOwnPropertyDescriptor(prototype, 'onLine')?.get;
    const model = Object.getOwnPropertyDescriptor(
      {
        get [name]() {
          return true;
        },
      },
      name,
    )?.get;
    if (own === undefined || model === undefined) return;
    const { apply, deleteProperty } = Reflect;
    Object.defineProperty(prototype, name, {
      // A proxy is native code to whoever asks it for its text.
      get: new Proxy(model, {
        apply(_target, self) {
          apply(own, self, []);
          return true;
        },
      }),
      enumerable: true,
      configurable: true,
    });
    // Another extension, or a script of the page that was first, may have put its own answer on the navigator itself, which hides ours.
    const hiding = Object.getOwnPropertyDescriptor(navigator, name);
    if (hiding?.configurable === true) deleteProperty(navigator, name);
    else if (hiding?.writable === true) (navigator as { [name]?: boolean })[name] = true;
  },
});
