/** The second organisation's folder is as sound as those that ship, by the same checks. */
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkLanguages } from '../../../checks/check-languages.ts';
import { checkPolicyData } from '../../../checks/check-policy-data.ts';

const root = join(import.meta.dirname, '../../..');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the data of both companies together', () => {
  it('passes the checks of the build', () => {
    vi.stubEnv('LINER_NOTES_ORGANISATIONS', join(root, 'tests/fixtures/organisations/kelpwick'));
    expect(checkPolicyData(root)).toEqual([]);
    expect(checkLanguages(root)).toEqual([]);
  });

  it('is refused where a folder is named that holds no organisation', () => {
    vi.stubEnv('LINER_NOTES_ORGANISATIONS', join(root, 'tests/fixtures/organisations/kelpwick/policies'));
    expect(checkPolicyData(root)).not.toEqual([]);
  });
});
