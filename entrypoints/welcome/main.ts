/// <reference types="wxt/vite-builder-env" />
/** Wires the welcome page. It decides nothing. */
import { mount } from 'svelte';
import { browser } from 'wxt/browser';
import { beginPage } from '../../components/parts/begin-page.ts';
import { languageContext } from '../../components/parts/language-context.ts';
import { declareLanguage, loadFittingLanguage } from '../../components/parts/page-language.ts';
import { CHROMIUM_PERMISSIONS, FIREFOX_PERMISSIONS } from '../../words/permission-words.ts';
import WelcomePage from '../../components/welcome/WelcomePage.svelte';
import { readSettings } from '../../ledger/border/settings-storage.ts';
import { hasAllSites } from '../../background/all-sites.ts';
import { listedPatterns } from '../../observers/listed-sites.ts';
import { askForListedSites, followListedSites, hasListedSites } from '../../background/listed-sites-permission.ts';
import { SHIPPED_EXAMPLES } from '../../shipped/examples.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';

/** The keys that open the popup, as the browser has them: another extension may have been quicker. Phones have none. */
async function popupKeys(): Promise<string | null> {
  const commands = (browser as { commands?: typeof browser.commands }).commands;
  const all = (await commands?.getAll()) ?? [];
  const keys = all.find(({ name }) => name === '_execute_action')?.shortcut;
  return keys === undefined || keys === '' ? null : keys;
}

async function open(): Promise<void> {
  const settings = await readSettings();
  const [allSites, keys, allowed, language] = await Promise.all([
    hasAllSites().catch(() => false),
    popupKeys().catch(() => null),
    hasListedSites().catch(() => false),
    loadFittingLanguage(settings.language, SHIPPED_NAMES),
  ]);
  declareLanguage(language);
  const { version } = browser.runtime.getManifest();
  mount(WelcomePage, {
    target: document.body,
    context: languageContext(language),
    props: {
      browser: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
      keys,
      permissions: import.meta.env.FIREFOX ? FIREFOX_PERMISSIONS : CHROMIUM_PERMISSIONS,
      sites: listedPatterns().length,
      allSites,
      examples: SHIPPED_EXAMPLES,
      hosts: import.meta.env.FIREFOX ? { allowed, ask: askForListedSites, follow: followListedSites } : null,
      version,
    },
  });
}

beginPage(open);
