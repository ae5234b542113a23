/** Opens the popup over a report, goes from view to view, and reads what stands there. */
import { fireEvent, render } from '@testing-library/svelte';
import { flushSync, tick } from 'svelte';
import App from '../../../components/popup/App.svelte';
import { ViewCode, type ViewComponents } from '../../../components/popup/view-code.svelte.ts';
import About from '../../../components/popup/views/About.svelte';
import CompanyDetail from '../../../components/popup/views/CompanyDetail.svelte';
import CompanyList from '../../../components/popup/views/CompanyList.svelte';
import PracticeDetail from '../../../components/popup/views/PracticeDetail.svelte';
import Practices from '../../../components/popup/views/Practices.svelte';
import Routes from '../../../components/popup/views/Routes.svelte';
import PolicyRead from '../../../components/popup/views/PolicyRead.svelte';
import SiteDetail from '../../../components/popup/views/SiteDetail.svelte';
import StoredItems from '../../../components/popup/views/StoredItems.svelte';
import { companyId } from '../../../findings/company-groups.ts';
import type { PopupTab } from '../../../components/popup/popup-state.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import type { Report } from '../../../findings/report.ts';
import type { LedgerState } from '../../../ledger/ledger-state.ts';
import type { CarriedAnswer } from '../../../recognition/carried-request.ts';
import type { SiteRecognition } from '../../../recognition/site.ts';
import type { Language } from '../../../words/language.ts';
import type { LanguageForPage } from '../../../words/organisation-languages.ts';
import { english } from '../english.ts';
import { LiveView } from './live-view.svelte.ts';
import type { PolicyReader } from '../../../components/popup/policy-reader.ts';
import { listed, makeReport } from './report-fixture.ts';

/** What a test opens the popup with; all the rest is as on a listed site with something of everything. */
export interface Setting {
  readonly language?: Language;
  /** In place of `language`, where the organisation of the page decides. */
  readonly languageFor?: LanguageForPage;
  readonly ledger?: LedgerState;
  readonly report?: Report;
  readonly tab?: Partial<PopupTab>;
  readonly recognition?: SiteRecognition;
  readonly region?: string | null;
  /** The address that the popup is opened at; '#' is the first screen. */
  readonly at?: string;
  readonly look?: () => Promise<void>;
  readonly copy?: (text: string) => Promise<void>;
  readonly allSites?: boolean;
  readonly ask?: () => Promise<boolean>;
  readonly carried?: () => Promise<CarriedAnswer>;
  /** Who reads policies; nothing is read or kept, where this is absent. */
  readonly reader?: PolicyReader;
  /** The code of the deeper views; all of it is there, where this is absent. */
  readonly code?: ViewCode;
  /** The permission for the sites of the list, where it may be missing. */
  readonly site?: { allowed: boolean; ask: () => Promise<boolean> };
}

/** A reader that has read nothing, and knows of no copy. */
export const IDLE_READER: PolicyReader = {
  state: { is: 'none' },
  practices: [],
  second: () => null,
  open: () => Promise.resolve(),
  prepare: () => undefined,
  read: () => Promise.resolve(),
  stop: () => undefined,
  told: () => Promise.resolve(),
  mark: () => Promise.resolve('marked'),
};

/** All views, as they are once their code has come. */
export const VIEWS: ViewComponents = {
  site: SiteDetail,
  practices: Practices,
  practice: PracticeDetail,
  companies: CompanyList,
  company: CompanyDetail,
  kept: StoredItems,
  act: Routes,
  about: About,
  policy: PolicyRead,
};

function setAddress(address: string): void {
  // Not `location.hash = …`: happy-dom tells of that later, by a timer.
  history.replaceState(null, '', address === '#' ? location.pathname : address);
}

/** Opens the popup. `change` gives it another report while it is open. */
export function open({
  ledger,
  report = makeReport(),
  tab,
  recognition = listed,
  region,
  at,
  look,
  copy,
  allSites,
  ask,
  carried,
  site,
  language = english,
  languageFor,
  code,
  reader = IDLE_READER,
}: Setting = {}) {
  setAddress(at ?? '#');
  const view = new LiveView(ledger ?? { state: 'visit', visit: report.visit });
  let now = report;
  let follower: (allowed: boolean) => void = () => undefined;
  let permissionChanged: () => void = () => undefined;
  const props = {
    view,
    code: code ?? new ViewCode(VIEWS),
    reader,
    tab: { id: 1, url: 'https://www.bobdylan.com/tour', incognito: false, ...tab },
    version: '0.1.0',
    languageFor: languageFor ?? (() => language),
    region: region ?? null,
    judge: { report: () => now, recognise: () => recognition },
    allowed: allSites ?? false,
    site:
      site === undefined
        ? null
        : {
            allowed: site.allowed,
            isAllowed: () => Promise.resolve(site.allowed),
            ask: site.ask,
            follow: (tell: () => void) => {
              permissionChanged = tell;
              return () => undefined;
            },
          },
    actions: {
      look: look ?? (() => Promise.resolve()),
      copy: copy ?? (() => Promise.resolve()),
      askForAllSites: ask ?? (() => Promise.resolve(false)),
      followAllSites: (tell: (allowed: boolean) => void) => {
        follower = tell;
        return () => undefined;
      },
      carried: carried ?? (() => Promise.resolve({ state: 'none' as const, full: false })),
    },
  };
  const shown = render(App, { props });
  const change = (next: Report): void => {
    now = next;
    view.current = { state: 'visit', visit: next.visit };
    flushSync();
  };
  /** The person gives or takes back the permission for all sites elsewhere. */
  const setAllSites = (allowed: boolean): void => {
    follower(allowed);
    flushSync();
  };
  /** The person gives or takes back the permission for the sites of the list. */
  const setSite = async (allowed: boolean): Promise<void> => {
    if (site !== undefined) site.allowed = allowed;
    permissionChanged();
    await tick();
    flushSync();
  };
  return { ...shown, view, change, setAllSites, setSite };
}

/** Goes to an address, as a link of the popup or the browser's "back" does. */
export function go(address: string): void {
  setAddress(address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  flushSync();
}

/** Waits until the browser has told of the next address and the new view is drawn. */
async function arrival(): Promise<void> {
  await new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
  });
  // The focus moves after that.
  await tick();
  await tick();
}

/** Presses the link that begins with these words and waits for the view that it leads to. */
export async function follow(name: string): Promise<void> {
  const link = links().find((one) => wordsOf(one).startsWith(name));
  if (link === undefined) throw new Error(`no link begins with "${name}"`);
  const arrived = arrival();
  link.focus();
  link.click();
  await arrived;
}

/** Presses the browser's own "back". */
export async function browserBack(): Promise<void> {
  const arrived = arrival();
  history.back();
  await arrived;
}

/** All links that stand there. */
export function links(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a')];
}

/** An element's words in one line. */
export function wordsOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** All words that stand there, in one line. */
export const words = (): string => wordsOf(document.body);

/** The title of the view. */
export const title = (): string => wordsOf(document.querySelector('h1'));

/** Unfolds all that can be unfolded, and what comes out of it. */
export async function unfoldAll(): Promise<void> {
  // Three deep: group, route, "As printed in 2011".
  for (let depth = 0; depth < 3; depth += 1) {
    for (const summary of document.querySelectorAll('summary')) await fireEvent.click(summary);
  }
}

/** Unfolds what begins with these words. */
export async function unfold(name: string): Promise<void> {
  const summary = [...document.querySelectorAll('summary')].find((node) => wordsOf(node).startsWith(name));
  if (summary === undefined) throw new Error(`nothing to unfold begins with "${name}"`);
  await fireEvent.click(summary);
}

/** The addresses of all views that a report has. */
export function addressesOf(report: Report): readonly string[] {
  return [
    ...(['home', 'site', 'practices', 'companies', 'kept', 'act', 'about', 'policy'] as const).map((is) => ({ is })),
    ...report.findings.map(({ practice }) => ({ is: 'practice' as const, id: practice.id })),
    ...report.companies.map((met) => ({ is: 'company' as const, id: companyId(met) })),
  ].map((view) => viewAddress(view));
}
