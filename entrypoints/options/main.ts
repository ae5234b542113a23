/** Wires the settings page. It decides nothing. */
import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { beginPage } from '../../components/parts/begin-page.ts';
import { declareLanguage, loadFittingLanguage } from '../../components/parts/page-language.ts';
import { languages } from '../../shipped/languages.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { CHROMIUM_PERMISSIONS, FIREFOX_PERMISSIONS } from '../../words/permission-words.ts';
import SettingsPage from '../../components/settings/SettingsPage.svelte';
import { deleteAllRecordings } from '../../capture/border/recordings.ts';
import { askToForgetAll } from '../../ledger/border/send-messages.ts';
import { changeSettings, followSettings, forgetSettings, readSettings } from '../../ledger/border/settings-storage.ts';
import { askForAllSites, followAllSites, giveBackAllSites, hasAllSites } from '../../background/all-sites.ts';
import { listedPatterns } from '../../observers/listed-sites.ts';
import { nameService } from '../../observers/network/host-aliases.ts';
import { countCopies, deleteAllCopies, followCopies } from '../../reading/border/kept-copies.ts';
import { shippedRoutes } from '../../shipped/routes.ts';

/** All are tried, so that a failure of one keeps nothing else; the failure is then told. */
async function deleteAll(): Promise<number> {
  const settings = forgetSettings();
  const tabs = askToForgetAll();
  const copies = deleteAllCopies();
  const recordings = deleteAllRecordings();
  await Promise.allSettled([settings, tabs, copies, recordings]);
  await settings;
  await copies;
  await recordings;
  return tabs;
}

async function open(): Promise<void> {
  const [stored, allowed] = await Promise.all([readSettings(), hasAllSites().catch(() => false)]);
  const language = await loadFittingLanguage(stored.language, SHIPPED_NAMES);
  declareLanguage(language);
  const { version } = browser.runtime.getManifest();
  mount(SettingsPage, {
    target: document.body,
    props: {
      stored,
      language,
      languages,
      allowed,
      version,
      hasNames: nameService() !== null,
      sites: listedPatterns().length,
      permissions: import.meta.env.FIREFOX ? FIREFOX_PERMISSIONS : CHROMIUM_PERMISSIONS,
      routes: shippedRoutes(),
      actions: {
        change: changeSettings,
        followSettings,
        loadLanguage: (chosen: string | null) => loadFittingLanguage(chosen, SHIPPED_NAMES),
        ask: askForAllSites,
        giveBack: giveBackAllSites,
        followAllSites,
        countCopies,
        followCopies,
        deleteAll,
      },
    },
  });
}

beginPage(open);
