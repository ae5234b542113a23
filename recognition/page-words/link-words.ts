/** Patterns that find what a link is for, in eight languages at once. All are for what `spacedWords` gives. */
import type { LinkWord } from '../../schemas/page-words.ts';
import { linkPhrases } from './joined-words.ts';
import { patternsOf } from './page-words.ts';
import { alternatives, bareAlternatives } from './phrases.ts';

/** Whose accounts one signs in with elsewhere, as `spacedWords` gives their names. */
const PROVIDERS =
  'facebook|google|apple|twitter|x|spotify|discord|tiktok|tik tok|instagram|amazon|deezer|openid|open id|line|yahoo';

const groupPattern = patternsOf(linkPhrases);

/** Patterns of several groups, each made at its first use. */
const made = new Map<'cookie-settings' | 'with-provider', RegExp>();

function cookieSettings(): string {
  const { cookies, tracking, settings } = linkPhrases;
  const cookie = bareAlternatives(cookies);
  const change = alternatives(linkPhrases['settings-verb']);
  // 'cookie settings', 'datenschutzeinstellungen'; 'manage my cookies'.
  return `(?:${cookie}|${bareAlternatives(tracking)}) ?(?:${bareAlternatives(settings)})|(?<=^| )(?:${change}) (?:[^ ]{1,4} )?(?:${cookie})`;
}

function withProvider(): string {
  const before = alternatives(linkPhrases['before-provider']);
  const behind = bareAlternatives(linkPhrases['after-provider']);
  // 'with google'; 'googleアカウント'.
  return `(?<=^| )(?:${before}) (?:${PROVIDERS})(?= |$)|(?:${PROVIDERS})[^ ]{0,12} ?(?:${behind})`;
}

/** Whether words, as `spacedWords` gives them, are of a group; of settings for cookies; or say that a provider is used. */
export function isOfLink(group: LinkWord | 'cookie-settings' | 'with-provider', words: string): boolean {
  if (group !== 'cookie-settings' && group !== 'with-provider') return groupPattern(group).test(words);
  const pattern = made.get(group) ?? new RegExp(group === 'with-provider' ? withProvider() : cookieSettings(), 'u');
  made.set(group, pattern);
  return pattern.test(words);
}
