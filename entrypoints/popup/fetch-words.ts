/** Has the browser fetch the file of words that a person most likely gets, before the modules are there that load it. */
import { fittingLanguage } from '../../words/fitting-language.ts';

/** What the build says of the words' files (`build/preload-popup.ts`): by the code of a language, the files that it is loaded from. */
export type WordFiles = Readonly<Record<string, readonly string[]>>;

/** Names those files in the page, by the languages of the browser. A person who has chosen another in the settings gets that one, as ever. `files`: a `WordFiles` as JSON. */
export function fetchWords(files: string | undefined, wanted: readonly string[]): void {
  if (files === undefined) return;
  const byCode = JSON.parse(files) as WordFiles;
  const code = fittingLanguage(
    Object.keys(byCode).map((each) => ({ code: each })),
    null,
    wanted,
  );
  for (const file of byCode[code] ?? []) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href: file });
    document.head.append(link);
  }
}
