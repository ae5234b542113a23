/** The words of the screens that stand alone, and of the banners above a report. */
import type { Policy } from '../schemas/policy-data.ts';
import { phrase } from './data-words.ts';
import { shortDate, shortTime } from './format.ts';
import { t } from './messages.ts';
import { unreadList } from './unread-words.ts';
import { ageWords } from './policy-age.ts';
import { readsPolicy, type PopupState } from '../components/popup/popup-state.ts';

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
}

type NotCovered = Extract<PopupState, { readonly is: 'not-covered' }>;

function ofAnother(host: string, relation: 'sister' | 'lookalike', { operator, asOf }: NotCovered): string {
  if (operator === null) return t(`state.${relation}.textNoOperator`, { host });
  const words = { host, operator: phrase(operator) };
  return relation === 'lookalike' && asOf !== null
    ? t('state.lookalike.textAsOf', { ...words, year: String(asOf) })
    : t(`state.${relation}.text`, words);
}

function notCovered(state: NotCovered): Words {
  const { host, relation } = state;
  const difference = t('state.not-covered.difference');
  if (host !== null && (relation === 'sister' || relation === 'lookalike')) {
    return { title: t(`state.${relation}.title`), texts: [ofAnother(host, relation, state), difference] };
  }
  const text = host === null ? t('state.not-covered.textNoHost') : t('state.not-covered.text', { host });
  return { title: t('state.not-covered.title'), texts: [text, difference] };
}

/** The words of a screen without a report; null for a state that has one. */
export function screenWords(state: PopupState): Words | null {
  switch (state.is) {
    case 'loading':
    case 'private':
      return { title: t(`state.${state.is}.title`), texts: [t(`state.${state.is}.text`)] };
    case 'unreadable':
      return { title: t('state.unreadable.title'), texts: [t(`state.unreadable.${state.why}`)] };
    case 'error':
      return {
        title: t('state.error.title'),
        texts: [
          t('state.error.text'),
          state.message === null ? t('state.error.damaged') : t('state.error.detail', { message: state.message }),
        ],
      };
    case 'not-covered':
      return notCovered(state);
    case 'not-permitted':
      return { title: t('state.not-permitted.title'), texts: [t('state.not-permitted.text')] };
    case 'not-watched-yet':
      return {
        title: t('state.not-watched-yet.title'),
        texts: [t('state.not-watched-yet.text'), t('state.not-watched-yet.advice')],
      };
    default:
      return null;
  }
}

/**
 * The banners above a report, in order: that the permission is gone, whose page it is not, which policy, that it is today's that one
 * reads, since when. `withheld`: the
 * browser does not let us watch the site, though it is on the list.
 */
export function bannerWords(state: PopupState, policy: Policy, withheld = false): readonly BannerWords[] {
  if (!('report' in state)) return [];
  const { recognition, visit } = state.report;
  const banners: BannerWords[] = [];
  const date = shortDate(policy.captureDate);
  const time = shortTime(visit.since);
  if (withheld) {
    const texts = [t('state.not-permitted.seenBefore')];
    banners.push({ title: t('state.not-permitted.title'), texts, link: null, asks: true });
  }
  if (state.is === 'looked-nothing') {
    const key = state.relation === 'none' ? 'looked-nothing' : (`looked-${state.relation}` as const);
    banners.push({ title: t(`state.${key}.title`), texts: [t(`state.${key}.text`, { time })], link: null });
  }
  if (state.is === 'own-policy') {
    banners.push(
      recognition.policy === 'own'
        ? {
            title: t('state.own-policy.title'),
            texts: [t('state.own-policy.text', { date })],
            link: readsPolicy(state.report) ? null : recognition.policyUrl,
          }
        : { title: t('state.unknown-policy.title'), texts: [t('state.unknown-policy.text', { date })], link: null },
    );
  }
  if (state.is === 'nothing-yet') {
    const places = unreadList(state.report);
    const text =
      places === null ? t('state.nothing-yet.text', { time }) : t('state.nothing-yet.textUnread', { time, places });
    banners.push({ title: t('state.nothing-yet.title'), texts: [text], link: null });
  }
  const age = ageWords(policy.captureDate, visit.since);
  if ((state.is === 'normal' || state.is === 'counting-since') && readsPolicy(state.report) && age !== null)
    banners.push({
      title: t('state.policy-page.title'),
      texts: [t('state.policy-page.text', { date, age })],
      link: null,
    });
  if (visit.late && state.is !== 'looked-nothing') {
    // A site that is not on the list is watched only while it is asked for: a reload would end that.
    const text = recognition.status === 'listed' ? t('state.late.text') : t('state.late.textOnce');
    banners.push({ title: t('state.late.title', { time }), texts: [text], link: null });
  }
  return banners;
}
