/** What is a form for? By its fields and by the words that stand in it and near it, in eight languages. */
import type { FieldMeaning, FormPurpose } from '../../ledger/observation';
import { excerpt, folded } from './page-words';

// Begins of words in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese, as `folded` gives them.
const NEWSLETTER =
  /news ?letter|mailing ?list|mail list|subscri|sign[ -]?up|stay (?:in t|up|conn)|(?:get|receive) (?:the l|upd|news|e-?mail)|latest (?:news|upd)|join (?:the|our|us)|be the first|anmelden|abonn|laufenden|inscr|infolettre|informe|suscri|boleti[mn]|assine|novidades|novedades|iscri|inschrijv|schrijf|aanmeld|nieuwsbrief|メルマガ|メールマガ|ニュースレ|登録/;
const TEXT_MESSAGES =
  /\b[sm]ms\b|text (?:mess|alert|upd|me\b|us\b)|(?:get|receive|by|via|send) texts?\b|mobile (?:alert|mess|club)|data rates|reply stop|textnachr|mens\w+ de texto|messagg\w+ di testo|ショートメッセ/;
const SWEEPSTAKES =
  /sweepst|\bcontest|give-?away|\bwin(?:nen)?\b|\bprizes?\b|\braffle|gewinn|verlos|concours|\bgagne|tirage|\bsorte[io]|concurso|\bgana\b|\bganhe|\bconcors|\bvinci\b|winactie|prijsvraag|懸賞|抽選|プレゼント|当選/;
const JOB =
  /\bjobs?\b|career|apply (?:now|for)|resume|\bcv\b|cover letter|\bbewerb|lebenslauf|emploi|candidat|curricul|empleo|\bvagas?\b|lavora|sollicit|vacature|応募|採用|履歴書/;
const TELL_A_FRIEND =
  /tell (?:a|your) friend|e-?card|to (?:a|your) friend|(?:refer|invite) (?:a |your )?friend|weitersagen|freund.{0,4} (?:einl|empf)|\ba u[nm][a']? ?ami|aan een vriend|友[達人]に/;
const LOG_IN =
  /\blog[ -]?in\b|sign[ -]?in\b|create (?:an |your )?account|einloggen|konto|connexion|connectez|un compte|iniciar sesion|cuenta|uma conta|fazer login|accedi|inloggen|aanmaken|ログイン|会員/;
const CONTACT =
  /[ck]onta[ck]t|contat|feedback|messag|nachricht|mensa[jg]|messagg|bericht|question|comment|問い合わせ|メッセージ/;

const PERSONAL: readonly FieldMeaning[] = ['email', 'tel', 'name', 'postal-address', 'zip-code', 'birth-date'];
/** Most texts that are given as the reason. */
const MAX_WORDS = 10;

/** What a form is known to be for, and the words that told it, as they stand on the page. */
export interface RecognisedPurposes {
  readonly purposes: readonly FormPurpose[];
  readonly words: readonly string[];
}

/**
 * Gives the purposes of a form with fields of these meanings. `texts`: what stands in it and near it. `longText`: whether it
 * has a field for more than a line. ['unknown'] when nothing tells.
 */
export function formPurposes(
  meanings: ReadonlySet<FieldMeaning>,
  texts: readonly string[],
  longText: boolean,
): RecognisedPurposes {
  const foldedTexts = texts.map(folded);
  const purposes: FormPurpose[] = [];
  const words: string[] = [];
  const has = (...wanted: FieldMeaning[]): boolean => wanted.some((meaning) => meanings.has(meaning));
  /** Notes the first text that fits. */
  const said = (pattern: RegExp): boolean => {
    for (const [index, text] of foldedTexts.entries()) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const found = excerpt(texts[index] ?? '', match.index);
      if (!words.includes(found) && words.length < MAX_WORDS) words.push(found);
      return true;
    }
    return false;
  };

  if (has('card-number', 'card-detail')) purposes.push('payment');
  if (has('friend-email') || (has('email') && said(TELL_A_FRIEND))) purposes.push('tell-a-friend');
  if (has('password') || (has('user-name', 'email') && !longText && said(LOG_IN))) purposes.push('account');
  if (has('email') && !has('password', 'upload') && !longText && said(NEWSLETTER)) purposes.push('newsletter');
  if (has('tel') && said(TEXT_MESSAGES)) purposes.push('text-messages');
  if (has(...PERSONAL) && said(SWEEPSTAKES)) purposes.push('sweepstakes');
  if (has('upload') && has(...PERSONAL) && said(JOB)) purposes.push('job');
  if (longText && has('email', 'name', 'tel') && said(CONTACT)) purposes.push('contact');
  if (has('search') && !has(...PERSONAL)) purposes.push('search');
  return { purposes: purposes.length > 0 ? purposes : ['unknown'], words };
}
