// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { open } from './popup-fixture.ts';

const banner = () => screen.queryByText('No permission for this site');
const button = () => screen.getByRole('button', { name: 'Allow on Sony Music sites' });

it('a page that was watched says that the permission is gone, as soon as it is, and until it is back', async () => {
  const { setSite, container } = open({ site: { allowed: true, ask: () => Promise.resolve(true) } });
  expect(banner()).toBeNull();
  await setSite(false);
  expect(banner()).not.toBeNull();
  expect(container.textContent).toContain('Below is what was seen before');
  expect(container.querySelector('[data-count]')).not.toBeNull();
  await setSite(true);
  expect(banner()).toBeNull();
});

it('a page without a record offers the permission and a single look', async () => {
  let asked = 0;
  const ask = () => Promise.resolve((asked += 1) > 1);
  const { container } = open({ ledger: { state: 'empty' }, site: { allowed: false, ask } });
  expect(container.querySelector('main')?.dataset.state).toBe('not-permitted');
  screen.getByRole('button', { name: 'Look now' });
  await fireEvent.click(button());
  await expect.poll(() => container.textContent).toContain('Not allowed. Nothing has changed.');
  await fireEvent.click(button());
  await expect.poll(() => container.textContent).not.toContain('Nothing has changed.');
  expect(asked).toBe(2);
});
