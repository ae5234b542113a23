/** The pictures that the person has added, each in the report itself: it stays one file. Pure. */
import type { CapturedPicture } from '../../capture/capture.ts';
import { fileOfPicture } from '../../capture/picture-files.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { addressText } from '../../capture/tables/network-tables.ts';
import type { Language } from '../../words/language.ts';
import { pictureText, pictureTime } from '../../words/picture-words.ts';
import { markup, type Markup, type Part } from './markup.ts';

/** A multiple of three, so that the parts of the text join without padding. */
const PART = 0x6000;

/** Bytes as a data address of a PNG. */
function dataAddress(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PART))));
  return `data:image/png;base64,${parts.join('')}`;
}

/** All pictures with what is known of each; one whose file is not whole is told of, and not shown. Null where there are none. */
export function picturesSection(language: Language, { capture, pictureFiles }: CaptureStudy): Markup | null {
  const { t } = language;
  const { timeZone } = capture.conditions;
  if (capture.pictures.length === 0) return null;
  const figure = (picture: CapturedPicture): Part => {
    const { address, caption, page, width, height, file, hash } = picture;
    const found = fileOfPicture(pictureFiles, picture);
    const shown =
      found.state === 'whole'
        ? markup`<img src="${dataAddress(found.bytes)}" width="${width}" height="${height}" alt="${pictureText(language, picture, timeZone)}">`
        : markup`<p class="caution">${t(`picture.file.${found.state}`)}</p>`;
    return markup`<figure data-picture="${file}">${shown}<figcaption>${caption === '' ? null : markup`<strong>${caption}</strong><br>`}
${addressText(address)} · ${t('column.page')} ${page} · ${pictureTime(language, picture, timeZone)} (${timeZone}) · ${t('picture.size', { width, height })}<br>
<span class="soft">${file} · SHA-256 ${hash}</span></figcaption></figure>
`;
  };
  return markup`<p>${t('picture.reported', { count: capture.pictures.length })}</p>${capture.pictures.map(figure)}`;
}
