import { describe, expect, it } from 'vitest';
import { permissionRequests } from '../../../findings/permission-requests.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { at, link, visit } from '../../../tools/builders/observations.ts';
import { requestLines } from '../../../words/permission-request-words.ts';
import { english, languageOf } from '../english.ts';

const SPOTIFY = at('accounts.spotify.com', '/authorize');

function linesOf(
  host: ReturnType<typeof at>,
  scopes: string[],
  text = 'Pre-save',
  language = english,
  page = 'a.example',
) {
  const seen = foldObservations(visit({ address: at(page) }), [link('pre-save', { address: host, text, scopes })]);
  return permissionRequests(seen).flatMap((request) => requestLines(language, request));
}

describe('a request in words', () => {
  it('tells who asks, how many, and each permission under what it is for', () => {
    expect(linesOf(SPOTIFY, ['user-read-email', 'user-library-modify', 'brand-new'])).toEqual([
      'Spotify · Asked by “Pre-save”. · Permissions asked for: 3. Needed to save music: 1.',
      'Needed to save music: user-library-modify (change your saved music)',
      'Not needed to save music: user-read-email (see your e-mail address)',
      'Not known to us: brand-new',
    ]);
  });

  it('says where nothing that is asked for saves music', () => {
    expect(linesOf(SPOTIFY, ['user-top-read'])[0]).toContain('None of them saves music.');
    expect(linesOf(SPOTIFY, ['user-library-modify'])[0]).not.toContain('None');
  });

  it('tells the one permission of a service that has no names for them', () => {
    expect(linesOf(at('authorize.music.apple.com', '/woa'), [])).toEqual([
      'Apple Music · Asked by “Pre-save”. · Apple Music knows one permission: to see and change your saved music and playlists, and to see what you play.',
    ]);
    expect(linesOf(SPOTIFY, [])[0]).toContain('The address names no permission.');
  });

  it('tells a link without words, and the page itself', () => {
    expect(linesOf(SPOTIFY, ['streaming'], '')[0]).toContain('Asked by a link without words.');
    expect(linesOf(SPOTIFY, ['streaming'], '', english, 'accounts.spotify.com')[0]).toContain(
      'This page asks for it itself.',
    );
  });

  it('is told in another language, permissions too', () => {
    expect(linesOf(SPOTIFY, ['user-library-modify'], 'Vormerken', languageOf(de as LanguageFile))).toEqual([
      'Spotify · Verlangt durch „Vormerken“. · Verlangte Berechtigungen: 1. Zum Speichern von Musik nötig: 1.',
      'Zum Speichern von Musik nötig: user-library-modify (Ihre gespeicherte Musik ändern)',
    ]);
  });
});
