/** What a call of a native costs in a page, in nanoseconds: for the functions that the script in the page's own world listens to. */
import type { LaunchedChromium } from '../../tools/launch-chromium.ts';

/** Nanoseconds a call, by what was called. */
export type CallCosts = Readonly<Record<string, number>>;

const CALLS = 20_000;

/** Calls each function many times in a new tab, after its first looks at the stack, which cost more and are told apart. */
export async function measureCalls(browser: LaunchedChromium, address: string): Promise<CallCosts> {
  const page = await browser.context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const costs = await page.evaluate((calls) => {
    const graphics = document.createElement('canvas').getContext('webgl');
    const ear = (): undefined => undefined;
    const runs: Record<string, () => unknown> = {
      'localStorage.setItem': () => localStorage.setItem('bench', '1'),
      'document.cookie = …': () => (document.cookie = 'bench=1'),
      'navigator.userAgent': () => navigator.userAgent,
      addEventListener: () => addEventListener('click', ear),
      ...(graphics === null ? {} : { 'WebGL getParameter': () => graphics.getParameter(graphics.VERSION) as unknown }),
    };
    const result: Record<string, number> = {};
    for (const [name, run] of Object.entries(runs)) {
      const times = name.startsWith('document') ? calls / 20 : calls;
      let began = performance.now();
      for (let call = 0; call < 200; call += 1) run();
      result[`${name}, first 200`] = ((performance.now() - began) * 1e6) / 200;
      began = performance.now();
      for (let call = 0; call < times; call += 1) run();
      result[name] = ((performance.now() - began) * 1e6) / times;
    }
    return result;
  }, CALLS);
  await page.close();
  return costs;
}
