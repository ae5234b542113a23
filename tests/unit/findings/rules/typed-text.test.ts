import { expect, it } from 'vitest';
import type { Recognised } from '../../../../findings/recognised.ts';
import { typedTextSentEarly } from '../../../../findings/rules/typed-text.ts';

const typed = (host: string, name = 'email') => ({
  ...{ at: 7, field: 'email', name, form: 'sha256', source: 'page' },
  address: { scheme: 'https', host, path: '/x' },
});
const seen = (...typedTexts: object[]): Recognised =>
  ({
    visit: { typedTexts },
    companyOf: (host: string) => ({
      relation: host === 'own.example' ? 'own-host' : host === 'sister.example' ? 'same-owner' : 'other',
    }),
  }) as unknown as Recognised;

it('is evidence where it went to another company', () => {
  expect(typedTextSentEarly(seen(typed('in.company.example')))).toEqual([
    {
      kind: 'typed-text',
      field: 'email',
      form: 'sha256',
      host: 'in.company.example',
      at: 7,
      count: 1,
      situation: 'hashed',
    },
  ]);
});

it('is none where it went to the site or its owner', () => {
  expect(typedTextSentEarly(seen(typed('own.example'), typed('sister.example')))).toEqual([]);
});

it('is the text itself where it can be read back', () => {
  const [plain] = typedTextSentEarly(seen({ ...typed('in.company.example'), form: 'base64' }));
  expect(plain).not.toHaveProperty('situation');
});

it('names a field without a name by what it asks for', () => {
  expect(typedTextSentEarly(seen(typed('in.company.example', '')))).toMatchObject([{ field: 'email' }]);
});
