/**
 * Starts Firefox with a profile of its own, on the replica.
 *
 * Host names lead to the replica through a proxy of ours, since Firefox can map names to an address but not to a port.
 */
import puppeteer, { type Browser } from 'puppeteer-core';

/** How Firefox is started. */
export interface FirefoxOptions {
  /** The browser's file. */
  readonly firefoxPath: string;
  /** Port of the proxy in front of the replica (`replica/connect-proxy.ts`). */
  readonly proxyPort: number;
  /** Lets the protocol open pages of extensions. */
  readonly systemAccess?: boolean;
  /** More preferences, by their names in about:config. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

/** Starts it without a window; it is the caller's to close. @throws Error when it does not start */
export function launchFirefox({
  firefoxPath,
  proxyPort,
  systemAccess = false,
  preferences = {},
}: FirefoxOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    acceptInsecureCerts: true,
    args: systemAccess ? ['--remote-allow-system-access'] : [],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      ...preferences,
    },
  });
}
