/** Makes a page speak a person's language: its words, and what the browser and a screen reader must know of them. */
import { fittingLanguage, loadLanguage } from './languages';
import { speak } from './messages';

/** `chosen`: from the settings; null: as the browser. Gives the code of the language that is spoken from now on. */
export async function speakFittingly(chosen: string | null): Promise<string> {
  const file = await loadLanguage(fittingLanguage(chosen, navigator.languages));
  speak(file);
  document.documentElement.lang = file.language.code;
  document.documentElement.dir = file.language.direction;
  return file.language.code;
}
