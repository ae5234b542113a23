/** Is work on texts done where the worker that was started before it does not come up? */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StudyMessage, StudyOrder } from '../../../reading/border/study-messages.ts';
import type { StudyText } from '../../../reading/study-texts.ts';

/** The workers that were started, in their order. */
let workers: FakeWorker[] = [];

class FakeWorker {
  onmessage: ((event: { data: StudyMessage }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly orders: StudyOrder[] = [];
  isEnded = false;

  constructor() {
    workers.push(this);
  }

  postMessage(order: StudyOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const TEXTS: readonly StudyText[] = [];
const RESULT = { texts: [], drift: null };
const noRules = () => Promise.resolve({});

/** The module anew, with no worker started. */
async function freshModule() {
  vi.resetModules();
  return import('../../../reading/border/start-study.ts');
}

/** Settles when what is on its way has arrived. */
const arrived = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('hands the texts to the worker that was started before', async () => {
  const { prepareStudy, startStudy } = await freshModule();
  prepareStudy();
  prepareStudy();
  const { result } = startStudy(TEXTS, noRules);
  await arrived();
  expect(workers.map(({ orders }) => orders)).toEqual([[{ kind: 'texts', texts: TEXTS }]]);
  workers[0]?.onmessage?.({ data: { kind: 'done', result: RESULT } });
  expect(await result).toBe(RESULT);
  await arrived();
  expect(workers[0]?.isEnded).toBe(true);
});

it.each([
  ['before the texts are there', false],
  ['after it was handed the texts', true],
])('starts another where the file of that worker fails %s', async (_when, isHanded) => {
  const { prepareStudy, startStudy } = await freshModule();
  prepareStudy();
  let ready = (): void => undefined;
  const texts = new Promise<readonly StudyText[]>((resolve) => {
    ready = () => {
      resolve(TEXTS);
    };
  });
  const { result, stop } = startStudy(texts, noRules);
  if (isHanded) ready();
  await arrived();
  workers[0]?.onerror?.({ message: '' });
  ready();
  await arrived();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.orders).toEqual([{ kind: 'texts', texts: TEXTS }]);
  workers[1]?.onmessage?.({ data: { kind: 'done', result: RESULT } });
  expect(await result).toBe(RESULT);
  stop();
  expect(workers[1]?.isEnded).toBe(true);
});

it('says what is wrong where the other one fails too', async () => {
  const { prepareStudy, startStudy } = await freshModule();
  prepareStudy();
  const { result } = startStudy(TEXTS, noRules);
  workers[0]?.onerror?.({ message: '' });
  workers[1]?.onerror?.({ message: '' });
  await expect(result).rejects.toThrow('The worker did not start.');
  expect(workers).toHaveLength(2);
});

it('begins nothing again where the worker fails in its work', async () => {
  const { prepareStudy, startStudy } = await freshModule();
  prepareStudy();
  const { result } = startStudy(TEXTS, noRules);
  workers[0]?.onmessage?.({ data: { kind: 'step', step: 'comparing' } });
  workers[0]?.onerror?.({ message: 'out of memory' });
  await expect(result).rejects.toThrow('out of memory');
  expect(workers).toHaveLength(1);
});

it('fails with the error of texts that do not come', async () => {
  const { startStudy } = await freshModule();
  const { result } = startStudy(Promise.reject(new Error('The page is gone.')), noRules);
  await expect(result).rejects.toThrow('The page is gone.');
});
