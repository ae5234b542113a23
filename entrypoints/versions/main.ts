/** Wires the page of a policy's history: `versions.html?organisation=<id>`. It decides nothing. */
import { mount } from 'svelte';
import { declareLanguage, loadFittingLanguage } from '../../components/parts/page-language.ts';
import VersionsPage from '../../components/versions/VersionsPage.svelte';
import { readSettings } from '../../ledger/border/settings-storage.ts';
import { historySentences, shippedHistory } from '../../shipped/history.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';

async function open(): Promise<void> {
  const { organisation, ...history } = shippedHistory(new URLSearchParams(location.search).get('organisation'));
  const stored = await readSettings();
  const language = await loadFittingLanguage(stored.language, SHIPPED_NAMES, organisation);
  declareLanguage(language);
  const translated = await historySentences(language.code, organisation);
  mount(VersionsPage, { target: document.body, props: { language, translated, ...history } });
}

void open();
