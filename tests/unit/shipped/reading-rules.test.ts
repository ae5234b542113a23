import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../findings/read-clauses.ts';
import { LANGUAGES_WITH_RULES } from '../../../reading/languages-with-rules.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { readShipped } from '../study-shipped.ts';

const POLICY = 'policy-data/organisations/sony-music/policies/2011-12-31/policy.md';
const raw = readPlainText(readFileSync(POLICY, 'utf8'), { title: 'Privacy Policy' });

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'We collect your personal data with cookies and share it with third parties. ',
  de: 'Wir erheben Ihre personenbezogenen Daten mit Cookies und geben sie an Dritte weiter. ',
  fr: 'Nous collectons vos données personnelles avec des cookies et les partageons avec des tiers. ',
  es: 'Recogemos sus datos personales con cookies y los comunicamos a terceros. ',
  nl: 'Wij verzamelen uw persoonsgegevens met cookies en delen ze met derden. ',
};

describe('a text that is read with the rules that ship', () => {
  it('has its statements, of a page as it arrives and of a kept copy alike', async () => {
    const page = await readShipped(raw);
    expect(page.reading.state).toEqual({ state: 'policy' });
    expect(page.statements.length).toBeGreaterThan(50);
    expect(await readShipped(readDocument(raw))).toEqual(page);
    const clauses = readClauses({ ...page, readAt: '2026-11-26' }, { ...SHIPPED_READING_FACTS, names: [] });
    expect(clauses.forPractice('first-party-cookies').length).toBeGreaterThan(0);
  });

  it.each([...LANGUAGES_WITH_RULES])('has rules in %s', async (language) => {
    const { reading, statements } = await readShipped(readPlainText((SENTENCES[language] ?? '').repeat(8)));
    expect(reading.language).toBe(language);
    expect(statements).not.toEqual([]);
  });

  it('has none in a language without rules, and says so', async () => {
    const finnish = 'Keräämme henkilötietoja evästeillä ja jaamme ne kolmansien osapuolten kanssa sekä ovat ja on. ';
    const { reading, statements } = await readShipped(readPlainText(finnish.repeat(12)));
    expect(reading.state).toEqual({ state: 'language-without-rules' });
    expect(statements).toEqual([]);
  });
});
