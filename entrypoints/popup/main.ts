/** Wires the popup: finds the tab, reads the ledger and the settings, then mounts. It decides nothing. */
import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import App from '../../components/App.svelte';
import { speakFittingly } from '../../components/page-language';
import type { PopupTab } from '../../components/popup-state';
import { createReport } from '../../findings/report';
import { shippedKnowledge, shippedPolicy } from '../../findings/shipped-knowledge';
import { LedgerView, type LedgerState } from '../../ledger/ledger-view.svelte';
import { readSettings, type Settings } from '../../ledger/settings';
import type { Visit } from '../../ledger/visit';
import { startLooking } from '../../observers/network/start-looking';
import routesFile from '../../policy-data/sony-music/routes.json' with { type: 'json' };
import type { RoutesFile } from '../../schemas/policy-data';

/** `?tab=ID` names the tab, for tests and for other pages of the extension; else it is the one in front. */
const asked = new URLSearchParams(location.search).get('tab');

async function findTab(): Promise<PopupTab> {
  const [tab] =
    asked === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(Number(asked))];
  return { id: tab?.id ?? -1, url: tab?.url ?? null, incognito: tab?.incognito ?? false };
}

/** Links open beside the page; the popup then closes, which Firefox does not do by itself. */
function openLinks(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  event.preventDefault();
  void browser.tabs.create({ url: link.href }).then(() => {
    if (asked === null) window.close();
  });
}

/** What there is to show: the tab with its record, or why neither could be found. */
async function findRecord(): Promise<{ tab: PopupTab; view: { readonly current: LedgerState } }> {
  try {
    const tab = await findTab();
    const view = new LedgerView(tab.id);
    addEventListener('pagehide', () => {
      view.close();
    });
    await view.ready;
    return { tab, view };
  } catch (error) {
    // A tab that was closed meanwhile, for instance.
    const message = error instanceof Error ? error.message : String(error);
    return { tab: { id: -1, url: null, incognito: false }, view: { current: { state: 'error', message } } };
  }
}

/** The settings, with their language spoken. */
async function prepare(): Promise<Settings> {
  const settings = await readSettings();
  await speakFittingly(settings.language);
  return settings;
}

async function open(): Promise<void> {
  const found = Promise.all([findRecord(), prepare()]);
  // Built while the browser looks for the tab.
  const knowledge = shippedKnowledge();
  const [{ tab, view }, { region }] = await found;
  addEventListener('click', openLinks);
  // The band that index.html paints at once makes way for the whole in the same frame.
  document.body.replaceChildren();
  mount(App, {
    target: document.body,
    props: {
      view,
      tab,
      policy: shippedPolicy,
      routes: (routesFile as RoutesFile).routes,
      region,
      version: browser.runtime.getManifest().version,
      judge: {
        report: (visit: Visit) => createReport(visit, knowledge, region),
        recognise: (host: string) => knowledge.sites.recognise(host, []),
      },
      actions: {
        look: () => startLooking(tab.id),
        copy: (text: string) => navigator.clipboard.writeText(text),
      },
    },
  });
}

void open();
