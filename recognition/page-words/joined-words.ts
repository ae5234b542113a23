/**
 * The words of all languages, joined by group: a page is read in all of them at once, since many mix two. Plain phrases that commas
 * divide. What ships are the patterns that are made of them (`joined-patterns.ts`).
 */
import type { PageWordsFile, PageWordsPart } from '../../schemas/page-words.ts';
import de from '../../policy-data/page-words/de.json' with { type: 'json' };
import en from '../../policy-data/page-words/en.json' with { type: 'json' };
import es from '../../policy-data/page-words/es.json' with { type: 'json' };
import fr from '../../policy-data/page-words/fr.json' with { type: 'json' };
import it from '../../policy-data/page-words/it.json' with { type: 'json' };
import ja from '../../policy-data/page-words/ja.json' with { type: 'json' };
import nl from '../../policy-data/page-words/nl.json' with { type: 'json' };
import pt from '../../policy-data/page-words/pt.json' with { type: 'json' };
import { plainPhrase } from './phrases.ts';

const FILES: readonly PageWordsFile[] = [en, de, fr, es, pt, it, nl, ja];

type Joined<P extends PageWordsPart> = Readonly<Record<keyof PageWordsFile[P], string>>;

function joined<P extends PageWordsPart>(part: P): Joined<P> {
  const groups = Object.keys(en[part]).map((name) => {
    const group = name as keyof PageWordsFile[P];
    const phrases = FILES.flatMap((file) =>
      (file[part][group] as readonly string[]).map((phrase) => plainPhrase(phrase, file.spacesBetweenWords) ?? ''),
    );
    return [name, [...new Set(phrases)].join(',')] as const;
  });
  return Object.fromEntries(groups) as Joined<P>;
}

export const fieldPhrases = joined('fields');
export const purposePhrases = joined('purposes');
export const helpingPhrases = joined('helping');
export const linkPhrases = joined('links');
