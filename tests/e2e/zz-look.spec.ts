import { test, visitLabel } from './fixtures.ts';
test('look', async ({ extension, page }) => {
  const tab = await visitLabel(extension, page);
  const p = await extension.context.newPage();
  await p.setViewportSize({ width: 1280, height: 800 });
  for (const scheme of ['light', 'dark'] as const) {
    await p.emulateMedia({ colorScheme: scheme });
    for (const place of ['findings', 'hosts', 'stored-items', 'save', 'open']) {
      await p.goto(`chrome-extension://${extension.id}/inspector.html?tab=${tab}#${place}`);
      await p.waitForTimeout(900);
      if (place === 'hosts') await p.locator('[data-row]').nth(3).click();
      await p.screenshot({ path: `/tmp/team/look-${place}-${scheme}.png` });
    }
  }
});
