/** What a call of a native costs in a page, in nanoseconds: for the functions that the script in the page's own world listens to. */
import type { LaunchedChromium } from '../../tools/launch-chromium.ts';

/** Nanoseconds a call, by what was called. */
export type CallCosts = Readonly<Record<string, number>>;

/**
 * The page's own script. The protocol's would run in an `eval`, whose frames take the browser ten times as long to tell as those of
 * a file.
 */
const SCRIPT = `(() => {
  const pen = document.createElement('canvas');
  const graphics = document.createElement('canvas').getContext('webgl');
  const ear = () => undefined;
  const runs = {
    'localStorage.setItem': () => localStorage.setItem('bench', '1'),
    'document.cookie = …': () => (document.cookie = 'bench=1; path=/; max-age=60'),
    'navigator.userAgent': () => navigator.userAgent,
    addEventListener: () => addEventListener('click', ear),
    getContext: () => pen.getContext('2d'),
    ...(graphics === null ? {} : { 'WebGL getParameter': () => graphics.getParameter(graphics.VERSION) }),
  };
  const times = (run, count) => {
    const began = performance.now();
    for (let call = 0; call < count; call += 1) run();
    return ((performance.now() - began) * 1e6) / count;
  };
  window.measureCalls = () => {
    const costs = {};
    for (const [name, run] of Object.entries(runs)) {
      costs[name + ', first 20'] = times(run, 20);
      costs[name + ', next 200'] = times(run, 200);
      // What another process waits for is called less often.
      costs[name] = times(run, /cookie|setItem/.test(name) ? 2000 : 20000);
    }
    return costs;
  };
})();`;

/** Calls each function many times in a new tab: the first calls, which are looked at and run before the code is compiled, are told apart. */
export async function measureCalls(browser: LaunchedChromium, address: string): Promise<CallCosts> {
  const page = await browser.context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.addScriptTag({ content: SCRIPT });
  const costs = await page.evaluate(() => (window as unknown as { measureCalls: () => CallCosts }).measureCalls());
  await page.close();
  return costs;
}
