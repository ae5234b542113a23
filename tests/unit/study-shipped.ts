/** Reads texts in tests with the rules that ship, without a worker. */
import { studyTexts, type StudiedText, type StudyText } from '../../reading/study-texts.ts';
import { loadRules } from '../../shipped/reading-rules.ts';

/** One text, read. */
export async function readShipped(text: StudyText): Promise<StudiedText> {
  const [read] = (await studyTexts([text], loadRules, () => undefined)).texts;
  if (read === undefined) throw new Error('Not read');
  return read;
}
