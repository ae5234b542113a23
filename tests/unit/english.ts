/** Tests read English, as the pages do once a language is chosen, with the name of Sony Music in its sentences. */
import { speak } from '../../words/messages.ts';
import organisation from '../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import { companyNames } from '../../words/company-names.ts';
import en from '../../locales/en.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';

speak(en as LanguageFile, companyNames([organisation], organisation, en as LanguageFile));
