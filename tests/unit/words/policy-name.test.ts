import { describe, expect, it } from 'vitest';
import { languages, loadLanguage } from '../../../shipped/languages.ts';
import { policyName } from '../../../words/policy-name.ts';
import { languageOf } from '../english.ts';

describe('what the text that we hold is called', () => {
  it.each([
    ['en', 'US policy', 'policy for Canada'],
    ['de', 'US-Datenschutzerklärung', 'Datenschutzerklärung für Kanada'],
    ['fr', 'politique américaine', 'politique (Canada)'],
    ['es', 'política de EE. UU.', 'política de Canadá'],
    ['pt-BR', 'política dos EUA', 'política (Canadá)'],
    ['ja', 'アメリカ版のポリシー', 'カナダ版のポリシー'],
  ])('%s', async (code, american, canadian) => {
    const language = languageOf(await loadLanguage(code));
    expect(policyName(language, { jurisdiction: 'US' })).toBe(american);
    expect(policyName(language, { jurisdiction: 'CA' })).toBe(canadian);
    expect(languages).toHaveLength(6);
  });
});
