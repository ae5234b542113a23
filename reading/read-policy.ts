/** Reads a policy: its sentences, its date, its language, and whether it can be judged at all. */
import { dateInForce } from './date-in-force.ts';
import { LANGUAGES_WITH_RULES } from './languages-with-rules.ts';
import { looksLikePolicy } from './policy-form.ts';
import type { CutReason, PolicyReading, ReadState, Sentence } from './policy-reading.ts';
import type { PolicyText } from './policy-text.ts';
import { questionAddresses } from './questions.ts';
import type { RawDocument } from './raw-document.ts';
import { readDocument } from './read-document.ts';
import { MAX_SENTENCES, sentencesOf } from './sentences.ts';
import { declaredCode, languageOfText } from './text-language.ts';

/** Version of the reader: it grows when another text, other borders or other hashes come of the same page. */
export const READER_VERSION = 2;

/** Fewest words of a text that can be judged. */
const FEWEST_WORDS = 40;
/** How much of a text is looked at for that, in characters: forty words are less. */
const LOOKED_AT = 5000;
/** Words, or letters of scripts that have no spaces: a text with fewer is empty. */
const WORDS = /[a-z0-9\u00c0-\u052f]+|[\u0590-\u1fff]+|[\u3040-\ud7af]/gi;

/** The last words of a text that does not end there: a button that shows the rest, dots, a word that needs another. */
const UNFINISHED =
  /(?:\u2026|\.\.\.|\[\u2026\]|,|\b(?:read|show|see|view|load) more|\b(?:mehr (?:anzeigen|lesen)|weiterlesen|lire la suite|voir plus|leer m\u00e1s|ver m\u00e1s|lees (?:meer|verder)|meer lezen)|\s(?:and|or|the|of|to|with|by|for|our|your|und|oder|der|die|das|mit|et|ou|le|la|les|de|y|o|el|los|en|een|het|van|met))$/i;

function cutReason({ cutBy, unreadFrames }: PolicyText, sentences: readonly Sentence[]): CutReason | null {
  if (cutBy !== null || sentences.length >= MAX_SENTENCES) return 'limit';
  const last = sentences.at(-1);
  if (last !== undefined && last.kind !== 'heading' && UNFINISHED.test(last.text)) return 'unfinished';
  return unreadFrames > 0 ? 'unread-frame' : null;
}

function stateOf(document: PolicyText, sentences: readonly Sentence[], language: string): ReadState {
  const words = document.text.slice(0, LOOKED_AT).match(WORDS)?.length ?? 0;
  if (words < FEWEST_WORDS) return { state: 'empty', by: document.unreadFrames > 0 ? 'unread-frame' : 'no-words' };
  if (!LANGUAGES_WITH_RULES.includes(language)) return { state: 'language-without-rules' };
  if (!looksLikePolicy(document, sentences)) return { state: 'not-a-policy' };
  const by = cutReason(document, sentences);
  return by === null ? { state: 'policy' } : { state: 'cut-short', by };
}

/** Reads a text. It throws for none. */
export function readPolicyText(document: PolicyText): PolicyReading {
  const language = languageOfText(document.text) ?? declaredCode(document.declaredLanguage) ?? 'und';
  const sentences = sentencesOf(document, language);
  return {
    ...{ version: READER_VERSION, document, sentences, language },
    state: stateOf(document, sentences, language),
    date: dateInForce(sentences, language, document.declaredLanguage),
    questions: questionAddresses(document, sentences),
  };
}

/** Reads a page's text as it arrives. It throws for none. */
export function readPolicy(raw: RawDocument): PolicyReading {
  return readPolicyText(readDocument(raw));
}
