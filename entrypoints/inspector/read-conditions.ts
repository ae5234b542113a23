/** What the browser tells of the conditions under which a capture is made. */
import { browser } from 'wxt/browser';
import { PACKAGE_LIST, packageHash } from '../../evidence/files/package-list.ts';
import type { CaptureConditions } from '../../capture/capture-conditions.ts';

/** What of the conditions the browser tells; the rest is the record's, the person's and the build's. */
export type BrowserConditions = Omit<CaptureConditions, 'gpc' | 'profile' | 'region'>;

interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** Chromium's own word for itself; absent in Firefox. */
interface WithUserAgentData {
  readonly userAgentData?: {
    readonly brands: readonly Brand[];
    readonly platform: string;
    readonly getHighEntropyValues: (
      hints: readonly string[],
    ) => Promise<{ readonly fullVersionList?: readonly Brand[] }>;
  };
}

/** The brand that is no invented one ("Not A Brand") and, where there are several, no engine. */
function ownBrand(brands: readonly Brand[]): Brand | undefined {
  const real = brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand.replace(/[^A-Za-z]/g, '')));
  return real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
}

async function browserFacts(): Promise<CaptureConditions['browser']> {
  const { userAgentData } = navigator as WithUserAgentData;
  const platform = await browser.runtime.getPlatformInfo().then(
    ({ os }) => os,
    () => null,
  );
  if (userAgentData === undefined) {
    const info = browser.runtime as unknown as { getBrowserInfo?: () => Promise<{ name: string; version: string }> };
    const told = await info.getBrowserInfo?.().catch(() => null);
    return { name: told?.name ?? 'Firefox', version: told?.version ?? null, platform };
  }
  const full = await userAgentData.getHighEntropyValues(['fullVersionList']).catch(() => null);
  const brand = ownBrand(full?.fullVersionList ?? userAgentData.brands);
  return {
    name: brand?.brand ?? 'Chromium',
    version: brand?.version ?? null,
    platform: userAgentData.platform || platform,
  };
}

/** The hash of the list of the extension's own files; null where a build, such as one in development, has none. */
async function ownFilesHash(): Promise<string | null> {
  try {
    // eslint-disable-next-line no-restricted-globals -- a file of our own package: nothing is asked of anybody
    const list = await fetch(`${location.origin}/${PACKAGE_LIST}`);
    return list.ok ? packageHash(await list.text()) : null;
  } catch {
    return null;
  }
}

/** Reads them now. */
export async function readBrowserConditions(now: number): Promise<BrowserConditions> {
  const { name, version } = browser.runtime.getManifest();
  const [filesHash, facts] = await Promise.all([ownFilesHash(), browserFacts()]);
  return {
    readAt: now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffset: -new Date(now).getTimezoneOffset(),
    extension: { name, version, target: import.meta.env.FIREFOX === true ? 'firefox' : 'chromium', filesHash },
    browser: facts,
    languages: [...navigator.languages],
    cookiesEnabled: navigator.cookieEnabled,
    // Asked for by a permission of its own ("privacy"), which is not worth it.
    thirdPartyCookies: null,
  };
}
