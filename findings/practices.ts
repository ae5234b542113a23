/** The table of all rules: for each practice of `policy-data/practices.json` the rule that shows it. A rule says only what was observed. */
import type { PracticeRule } from './recognised.ts';
import { askedRules } from './rules/asked.ts';
import { inSituation, together } from './rules/combined.ts';
import { consentTool } from './rules/consent-tool.ts';
import { contactedFor, filedUnder, hostsWhere } from './rules/contacted.ts';
import { collectorInDisguise, pixelInDisguise } from './rules/disguise.ts';
import { socialPlugIn, widget } from './rules/embedded.ts';
import { fingerprinting } from './rules/fingerprinting.ts';
import { flashContent, flashCookies } from './rules/flash.ts';
import { identifierRestored } from './rules/identifier-restored.ts';
import { identifierInTwoPlaces, identifierShared } from './rules/identifiers.ts';
import { linksWith, policyAndChoiceLinks, preSave, toOtherCompany } from './rules/links.ts';
import { locationLookUp } from './rules/location.ts';
import { redirectThroughCompany } from './rules/redirects.ts';
import { recordingPattern } from './rules/session-recording.ts';
import { itemsWhere } from './rules/stored-items.ts';
import { typedTextSentEarly } from './rules/typed-text.ts';
import { sentWithoutEncryption } from './rules/unencrypted.ts';
import { usedBeforeChoice } from './rules/used-before-choice.ts';

/** A rule for each practice, by the practice's id. */
export const practiceRules: Readonly<Record<string, PracticeRule>> = {
  'visit-data-sent-to-company': hostsWhere(() => true),
  'web-analytics': contactedFor('analytics'),
  advertising: contactedFor('ad'),
  'pixel-tag': together(
    hostsWhere((_service, host) => host.pixels > 0, 'pixel'),
    pixelInDisguise,
  ),
  'tag-manager': contactedFor('tag-manager'),
  'identifier-shared-between-companies': identifierShared,
  'collector-in-disguise': collectorInDisguise,
  'typed-text-sent-early': typedTextSentEarly,
  'redirect-through-company': redirectThroughCompany,
  'session-recording': together(filedUnder('session-recording'), recordingPattern),
  fingerprinting,
  'consent-manager': consentTool,
  'used-before-choice': usedBeforeChoice,
  'location-look-up': locationLookUp,
  'sent-without-encryption': sentWithoutEncryption,

  'first-party-cookies': itemsWhere(({ item, setByOther }) => item.store === 'cookie' && !setByOther),
  'third-party-cookies': itemsWhere(({ item, setByOther }) => item.store === 'cookie' && setByOther),
  'flash-content': flashContent,
  'flash-cookies': flashCookies,
  'web-storage': itemsWhere(
    ({ item }) => (item.store === 'local' || item.store === 'session') && item.shape !== 'flash-object',
  ),
  'browser-databases': itemsWhere(
    ({ item }) => item.store !== 'cookie' && item.store !== 'local' && item.store !== 'session',
  ),
  'identifier-in-two-places': identifierInTwoPlaces,
  'identifier-restored': identifierRestored,

  ...askedRules,

  'social-sign-in': together(linksWith(['sign-in'], toOtherCompany), inSituation('contact', filedUnder('sign-in'))),
  'social-plug-in': socialPlugIn,
  widget,
  'pre-save': preSave,
  'other-company-shop': linksWith(['shop'], toOtherCompany),
  'outbound-links': linksWith(['outbound'], toOtherCompany),
  'policy-and-choice-links': policyAndChoiceLinks,
};
