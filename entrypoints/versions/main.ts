/** Wires the page of a policy's history: `versions.html?organisation=<id>`. It decides nothing. */
import { mount } from 'svelte';
import { beginPage } from '../../components/parts/begin-page.ts';
import { LiveLanguage } from '../../components/parts/live-language.svelte.ts';
import { loadFittingLanguage } from '../../components/parts/page-language.ts';
import VersionsPage from '../../components/versions/VersionsPage.svelte';
import { followSettings, readSettings } from '../../ledger/border/settings-storage.ts';
import { ownCopyOf, ownVersion } from '../../findings/own-version.ts';
import type { OwnVersion } from '../../findings/policy-timeline.ts';
import { keptCopies } from '../../reading/border/kept-copies.ts';
import { startStudy } from '../../reading/border/start-study.ts';
import type { Practice } from '../../schemas/policy-data.ts';
import { countryOfHost, historySentences, shippedHistory } from '../../shipped/history.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { loadRules } from '../../shipped/reading-rules.ts';
import { isoDay } from '../../words/format.ts';

/** Reads the person's latest copy of the organisation's policy. */
async function findOwn(organisation: string, practices: readonly Practice[]): Promise<OwnVersion | null> {
  const copy = ownCopyOf(organisation, (await keptCopies()).copies);
  if (copy === null) return null;
  const { texts } = await startStudy([copy.document], loadRules).result;
  const facts = { day: isoDay(copy.readAt), country: countryOfHost(organisation, copy.host) };
  return texts[0] === undefined ? null : ownVersion(copy, texts[0], practices, facts);
}

async function open(): Promise<void> {
  const { organisation, practices, ...history } = shippedHistory(
    new URLSearchParams(location.search).get('organisation'),
  );
  const loadWords = async (chosen: string | null) => {
    const language = await loadFittingLanguage(chosen, SHIPPED_NAMES, organisation);
    return { language, translated: await historySentences(language.code, organisation) };
  };
  const stored = await readSettings();
  const live = new LiveLanguage(await loadWords(stored.language), loadWords);
  followSettings((now) => void live.take(now.language));
  mount(VersionsPage, {
    target: document.body,
    props: {
      language: live.language,
      get translated() {
        return live.words.translated;
      },
      ...history,
      findOwn: () => findOwn(organisation, practices),
    },
  });
}

beginPage(open);
