/** What is a form for? By its fields and by the words that stand in it and near it, in eight languages. */
import type { FieldMeaning, FormPurpose } from '../../ledger/observation.ts';
import { purposeWords, readableWords } from '../../recognition/page-words/page-words.ts';
import { excerpt } from './page-text.ts';

const PERSONAL: readonly FieldMeaning[] = [
  'email',
  'tel',
  'mobile',
  'name',
  'postal-address',
  'zip-code',
  'birth-date',
];
/** Most texts that are given as the reason. */
const MAX_WORDS = 10;

const LETTER = /[\p{L}\p{N}]/u;

/** Where in a text the place is that so many letters and digits stand before. */
function placeIn(text: string, before: string): number {
  let left = before.replace(/ /g, '').length;
  for (let place = 0; place < text.length; place += 1) {
    if (left <= 0) return place;
    if (LETTER.test(text.charAt(place))) left -= 1;
  }
  return 0;
}

/** What a form is known to be for, and the words that say so, as they stand on the page. */
export interface RecognisedPurposes {
  readonly purposes: readonly FormPurpose[];
  readonly words: readonly string[];
}

/**
 * Gives the purposes of a form with fields of these meanings. `texts`: what stands in it and near it. `longText`: whether it
 * has a field for more than a line. ['unknown'] when nothing says what for.
 */
export function formPurposes(
  meanings: ReadonlySet<FieldMeaning>,
  texts: readonly string[],
  longText: boolean,
): RecognisedPurposes {
  const read = texts.map((text) => readableWords(text));
  const purposes: FormPurpose[] = [];
  const words: string[] = [];
  const has = (...wanted: FieldMeaning[]): boolean => wanted.some((meaning) => meanings.has(meaning));
  /** Whether a text fits; notes the first that does. */
  const isSaid = (pattern: RegExp): boolean => {
    for (const [index, text] of read.entries()) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const written = texts[index] ?? '';
      const found = excerpt(written, placeIn(written, text.slice(0, match.index)));
      if (!words.includes(found) && words.length < MAX_WORDS) words.push(found);
      return true;
    }
    return false;
  };

  // The card itself is often asked for in a frame of the company that takes the money.
  const isPaid =
    has('card-number', 'card-detail') || (has('postal-address', 'name') && isSaid(purposeWords('payment')));
  if (isPaid) purposes.push('payment');
  if (has('friend-email') || (has('email') && isSaid(purposeWords('tell-a-friend')))) purposes.push('tell-a-friend');
  if (has('password') || (has('user-name', 'email') && !longText && isSaid(purposeWords('account'))))
    purposes.push('account');
  if (has('email') && !has('password', 'upload') && !longText && isSaid(purposeWords('newsletter')))
    purposes.push('newsletter');
  if (has('tel', 'mobile') && isSaid(purposeWords('text-messages'))) purposes.push('text-messages');
  if (has(...PERSONAL) && isSaid(purposeWords('sweepstakes'))) purposes.push('sweepstakes');
  if (has('upload') && has(...PERSONAL) && isSaid(purposeWords('job'))) purposes.push('job');
  if (longText && has('email', 'name', 'tel', 'mobile') && isSaid(purposeWords('contact'))) purposes.push('contact');
  if (has('search') && !has(...PERSONAL)) purposes.push('search');
  return { purposes: purposes.length > 0 ? purposes : ['unknown'], words };
}
