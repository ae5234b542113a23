/** Which forms are for signing up, and what is told of each, in the report and in words? */
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../findings/report.ts';
import type { SignUpForm } from '../../../findings/sign-up-forms.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { FieldMeaning, FormObservation, FormPurpose } from '../../../ledger/observation.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { at, form, visit } from '../../../tools/builders/observations.ts';
import { signUpLines } from '../../../words/sign-up-words.ts';
import { english, languageOf } from '../english.ts';

const all = shippedKnowledge();
const signUpsOf = (...forms: readonly FormObservation[]): readonly SignUpForm[] =>
  createReport(foldObservations(visit({ address: at('www.columbiarecords.com') }), forms), all, null).signUps;
const email = { name: 'email', meaning: 'email' } as const;

describe('a form for signing up', () => {
  it.each<[FormPurpose, FieldMeaning, boolean]>([
    ['newsletter', 'email', true],
    ['text-messages', 'mobile', true],
    ['unknown', 'email', true],
    ['unknown', 'name', false],
    ['contact', 'email', false],
    ['account', 'email', false],
    ['payment', 'email', false],
    ['search', 'search', false],
  ])('for %s with a field for %s: %s', (purpose, meaning, expected) => {
    expect(signUpsOf(form({ purposes: [purpose], fields: [{ name: 'a', meaning }] }))).toHaveLength(expected ? 1 : 0);
  });

  const bad = form({
    purposes: ['newsletter'],
    words: ['Join the list', 'Sign up'],
    target: at('band.us1.list-manage.com', '/subscribe', 'http'),
    fields: [
      { ...email, required: true },
      { name: 'birthday', meaning: 'birth-date', required: true },
      { name: 'phone', meaning: 'tel' },
      { name: 'partners', meaning: 'consent-box', preset: true },
      { name: 'favourite', meaning: 'other' },
      { name: 'campaign', meaning: 'hidden' },
    ],
    policy: null,
  });

  it('tells where it goes, what must be given, what is ticked and what is hidden', () => {
    const [told] = signUpsOf(bad);
    expect(told && signUpLines(english, told)).toEqual([
      'Join the list',
      'It goes to: band.us1.list-manage.com, another company: Intuit, without encryption',
      'You must give: email address and birth date',
      'You may give: phone number, a box to tick (partners) and something else (favourite)',
      'Birth date and phone: it asks for your birth date and a phone number',
      'Ticked beforehand: partners',
      'Fields that you cannot see: campaign',
      'Policy: no link to one in the form or close to it',
    ]);
  });

  it('that asks for little says so, in another language too', () => {
    const policy = at('www.sonymusic.com', '/privacy-policy/');
    const [told] = signUpsOf(
      form({ purposes: ['newsletter'], target: at('subs.sonymusicfans.com', '/submit'), fields: [email], policy }),
    );
    expect(told && signUpLines(english, told)).toEqual([
      'A form without words',
      'It goes to: subs.sonymusicfans.com, of the same owner (Sony Music Entertainment)',
      'You must give: no field is marked as a must',
      'You may give: email address',
      'Birth date and phone: it asks for neither',
      'Ticked beforehand: no box',
      'Policy: www.sonymusic.com/privacy-policy/',
    ]);
    expect(told && signUpLines(languageOf(de as LanguageFile), told)).toContain(
      'Geburtsdatum und Telefon: es fragt nach keinem von beiden',
    );
  });

  it('of an earlier version’s record says nothing of what was not looked for', () => {
    const [told] = signUpsOf(form({ purposes: ['newsletter'], target: null, fields: [email] }));
    const lines = told === undefined ? [] : signUpLines(english, told);
    expect(lines).toContain('It goes to: a script in the page alone knows');
    expect(lines.join('\n')).not.toContain('Policy');
  });
});
