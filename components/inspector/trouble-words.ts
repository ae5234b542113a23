/** Why something was not opened, or not added to a list, in words. */
import type { Language } from '../../words/language.ts';
import type { StudiedRecording } from './recording-actions.ts';
import type { Trouble } from './visit-choice.svelte.ts';

/** The sentence. */
export function troubleWords(language: Language, why: Trouble): string {
  const { t } = language;
  switch (why.state) {
    case 'foreign':
      return t('inspector.import.foreign');
    case 'newer':
      return t('inspector.import.newer');
    case 'too-large':
      return t('inspector.import.tooLarge');
    case 'damaged':
      return t('inspector.import.damaged', { where: why.where });
    case 'several':
      return t('several.isList');
    case 'empty':
    case 'missing':
      return recordingTrouble(language, why);
    case 'twice':
      return t('several.twice');
    case 'too-many':
      return t('several.tooMany');
    case 'unreadable':
      return t('recording.failed', { reason: why.words });
  }
}

/** Why a recording cannot be opened. */
export function recordingTrouble({ t }: Language, why: Exclude<StudiedRecording, { state: 'opened' }>): string {
  switch (why.state) {
    case 'empty':
    case 'missing':
      return t(`recording.why.${why.state}`);
    case 'newer':
      return t('recording.why.later');
    case 'damaged':
      return t('recording.why.broken', { where: why.where });
  }
}
