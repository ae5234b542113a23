/**
 * Runs in the page's own world: notes which script keeps something in the browser, and which reads out what tells one browser
 * from the next. It touches nothing before the half outside of the page's world (`page.content.ts`) has answered.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { begin } from '../observers/page-world/begin.ts';

export default defineContentScript({
  matches: [],
  allFrames: true,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    begin();
  },
});
