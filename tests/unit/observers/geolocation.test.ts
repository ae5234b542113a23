import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '../../../ledger/observation.ts';
import { observeGeolocation } from '../../../observers/page/geolocation.ts';

class Permission extends EventTarget {
  state: PermissionState = 'prompt';
  becomes(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
let permission: Permission;
let asked: unknown[];
let reported: Observation[];
let controller: AbortController;

beforeEach(() => {
  permission = new Permission();
  asked = [];
  reported = [];
  controller = new AbortController();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', {
    permissions: {
      query: (what: unknown) => {
        asked.push(what);
        return Promise.resolve(permission);
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function start(frame: 'top' | 'frame' = 'top'): Promise<void> {
  observeGeolocation({
    report: (observation) => reported.push(observation),
    signal: controller.signal,
    salt: '',
    site: 'a.example',
    since: 0,
    frame,
    onAsked: () => undefined,
  });
  await new Promise((done) => setTimeout(done));
}

describe('the permission to know the place', () => {
  it('is told as it is, then as it becomes', async () => {
    await start();
    permission.becomes('granted');
    expect(asked).toEqual([{ name: 'geolocation' }]);
    expect(reported).toMatchObject([
      { kind: 'geolocation', state: 'prompt' },
      { kind: 'geolocation', state: 'granted' },
    ]);
  });

  it('is not followed after the visit', async () => {
    await start();
    controller.abort();
    permission.becomes('denied');
    expect(reported).toHaveLength(1);
  });

  it('is not told when the visit ends before the answer', async () => {
    controller.abort();
    await start();
    expect(reported).toEqual([]);
  });

  it('is not asked for in a frame, nor where the browser denies it by rule', async () => {
    await start('frame');
    vi.stubGlobal('isSecureContext', false);
    await start();
    expect(asked).toEqual([]);
  });

  it('is left alone where the browser gives no answer', async () => {
    vi.stubGlobal('navigator', { permissions: { query: () => Promise.reject(new TypeError('unknown name')) } });
    await start();
    expect(reported).toEqual([]);
  });
});
