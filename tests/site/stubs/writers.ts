/** Companies that write and read out, for the pages under `/writers/`. */
import type { Answer } from '../answer.ts';
import { keeperScript, readerScript } from '../pages/writers.ts';

export const WRITER_STUBS: readonly (readonly [string, () => Answer])[] = [
  ['cdn.lantern-metrics.example', keeperScript],
  ['cdn.lantern-prints.example', readerScript],
];
