/** The question for full view: can its button be pressed without scrolling, and is the answer in sight, in every language? */
import { expect } from './fixtures.ts';
import { FULL_VIEW_STATES } from '../../tools/stage/full-view-states.ts';
import { languageCodes } from '../../tools/stage/language-codes.ts';
import { stateCalled } from '../../tools/stage/popup-states.ts';
import { test } from './stage-fixtures.ts';

/** The screens that end in the question, by what they say before it. */
const SCREENS = ['not-covered', 'no-address', 'sister', 'lookalike', 'name-alone'];

for (const language of languageCodes()) {
  for (const id of SCREENS) {
    test(`${id} in ${language}: the whole button is in sight, and after a no the answer is, with the focus on it`, async ({
      stage,
    }) => {
      const popup = await stage.show(stateCalled(id), { language });
      const height = await popup.evaluate(() => innerHeight);
      const button = popup.locator('[data-ask] button');
      const box = await button.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      await button.click();
      await popup.locator('[data-ask="refused"]').waitFor();
      const answer = popup.locator('[data-ask] [role="status"]');
      await expect(answer).toBeFocused();
      await expect(answer).toBeInViewport({ ratio: 1 });
      await expect(button).toBeInViewport({ ratio: 1 });
    });
  }
}

test('where the question stands far below, the answer to it is in sight too', async ({ stage }) => {
  const refused = FULL_VIEW_STATES.find(({ id }) => id === 'ask-refused');
  if (refused === undefined) throw new Error('no such state');
  const popup = await stage.show(refused);
  await expect(popup.locator('[data-ask] [role="status"]')).toBeInViewport({ ratio: 1 });
  await expect(popup.locator('[data-ask] [role="status"]')).toBeFocused();
});
