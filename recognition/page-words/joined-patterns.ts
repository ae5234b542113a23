/**
 * The patterns that find the words of all languages, as texts: to put them together from thousands of phrases took a page longer than to
 * use them. The build runs this file and ships what it exports (`build/ship-less-data.ts`).
 */
import { fieldPhrases, helpingPhrases, linkPhrases, purposePhrases } from './joined-words.ts';
import { alternatives, bareAlternatives, phrasePattern } from './phrases.ts';

/** Whose accounts one signs in with elsewhere, as `spacedWords` gives their names. */
const PROVIDERS =
  'facebook|google|apple|twitter|x|spotify|discord|tiktok|tik tok|instagram|amazon|deezer|openid|open id|line|yahoo';

/** The source of a pattern for each group of phrases. */
function patternsOf<Group extends string>(phrases: Readonly<Record<Group, string>>): Readonly<Record<Group, string>> {
  const groups = Object.entries(phrases) as [Group, string][];
  return Object.fromEntries(groups.map(([group, list]) => [group, phrasePattern(list).source])) as Record<
    Group,
    string
  >;
}

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

export const fieldPatterns = patternsOf(fieldPhrases);
export const purposePatterns = patternsOf(purposePhrases);
export const helpingPatterns = patternsOf(helpingPhrases);
export const linkPatterns = {
  ...patternsOf(linkPhrases),
  'cookie-settings': cookieSettings(),
  'with-provider': withProvider(),
};
