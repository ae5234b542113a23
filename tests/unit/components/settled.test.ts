import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Settled } from '../../../components/popup/settled.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells words that stayed for two seconds, and not those of each request', () => {
  const settled = new Settled();
  settled.offer('1 company');
  vi.advanceTimersByTime(10_000);
  expect(settled.told).toBe('');

  for (let companies = 2; companies <= 20; companies += 1) {
    settled.offer(`${companies} companies`);
    vi.advanceTimersByTime(500);
  }
  expect(settled.told).toBe('');
  vi.advanceTimersByTime(1499);
  expect(settled.told).toBe('');
  vi.advanceTimersByTime(1);
  expect(settled.told).toBe('20 companies');
});

it('is quiet after it is closed', () => {
  const settled = new Settled();
  settled.offer('a');
  settled.offer('b');
  settled.close();
  vi.advanceTimersByTime(5000);
  expect(settled.told).toBe('');
});
