/** A browser's permissions and registered scripts, as far as the optional permission needs them. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Script {
  readonly id: string;
  readonly excludeMatches?: readonly string[];
}

interface Stub {
  /** Origins that the person has allowed. */
  readonly granted: Set<string>;
  readonly scripts: Map<string, Script>;
  /** What the person answers when the browser asks. */
  answer: boolean;
  /** Whether the browser lets go of a permission. */
  letsGo: boolean;
  readonly register: ReturnType<typeof vi.fn>;
  readonly update: ReturnType<typeof vi.fn>;
  readonly unregister: ReturnType<typeof vi.fn>;
  /** Listeners of both events. */
  readonly listeners: Set<() => void>;
}

export const LISTED = ['*://*.sonymusic.com/*', '*://*.columbiarecords.com/*'];

/** Puts the stub in the place of the browser's parts. */
export function stubPermissions(): Stub {
  const granted = new Set<string>();
  const scripts = new Map<string, Script>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  const stub: Stub = {
    granted,
    scripts,
    listeners,
    answer: true,
    letsGo: true,
    register: vi.fn((added: Script[]) => {
      for (const script of added) {
        if (scripts.has(script.id)) return Promise.reject(new Error(`Duplicate script ID '${script.id}'`));
        scripts.set(script.id, script);
      }
      return Promise.resolve();
    }),
    update: vi.fn((changed: Script[]) => {
      for (const script of changed) scripts.set(script.id, script);
      return Promise.resolve();
    }),
    unregister: vi.fn(({ ids }: { ids: string[] }) => {
      for (const id of ids) scripts.delete(id);
      return Promise.resolve();
    }),
  };
  Object.assign(fakeBrowser.permissions, {
    contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every((origin) => granted.has(origin))),
    request: ({ origins }: { origins: string[] }) => {
      if (stub.answer) {
        for (const origin of origins) granted.add(origin);
        tell();
      }
      return Promise.resolve(stub.answer);
    },
    remove: ({ origins }: { origins: string[] }) => {
      if (stub.letsGo) {
        for (const origin of origins) granted.delete(origin);
        tell();
      }
      return Promise.resolve(stub.letsGo);
    },
    onAdded: event,
    onRemoved: event,
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: ({ ids }: { ids: string[] }) =>
      Promise.resolve(ids.flatMap((id) => scripts.get(id) ?? [])),
    registerContentScripts: stub.register,
    updateContentScripts: stub.update,
    unregisterContentScripts: stub.unregister,
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'x',
    version: '1',
    host_permissions: LISTED,
    content_scripts: [
      { matches: LISTED, js: ['a.js'] },
      { matches: LISTED, js: ['b.js'] },
    ],
  } as never);
  return stub;
}
