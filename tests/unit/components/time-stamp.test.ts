// @vitest-environment happy-dom
/** The desk of time stamps: an answer is checked with what the person has besides, and what came of it is said. */
import { cleanup, fireEvent, render, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import TimeStamp from '../../../components/inspector/TimeStamp.svelte';
import { languageContext } from '../../../components/parts/language-context.ts';
import type { TimeStampVerdict } from '../../../evidence/stamp/verify-time-stamp.ts';
import { english } from '../english.ts';

afterEach(cleanup);

const sealed = { seal: 'a'.repeat(64), sealed: new Uint8Array([1]) };
const request = new Uint8Array([2]);
const answer = new File(['answer'], 'seal.tsr');
const root = new File(['root'], 'root.pem');

async function desk(verdict: TimeStampVerdict) {
  const actions = {
    saveRequest: vi.fn(() => ({ path: 'seal-a.tsq', request })),
    check: vi.fn(() => Promise.resolve(verdict)),
  };
  const { container } = render(TimeStamp, {
    props: { sealed, actions },
    context: languageContext(english),
  });
  await fireEvent.click(container.querySelector('summary')!);
  const give = async (mark: string, files: readonly File[]): Promise<void> => {
    const input = container.querySelector(`input[${mark}]`);
    if (!(input instanceof HTMLInputElement)) throw new Error(`There is no ${mark}.`);
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    await fireEvent.change(input);
  };
  return { actions, container, give };
}

const VALID = { state: 'valid', at: Date.UTC(2026, 10, 27), authority: 'A', issuer: 'B' } as const;

describe('TimeStamp', () => {
  it('checks nothing before there is an answer, and then with all that was given, again with each', async () => {
    const { actions, container, give } = await desk({ ...VALID, request: 'same', chain: 'ok' });
    await fireEvent.click(container.querySelector('[data-request]')!);
    await give('data-roots', [root]);
    expect(actions.check).not.toHaveBeenCalled();
    await give('data-answer', [answer]);
    expect(actions.check).toHaveBeenLastCalledWith({ answer, request, roots: [root] }, sealed);
    await waitFor(() => expect(container.querySelector('[data-chain="ok"]')).not.toBeNull());
    expect(container.textContent).toContain('It is the answer to your request.');
    expect(container.textContent).not.toContain('Whether the authority is to be trusted');
    await give('data-roots', []);
    expect(actions.check).toHaveBeenLastCalledWith({ answer, request, roots: [] }, sealed);
  });

  it.each([
    ['not-told', 'Whether the authority is to be trusted'],
    ['no-chain', 'leads to none of the roots'],
    ['expired', 'was not valid at that time'],
    ['no-root', 'no certificate in the file'],
  ] as const)('says of a chain that is %s', async (chain, words) => {
    const { container, give } = await desk({ ...VALID, request: 'not-told', chain });
    await give('data-answer', [answer]);
    await waitFor(() => expect(container.querySelector('[data-chain]')?.textContent).toContain(words));
    expect(container.textContent).toContain('It was not compared with a request.');
  });

  it.each([
    ['other-request', 'not for this request'],
    ['no-request', 'not a request for this seal'],
  ] as const)('says of %s', async (state, words) => {
    const { container, give } = await desk({ state });
    await give('data-answer', [answer]);
    await waitFor(() => expect(container.querySelector(`[data-verdict="${state}"]`)?.textContent).toContain(words));
  });
});
