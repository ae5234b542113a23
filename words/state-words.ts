/** The words of the screens that stand alone, and of the banners above a report. */
import type { Language } from './language.ts';
import type { Policy } from '../schemas/policy-data.ts';
import { phrase } from './data-words.ts';
import { shortDate, shortTime } from './format.ts';
import { policyName } from './policy-name.ts';
import { unreadList } from './unread-words.ts';
import { ageWords } from './age-words.ts';
import { looksLikePolicyPath, readsPolicy } from '../findings/policy-page.ts';
import { readOn } from './second-words.ts';
import type { PopupState } from './screens.ts';

/** A title and plain sentences. */
export interface Words {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Words above a report, with the site's own policy where that is what they speak of. */
export interface BannerWords extends Words {
  readonly link: string | null;
  /** True where the permission for the sites of the list can be given again. */
  readonly asks?: boolean;
  /** True where the page can be read as a policy. */
  readonly reads?: boolean;
}

type NotCovered = Extract<PopupState, { readonly is: 'not-covered' }>;

function ofAnother(
  language: Language,
  host: string,
  relation: 'sister' | 'lookalike',
  { operator, asOf }: NotCovered,
): string {
  if (operator === null) return language.t(`state.${relation}.textNoOperator`, { host });
  const words = { host, operator: phrase(language, operator) };
  return relation === 'lookalike' && asOf !== null
    ? language.t('state.lookalike.textAsOf', { ...words, year: String(asOf) })
    : language.t(`state.${relation}.text`, words);
}

function notCovered(language: Language, state: NotCovered): Words {
  const { host, relation } = state;
  const difference = language.t('state.not-covered.difference');
  if (host !== null && (relation === 'sister' || relation === 'lookalike')) {
    return {
      title: language.t(`state.${relation}.title`),
      texts: [ofAnother(language, host, relation, state), difference],
    };
  }
  const text =
    host === null ? language.t('state.not-covered.textNoHost') : language.t('state.not-covered.text', { host });
  return { title: language.t('state.not-covered.title'), texts: [text, difference] };
}

/** The words of a screen without a report; null for a state that has one. */
export function screenWords(language: Language, state: PopupState): Words | null {
  switch (state.is) {
    case 'loading':
    case 'private':
      return { title: language.t(`state.${state.is}.title`), texts: [language.t(`state.${state.is}.text`)] };
    case 'unreadable':
      return { title: language.t('state.unreadable.title'), texts: [language.t(`state.unreadable.${state.why}`)] };
    case 'error':
      return {
        title: language.t('state.error.title'),
        texts: [
          language.t('state.error.text'),
          state.message === null
            ? language.t('state.error.damaged')
            : language.t('state.error.detail', { message: state.message }),
        ],
      };
    case 'not-covered':
      return notCovered(language, state);
    case 'not-permitted':
      return { title: language.t('state.not-permitted.title'), texts: [language.t('state.not-permitted.text')] };
    case 'not-watched-yet':
      return {
        title: language.t('state.not-watched-yet.title'),
        texts: [language.t('state.not-watched-yet.text'), language.t('state.not-watched-yet.advice')],
      };
    default:
      return null;
  }
}

/**
 * The banners above a report, in order: that the permission is gone, whose page it is not, which policy, that it is today's that one
 * reads, since when. `withheld`: the
 * browser does not let us watch the site, though it is on the list. `readAt`: when the text in force was read, where a copy speaks for
 * the page.
 */
export function bannerWords(
  language: Language,
  state: PopupState,
  policy: Policy,
  withheld = false,
  readAt: number | null = null,
): readonly BannerWords[] {
  if (!('report' in state)) return [];
  const { recognition, visit } = state.report;
  const banners: BannerWords[] = [];
  const date = shortDate(language, policy.captureDate);
  const time = shortTime(visit.since);
  const isPolicy = readsPolicy(state.report);
  const reads = isPolicy || looksLikePolicyPath(visit.address.path);
  if (withheld) {
    const texts = [language.t('state.not-permitted.seenBefore')];
    banners.push({ title: language.t('state.not-permitted.title'), texts, link: null, asks: true });
  }
  if (state.is === 'looked-nothing') {
    const key = state.relation === 'none' ? 'looked-nothing' : (`looked-${state.relation}` as const);
    banners.push({
      title: language.t(`state.${key}.title`),
      texts: [language.t(`state.${key}.text`, { time })],
      link: null,
      reads,
    });
  }
  if (state.is === 'own-policy') {
    const link = isPolicy ? null : recognition.policyUrl;
    const is = recognition.policy === 'own' ? ('own-policy' as const) : ('unknown-policy' as const);
    const words = { date, policy: policyName(language, policy) };
    banners.push(
      readAt === null
        ? { title: language.t(`state.${is}.title`), texts: [language.t(`state.${is}.text`, words)], link, reads }
        : {
            title: language.t('reading.own.title'),
            texts: [language.t('reading.own.text', { date: readOn(language, readAt) })],
            link,
            reads,
          },
    );
  }
  if (state.is === 'nothing-yet') {
    const places = unreadList(language, state.report);
    const text =
      places === null
        ? language.t('state.nothing-yet.text', { time })
        : language.t('state.nothing-yet.textUnread', { time, places });
    banners.push({ title: language.t('state.nothing-yet.title'), texts: [text], link: null });
  }
  const age = ageWords(language, policy.captureDate, visit.since);
  if (state.is === 'normal' || state.is === 'counting-since' || state.is === 'nothing-yet') {
    if (isPolicy && age !== null && state.is !== 'nothing-yet')
      banners.push({
        title: language.t('state.policy-page.title'),
        texts: [language.t('state.policy-page.text', { date, age })],
        link: null,
        reads,
      });
    else if (reads) banners.push({ title: language.t('reading.looks'), texts: [], link: null, reads });
  }
  if (visit.late && state.is !== 'looked-nothing') {
    // A site that is not on the list is watched only while it is asked for: a reload would end that.
    const text = recognition.status === 'listed' ? language.t('state.late.text') : language.t('state.late.textOnce');
    banners.push({ title: language.t('state.late.title', { time }), texts: [text], link: null });
  }
  return banners;
}
