/** Who wrote a stored item, in words: facts of the call, no more. */
import type { WriteRecord } from '../ledger/visit-entries.ts';
import { clockTime } from './format.ts';
import { t } from './messages.ts';

/** Writers that are named for one item; the rest is counted. */
const MOST = 3;

/** '/en_US/fbevents.js' → 'fbevents.js'; '/gtag/js' stays, since 'js' names nothing; '' for the root. */
function fileOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.includes('.') ? file : path.replace(/^\/$/, '');
}

/** 'Written by a script of connect.facebook.net (fbevents.js) at 12:04:05, by document.cookie · 3 times' */
export function writeWords({ api, writer, path, way, count, at, source }: WriteRecord): string {
  const by = api === 'set-cookie' ? 'response' : 'script';
  const file = fileOf(path);
  const call = api === 'set-cookie' ? 'Set-Cookie' : api;
  const facts = { host: writer ?? '', file, time: clockTime(at), api: call };
  const sentence =
    writer === null
      ? t(`kept.writer.${by}Unknown`, facts)
      : file === ''
        ? t(`kept.writer.${by}`, facts)
        : t(`kept.writer.${by}File`, facts);
  return [
    sentence,
    way === undefined ? null : t('kept.writer.way', { way }),
    count > 1 ? t('kept.writer.times', { count }) : null,
    source === 'page' ? null : t(`kept.writer.${source}`),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** Each writer in a line, the first three; then how many more. */
export function writerLines(writers: readonly WriteRecord[]): readonly string[] {
  const lines = writers.slice(0, MOST).map(writeWords);
  const more = writers.length - MOST;
  return more > 0 ? [...lines, t('kept.writer.more', { count: more })] : lines;
}
