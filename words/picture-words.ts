/** Pictures in words. */
import type { CapturedPicture } from '../capture/capture.ts';
import { clockTime, dayOf } from './format.ts';
import type { Language } from './language.ts';

/** When it was taken: '27 November 2026, 05:44:12'. */
export function pictureTime(language: Language, { at }: Pick<CapturedPicture, 'at'>, timeZone: string): string {
  return `${dayOf(language, at, timeZone)}, ${clockTime(at, timeZone)}`;
}

/** What stands for a picture to who cannot see it: what the person says of it, and what it is of. */
export function pictureText(language: Language, picture: CapturedPicture, timeZone: string): string {
  const { address, caption } = picture;
  const of = language.t('picture.of', {
    page: address.host + address.path,
    time: pictureTime(language, picture, timeZone),
  });
  return caption === '' ? of : `${caption}. ${of}`;
}
