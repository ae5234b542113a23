/**
 * Global Privacy Control, sent on the listed sites while the person wants it: the header `Sec-GPC: 1` and the page's
 * `navigator.globalPrivacyControl` (https://w3c.github.io/gpc/). The only thing by which Liner Notes changes what a page gets.
 */
import { browser, type Browser } from 'wxt/browser';
import { listedPatterns } from '../observers/listed-sites.ts';
import { domainOfPattern } from '../recognition/host-name.ts';
import { settleScript } from './registered-script.ts';
import { hasSameItems } from './same-items.ts';

type Rule = Browser.declarativeNetRequest.Rule;

/**
 * To the listed sites: a page or a frame that is opened there, since the property script runs in both, and what such pages ask of each
 * other. No other company gets the header.
 */
function headerRules(): Rule[] {
  const requestDomains = listedPatterns().map(domainOfPattern);
  const action: Rule['action'] = {
    type: 'modifyHeaders',
    requestHeaders: [{ header: 'sec-gpc', operation: 'set', value: '1' }],
  };
  return [
    { id: 1, action, condition: { requestDomains, resourceTypes: ['main_frame', 'sub_frame'] } },
    {
      id: 2,
      action,
      condition: {
        requestDomains,
        initiatorDomains: requestDomains,
        excludedResourceTypes: ['main_frame', 'sub_frame'],
      },
    },
  ];
}

/** Of which requests, by whose domains: what an update of the extension may bring anew. */
const domainsOf = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ condition: { requestDomains, resourceTypes } }) => [
    ...(requestDomains ?? []),
    ...(resourceTypes ?? []),
  ]);

async function settleHeader(wanted: boolean): Promise<void> {
  const known = await browser.declarativeNetRequest.getDynamicRules();
  const rules = wanted ? headerRules() : [];
  const isSame = known.length === rules.length && hasSameItems(domainsOf(known), domainsOf(rules));
  // An update of the extension may bring another list of sites.
  if (isSame) return;
  await browser.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: known.map(({ id }) => id),
    addRules: rules,
  });
}

function settlePropertyScript(wanted: boolean): Promise<void> {
  return settleScript(
    {
      id: 'gpc',
      file: 'content-scripts/gpc.js',
      matches: listedPatterns(),
      allFrames: true,
      // Frames of the page's own making ask like the page, with the header.
      matchOriginAsFallback: true,
      runAt: 'document_start',
      world: 'MAIN',
    },
    wanted,
  );
}

/**
 * Makes the header rules and the registration of the script what they should be now: there while the person wants the signal,
 * gone otherwise. It may be called at any time, and when all is right already it changes nothing.
 *
 * @throws Error when the browser does not take a rule or the script; the next start of the worker tries again.
 */
export async function settlePrivacySignal(wanted: boolean): Promise<void> {
  await Promise.all([settleHeader(wanted), settlePropertyScript(wanted)]);
}

/** Runs in the page's own world. */
function readProperty(): unknown {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl;
}

/**
 * Whether the scripts of the page that a tab shows can read the signal: asked in their own world, where another extension or the page
 * itself may have given another answer. Null when the page is not the one of the record any more, or cannot be asked.
 */
export async function canPageRead(tabId: number, document: string | null): Promise<boolean | null> {
  const target = document === null ? { tabId, frameIds: [0] } : { tabId, documentIds: [document] };
  const [answer] = await browser.scripting
    .executeScript({ target, func: readProperty, world: 'MAIN' })
    .catch(() => [undefined]);
  return answer === undefined ? null : answer.result === true;
}
