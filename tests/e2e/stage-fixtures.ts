/** The fixtures of tests that look at the popup's states: one browser, one stage and one darkroom for a file. */
import { test as base } from './fixtures.ts';
import { Darkroom } from '../../tools/stage/cells.ts';
import { Stage } from '../../tools/stage/stage.ts';

export const test = base.extend<object, { stage: Stage; darkroom: Darkroom }>({
  stage: [
    async ({ extension }, use) => {
      const stage = await Stage.build(extension.context, extension.id);
      await use(stage);
      await stage.close();
    },
    { scope: 'worker' },
  ],
  darkroom: [
    async ({ extension }, use) => {
      const darkroom = await Darkroom.open(extension.context);
      await use(darkroom);
      await darkroom.close();
    },
    { scope: 'worker' },
  ],
});
