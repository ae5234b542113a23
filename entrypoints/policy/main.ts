/** Wires the page of kept copies: `policy.html`, `policy.html#<copy>`, `policy.html#<copy>/drift`. It decides nothing. */
import { mount } from 'svelte';
import { beginPage } from '../../components/parts/begin-page.ts';
import { LiveLanguage } from '../../components/parts/live-language.svelte.ts';
import { loadFittingLanguage } from '../../components/parts/page-language.ts';
import type { PolicyActions } from '../../components/policy/policy-actions.ts';
import PolicyPage from '../../components/policy/PolicyPage.svelte';
import type { TextFile } from '../../evidence/copy-files.ts';
import { followSettings, readSettings } from '../../ledger/border/settings-storage.ts';
import { deleteAllCopies, deleteCopy, followCopies, keptCopies, putCopy } from '../../reading/border/kept-copies.ts';
import { startStudy } from '../../reading/border/start-study.ts';
import { SHIPPED_PRACTICES, shippedTexts } from '../../shipped/held-texts.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { loadRules } from '../../shipped/reading-rules.ts';

/** Has the browser save a file: the text as it is, in UTF-8. */
function save({ name, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

const study: PolicyActions['study'] = (texts, tell) => startStudy(texts, loadRules, tell);

const loadWords = async (chosen: string | null) => ({ language: await loadFittingLanguage(chosen, SHIPPED_NAMES) });

async function open(): Promise<void> {
  const stored = await readSettings();
  const live = new LiveLanguage(await loadWords(stored.language), loadWords);
  followSettings((now) => void live.take(now.language));
  mount(PolicyPage, {
    target: document.body,
    props: {
      language: live.language,
      practices: SHIPPED_PRACTICES,
      held: shippedTexts(),
      actions: {
        copies: keptCopies,
        follow: followCopies,
        deleteCopy,
        putCopy,
        deleteAll: deleteAllCopies,
        study,
        save,
      },
    },
  });
}

beginPage(open);
