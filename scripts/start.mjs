// npm start: the extension in a real browser, on a replica of an artist's site. The work is in start.ts.
import { setUpAndRun } from './set-up.mjs';

setUpAndRun('start.ts');
