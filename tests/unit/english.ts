/** Tests read English, as the pages do once a language is chosen. */
import { speak } from '../../components/messages';
import en from '../../locales/en.json';
import type { LanguageFile } from '../../schemas/language-file';

speak(en as LanguageFile);
