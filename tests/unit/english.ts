/** Tests read English, as the pages do once a language is chosen. */
import { speak } from '../../words/messages.ts';
import en from '../../locales/en.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';

speak(en as LanguageFile);
