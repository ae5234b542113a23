/** Companies that write and read out, for the pages under `/writers/`. */
import { script, type Answer } from '../answer.ts';
import { BUNDLE, DELIVERY_HOSTS, REMOVER, WRAPPER } from '../pages/lookers.ts';
import { printStubs } from '../pages/prints.ts';
import { keeperScript, readerScript } from '../pages/writers.ts';

export const WRITER_STUBS: readonly (readonly [string, () => Answer])[] = [
  ['cdn.lantern-metrics.example', keeperScript],
  ['cdn.lantern-prints.example', readerScript],
  ['cdn.lantern-monitor.example', () => script(WRAPPER)],
  ['cdn.lantern-cleaner.example', () => script(REMOVER)],
  ...DELIVERY_HOSTS.map((host) => [host, () => script(BUNDLE)] as const),
  ...printStubs(),
];
