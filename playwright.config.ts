import { defineConfig } from '@playwright/test';

/**
 * The tests in real browsers, over the production build in `dist/chrome-mv3`: build before you run them. They start their
 * own browser with the extension in it (`tests/e2e/fixtures.ts`), so there are no projects and no browser settings here.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  // One more than the two processors of the machine that checks each change: a test waits for its browser two fifths of its time.
  workers: 3,
  // By file: the tests of a file share a browser, which takes longer to start than most of them to run.
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A test that hangs is ended by what it expects; this is for a machine several times slower than ours.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
