/** Parts of the page that other companies draw: their frames, and the scripts that draw without one. */
import type { CompanyMatch } from '../../recognition/company.ts';
import { purposesOfAddress } from '../../recognition/tag-address.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';
import { inSituation, together } from './combined.ts';
import { hostsWhere, type Category } from './contacted.ts';

/** Companies whose script draws a part of the page, with or without a frame. */
const DRAWN_BY_SCRIPT: readonly Category[] = [
  ...(['player', 'video', 'tickets', 'tours', 'customer-success'] as const),
];
/**
 * Companies whose frames are a part of the page: besides those, a map, a form, a shop. Frames of advertising, measuring, payment and sign-in are
 * mostly there to be in the page and not to be seen.
 */
const SHOWN_IN_FRAMES: readonly Category[] = [
  ...DRAWN_BY_SCRIPT,
  ...(['utility', 'content', 'text-messages', 'merchandise', 'fan-club', 'mailing', 'pre-save'] as const),
];

const framesOfCompanies =
  (fits: (company: CompanyMatch) => boolean): PracticeRule =>
  ({ visit, companyOf }) =>
    visit.frames
      .filter(({ address }) => {
        const company = companyOf(address.host);
        return company.relation === 'other' && fits(company);
      })
      .map(({ address, title, at }): Evidence => ({
        kind: 'frame',
        title,
        path: address.path,
        host: address.host,
        at,
        count: 1,
      }));

/** Players, maps, shops and the like. */
export const widget: PracticeRule = together(
  framesOfCompanies(({ category }) => SHOWN_IN_FRAMES.includes(category)),
  inSituation(
    'script',
    hostsWhere(({ category }, host) => DRAWN_BY_SCRIPT.includes(category) && host.initiators.includes('script')),
  ),
);

/** Paths of the scripts and frames that draw buttons and embedded posts, of networks whose addresses our data lacks. */
const PLUG_IN_PATH =
  /\/(?:(?:widgets?|embeds?|plugins?|buttons?|pinit)(?:\/|\.js|$)|(?:share|like)(?:[-_]?button)?(?:\/|\.js|\.php|$))/i;

function isPlugIn(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('social') ?? PLUG_IN_PATH.test(path);
}

/** Whether an address of a social network is there for something else: a pixel, a log-in. */
function isForSomethingElse(host: string, path: string): boolean {
  return purposesOfAddress(host, path)?.includes('social') === false;
}

/** Buttons, posts and feeds of social networks: their frames, and the scripts that draw them. */
export const socialPlugIn: PracticeRule = (recognised) => {
  const { visit, companyOf } = recognised;
  const frames = visit.frames
    .filter(({ address: { host, path } }) => {
      const { relation, category } = companyOf(host);
      return relation === 'other' && category === 'social' && !isForSomethingElse(host, path);
    })
    .map(({ address: { host, path }, title, at }): Evidence => ({
      ...{ kind: 'frame', title, path },
      ...{ host, at, count: 1 },
    }));
  const scripts = hostsWhere(
    ({ category }, { host, paths }) => category === 'social' && paths.some((path) => isPlugIn(host, path)),
  );
  return [...frames, ...scripts(recognised).map((one) => ({ ...one, situation: 'script' }))];
};
