/** Who wrote a stored item, in words: facts of the call, no more. */
import type { Language } from './language.ts';
import type { WriteRecord } from '../ledger/visit-entries.ts';
import { clockTime } from './format.ts';

/** Writers that are named for one item; the rest is counted. */
const MOST = 3;

/** '/en_US/fbevents.js' → 'fbevents.js'; '/gtag/js' stays, since 'js' names nothing; '' for the root. */
function fileOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.includes('.') ? file : path.replace(/^\/$/, '');
}

/** 'Written by a script of connect.facebook.net (fbevents.js) at 12:04:05, by document.cookie · 3 times' */
export function writeWords(language: Language, { api, writer, path, way, count, at, source }: WriteRecord): string {
  const by = api === 'set-cookie' ? 'response' : 'script';
  const file = fileOf(path);
  const call = api === 'set-cookie' ? 'Set-Cookie' : api;
  const facts = { host: writer ?? '', file, time: clockTime(at), api: call };
  const sentence =
    writer === null
      ? language.t(`kept.writer.${by}Unknown`, facts)
      : file === ''
        ? language.t(`kept.writer.${by}`, facts)
        : language.t(`kept.writer.${by}File`, facts);
  return [
    sentence,
    way === undefined ? null : language.t('kept.writer.way', { way }),
    count > 1 ? language.t('kept.writer.times', { count }) : null,
    source === 'page' ? null : language.t(`kept.writer.${source}`),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** Each writer in a line, the first three; then how many more. */
export function writerLines(language: Language, writers: readonly WriteRecord[]): readonly string[] {
  const lines = writers.slice(0, MOST).map((each) => writeWords(language, each));
  const more = writers.length - MOST;
  return more > 0 ? [...lines, language.t('kept.writer.more', { count: more })] : lines;
}
