/** Which page or stub answers a request. */
import { notFound, pixel, script, type Answer, type SiteRequest } from './answer.ts';
import {
  ARTIST_HOST,
  COMPANY_HOST,
  KELPWICK_BAND_HOST,
  KELPWICK_GERMANY_HOST,
  KELPWICK_MARKED_HOST,
  LABEL_HOST,
  LOOKALIKE_HOST,
  MARKED_HOST,
  OTHER_HOST,
  OWN_POLICY_HOST,
} from './hosts.ts';
import { artistHome } from './pages/artist.ts';
import {
  askLocation,
  busy,
  companyFrame,
  formFrame,
  lateForm,
  noImages,
  singlePage,
  strictCsp,
} from './pages/behaviour.ts';
import { gardenSite, lookalikeSite, markedSite } from './pages/elsewhere.ts';
import { consentPage } from './pages/consent-makers.ts';
import { flash, ruffle } from './pages/flash.ts';
import { heavy, heavyCompany } from './pages/heavy.ts';
import { hostile } from './pages/hostile.ts';
import { innocent } from './pages/innocent.ts';
import { backgroundWorker, BACKGROUND_WORKER, networkPage } from './pages/network.ts';
import * as kelpwick from './pages/kelpwick.ts';
import { leaving } from './pages/leaving.ts';
import { ownFrames } from './pages/own-frames.ts';
import { saves } from './pages/permissions.ts';
import { plain, thanks } from './pages/plain.ts';
import { policyPage } from './pages/policy-pages.ts';
import { hugePolicy, policyText } from './pages/policy-texts.ts';
import { practicePage } from './pages/practices.ts';
import { signUps } from './pages/sign-ups.ts';
import { companySite, germanSite } from './pages/sony-music.ts';
import { trackers, trackersCompany } from './pages/trackers.ts';
import { writers } from './pages/writers.ts';
import { STYLE } from './style.ts';
import { byExtension } from './stubs/by-extension.ts';
import { COMPANY_STUBS } from './stubs/companies.ts';

/** Pages of the artist site that stand for themselves. */
const PAGES: ReadonlyMap<string, () => Answer> = new Map([
  ['/', artistHome],
  ['/plain', plain],
  ['/thanks', thanks],
  ['/policy-text', policyText],
  ['/policy-huge', hugePolicy],
  ['/strict-csp', strictCsp],
  ['/late-form', lateForm],
  ['/form-frame', formFrame],
  ['/company-frame', companyFrame],
  ['/own-frames', ownFrames],
  ['/busy', busy],
  ['/ask-location', askLocation],
  ['/no-images', noImages],
  ['/pixel.gif', () => pixel()],
  [BACKGROUND_WORKER, backgroundWorker],
  ['/worker.js', () => script("addEventListener('fetch', () => {});")],
]);

/** Families of pages, by the first part of their path. */
const FAMILIES: ReadonlyMap<string, (rest: string) => Answer | null> = new Map<string, (rest: string) => Answer | null>(
  [
    ['practice', practicePage],
    ['consents', consentPage],
    ['flash', flash],
    ['ruffle', ruffle],
    ['heavy', heavy],
    ['trackers', trackers],
    ['hostile', hostile],
    ['innocent', innocent],
    ['writers', writers],
    ['spa', singlePage],
    ['network', networkPage],
    ['leave', leaving],
    ['saves', saves],
    ['sign-ups', signUps],
    ['texts', policyPage],
  ],
);

function artistSite({ path }: SiteRequest): Answer {
  const [, family = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
  return PAGES.get(path)?.() ?? FAMILIES.get(family)?.(rest) ?? notFound();
}

const SITES: ReadonlyMap<string, (request: SiteRequest) => Answer> = new Map([
  [LABEL_HOST, artistSite],
  [ARTIST_HOST, artistSite],
  [COMPANY_HOST, companySite],
  [OWN_POLICY_HOST, germanSite],
  [MARKED_HOST, markedSite],
  [LOOKALIKE_HOST, lookalikeSite],
  [OTHER_HOST, gardenSite],
  [KELPWICK_BAND_HOST, kelpwick.bandSite],
  [KELPWICK_GERMANY_HOST, kelpwick.germanSite],
  [KELPWICK_MARKED_HOST, kelpwick.unlistedSite],
]);

/** The answer to any request: a page of ours, a company's stub, or a small file by its extension. */
export function answer(request: SiteRequest): Answer {
  const site = SITES.get(request.host);
  if (site !== undefined) {
    return request.path === '/style.css' ? { type: 'text/css; charset=utf-8', body: STYLE } : site(request);
  }
  const ofBench = heavyCompany(request) ?? trackersCompany(request);
  return ofBench ?? COMPANY_STUBS.get(request.host)?.(request) ?? byExtension(request);
}
