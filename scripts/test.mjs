// npm test: every check there is. The work is in test.ts.
import { setUpAndRun } from './set-up.mjs';

setUpAndRun('test.ts');
