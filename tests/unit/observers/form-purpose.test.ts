import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldMeaning, FormPurpose } from '../../../ledger/observation.ts';
import { formPurposes } from '../../../observers/page/form-purpose.ts';

function purposes(meanings: FieldMeaning[], texts: string[], longText = false): readonly FormPurpose[] {
  return formPurposes(new Set(meanings), texts, longText).purposes;
}

describe('purposes', () => {
  it.each<[FormPurpose, FieldMeaning[], string[]]>([
    ['newsletter', ['email'], ['Sign up for news', 'Join our mailing list', 'Subscribe', 'Be the first to know']],
    ['newsletter', ['email', 'country'], ['Newsletter abonnieren', 'Jetzt anmelden', 'Bleib auf dem Laufenden']],
    ['newsletter', ['email'], ["S'inscrire à l’infolettre", 'Abonnez-vous', 'Restez informé']],
    ['newsletter', ['email'], ['Suscríbete', 'Boletín', 'Inscreva-se', 'Assine', 'Iscriviti alla newsletter']],
    ['newsletter', ['email'], ['Schrijf je in', 'Nieuwsbrief', 'Aanmelden', 'メールマガジン登録', 'ニュースレター']],
    [
      'text-messages',
      ['tel'],
      ['Get texts from the band', 'SMS', 'Msg & data rates may apply', 'Text alerts', 'Reply STOP'],
    ],
    ['text-messages', ['tel'], ['Mensajes de texto', 'Mensagens de texto', 'Messaggi di testo', 'ショートメッセージ']],
    [
      'sweepstakes',
      ['email'],
      ['Enter to win', 'Sweepstakes', 'Gewinnspiel', 'Concours', 'Sorteo', 'Concorso', 'Winactie', '懸賞'],
    ],
    [
      'job',
      ['upload', 'email'],
      ['Apply now', 'Upload your résumé', 'Bewerbung', 'Candidature', 'Empleo', 'Vacature', '履歴書'],
    ],
    [
      'tell-a-friend',
      ['email'],
      ['Tell a friend', 'Send an e-card', 'Freunden empfehlen', 'Envoyer à un ami', 'Invia a un amico', '友達に教える'],
    ],
    [
      'account',
      ['user-name'],
      ['Log in', 'Einloggen', 'Connexion', 'Iniciar sesión', 'Accedi', 'Inloggen', 'ログイン'],
    ],
  ])('%s with %j', (purpose, meanings, texts) => {
    expect(texts.map((text) => [text, purposes(meanings, [text])])).toEqual(
      texts.map((text) => [text, expect.arrayContaining([purpose]) as unknown]),
    );
  });

  it.each<[FormPurpose, FieldMeaning[]]>([
    ['account', ['email', 'password']],
    ['payment', ['card-number']],
    ['payment', ['name', 'card-detail']],
    ['tell-a-friend', ['friend-email']],
    ['search', ['search']],
    ['search', ['search', 'hidden']],
  ])('%s by the fields alone: %j', (purpose, meanings) => {
    expect(purposes(meanings, [])).toEqual([purpose]);
  });

  it('knows a contact form by its long text', () => {
    expect(purposes(['email', 'name', 'other'], ['Contact us'], true)).toEqual(['contact']);
    expect(purposes(['email', 'name', 'other'], ['Contact us'], false)).toEqual(['unknown']);
  });

  it('takes a form with several purposes for all of them', () => {
    expect(purposes(['email', 'tel'], ['Join the mailing list', 'Get texts', 'Win tickets'])).toEqual([
      'newsletter',
      'text-messages',
      'sweepstakes',
    ]);
  });

  it('does not take a registration for a newsletter', () => {
    expect(purposes(['email', 'password'], ['Sign up'])).toEqual(['account']);
  });

  it('says so when nothing tells', () => {
    expect(purposes(['email'], ['Your e-mail'])).toEqual(['unknown']);
    expect(purposes([], ['Newsletter, SMS, win, apply now'])).toEqual(['unknown']);
  });
});

describe('the words that told it', () => {
  it('are those of the page, in its spelling', () => {
    const { words } = formPurposes(new Set(['email']), ['Hi', 'Suscríbete a nuestro Boletín'], false);
    expect(words).toEqual(['Suscríbete a nuestro Boletín']);
  });

  it('are cut out around the place, at most 80 characters', () => {
    const text = `${'Lorem ipsum dolor sit amet. '.repeat(10)}Please sign up here for the news. ${'And more. '.repeat(20)}`;
    const { words } = formPurposes(new Set(['email']), [text], false);
    expect(words).toHaveLength(1);
    expect(words[0]).toContain('sign up here');
    expect(words[0]?.length).toBeLessThanOrEqual(80);
  });

  it('never exceed their bounds, whatever the page says', () => {
    const stems = fc.constantFrom('newsletter ', 'win ', 'SMS ', 'ÅÄÖ ', 'ﬀ', 'İ', '𝕏 ', 'ß', '\n');
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.oneof(stems, fc.string({ unit: 'binary', minLength: 1 })) })),
        (texts) => {
          const found = formPurposes(new Set(['email', 'tel', 'upload', 'friend-email', 'search']), texts, true);
          expect(found.words.length).toBeLessThanOrEqual(10);
          for (const text of found.words) expect(text.length).toBeLessThanOrEqual(80);
          expect(found.purposes.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
