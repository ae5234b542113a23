/** Whether a page is called a privacy policy: by its address, its title, or a heading. */
import { isOfLink } from '../recognition/page-words/link-words.ts';
import { spacedWords } from '../recognition/page-words/spaced-words.ts';

/** Longest name that is looked at, in characters. */
const LONGEST_NAME = 160;

/** Names in languages whose words of links are not kept: the Nordic ones, Polish, Czech, Hungarian, Turkish, Korean, Chinese, Russian. */
const IN_OTHER_LANGUAGES =
  /personoplysning|persondata|privatlivs|personvern|integritets|tietosuoja|rekisteriseloste|prywatno|osobních údajů|adatvédel|gizlilik|kişisel veri|개인정보|隐私|隱私|конфиденциальност|персональных данных|απορρήτου/i;

/** Whether a title or a heading names a privacy or cookie policy. */
export function namesPolicy(name: string): boolean {
  const short = name.slice(0, LONGEST_NAME);
  return isOfLink('policy', spacedWords(short)) || IN_OTHER_LANGUAGES.test(short);
}

/** Whether a part of an address's path names one: 'https://www.a.example/legal/privacy-policy.html'. */
export function isPolicyAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  let path = new URL(address).pathname.slice(0, LONGEST_NAME);
  try {
    path = decodeURIComponent(path);
  } catch {
    // A path with a stray % is taken as it is written.
  }
  const parts = path.split('/').filter((part) => part !== '');
  return parts.some((part) => {
    const words = part.replace(/\.\w+$/, '').replace(/[-_+]/g, ' ');
    return isOfLink('policy-address', spacedWords(words)) || namesPolicy(words);
  });
}
