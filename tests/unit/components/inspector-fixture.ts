/** What the inspector hands to its views, doing nothing; a test gives those that it looks at. */
import { vi } from 'vitest';
import type { InspectorActions } from '../../../components/inspector/inspector-actions.ts';
import { VisitChoice } from '../../../components/inspector/visit-choice.svelte.ts';

/** All actions; none of them does anything unless it is given. */
export function inspectorActions(
  given: Pick<InspectorActions, 'letters'> & Partial<InspectorActions>,
): InspectorActions {
  const recordings = {
    list: vi.fn(),
    follow: vi.fn(() => () => undefined),
    start: vi.fn(),
    stop: vi.fn(),
    describe: vi.fn(),
    remove: vi.fn(),
    open: vi.fn(),
    openInParts: vi.fn(),
  };
  const visits = { choice: new VisitChoice(), openAll: vi.fn(), saveReport: vi.fn(), saveSealed: vi.fn() };
  const pictures = { joined: <T>(study: T): T => study, take: vi.fn(), describe: vi.fn(), remove: vi.fn() };
  const stamps = { saveRequest: vi.fn(), check: vi.fn() };
  return {
    saveSealed: vi.fn(),
    saveOne: vi.fn(),
    open: vi.fn(),
    saveComparison: vi.fn(),
    askValue: vi.fn(),
    recordings,
    stamps,
    visits,
    pictures,
    ...given,
  };
}
