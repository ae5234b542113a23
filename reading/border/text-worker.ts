/** The worker that reads and compares texts, for the popup and every other page: they stay at hand meanwhile. It keeps nothing. */
import { studyTexts, type RulesByLanguage, type StudyText } from '../study-texts.ts';
import type { StudyMessage, StudyOrder } from './study-messages.ts';

const tell = (message: StudyMessage): void => {
  self.postMessage(message);
};

const { promise: rules, resolve: rulesCame } = Promise.withResolvers<RulesByLanguage>();

async function study(texts: readonly StudyText[]): Promise<void> {
  try {
    const rulesOf = (languages: readonly string[]): Promise<RulesByLanguage> => {
      tell({ kind: 'rules-wanted', languages });
      return rules;
    };
    const result = await studyTexts(texts, rulesOf, (step) => {
      tell({ kind: 'step', step });
    });
    tell({ kind: 'done', result });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

self.onmessage = ({ data }: MessageEvent<StudyOrder>): void => {
  if (data.kind === 'rules') rulesCame(data.rules);
  else void study(data.texts);
};
