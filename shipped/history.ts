/// <reference types="vite/client" />
/** The history of each organisation's policy, and its sentences in each language. What a page needs that shows it, and no other. */
import clauses from 'virtual:organisations/clauses.json';
import namedCompanies from 'virtual:organisations/named-companies.json';
import policies from 'virtual:organisations/policy.json';
import sites from 'virtual:organisations/sites.json';
import histories from 'virtual:organisations/policies/history.json';
import browserParts from '../policy-data/browser-parts.json' with { type: 'json' };
import practicesFile from '../policy-data/practices.json' with { type: 'json' };
import { createClauseIndex, type ClauseIndex } from '../findings/clauses.ts';
import { createTimeline, type PolicyTimeline } from '../findings/policy-timeline.ts';
import type { BrowserPartsFile } from '../schemas/label-data.ts';
import type { Practice, PracticesFile } from '../schemas/policy-data.ts';
import { fileOf } from './file-of.ts';

/** What there is to show of one organisation's policy. */
export interface ShippedHistory {
  readonly organisation: string;
  /** The country of the text that is held. */
  readonly home: string;
  readonly clauses: ClauseIndex;
  readonly timeline: PolicyTimeline;
  readonly practices: readonly Practice[];
}

/** The country of the organisation's site that a host belongs to; null where it is none of them. */
export function countryOfHost(organisation: string, host: string): string | null {
  const own = sites.find(({ id }) => id === organisation)?.file.sites ?? [];
  const fitting = own.filter(({ domain }) => host === domain || host.endsWith(`.${domain}`));
  return fitting.sort((a, b) => b.domain.length - a.domain.length)[0]?.country ?? null;
}

/** The history of an organisation's policy; that of the first organisation for an id that none has. @throws Error where there is no organisation */
export function shippedHistory(id: string | null): ShippedHistory {
  const found = policies.find((one) => one.id === id) ?? policies[0];
  if (found === undefined) throw new Error('No organisation is known');
  const { id: organisation, file: policy } = found;
  const index = createClauseIndex(fileOf(clauses, organisation), {
    named: fileOf(namedCompanies, organisation),
    browserParts: browserParts as BrowserPartsFile,
    captureDate: policy.captureDate,
  });
  const history = histories.find((one) => one.id === organisation)?.file.versions ?? [];
  const { practices } = practicesFile as PracticesFile;
  return {
    organisation,
    home: policy.jurisdiction,
    clauses: index,
    practices,
    timeline: createTimeline(practices, { policy, clauses: index }, history),
  };
}

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;
const files = import.meta.glob<Sentences>('../locales/*.json', { query: '?history', import: 'history' });

/** An organisation's sentences in a language, by the English ones; {} for English, the language of the data. */
export async function historySentences(code: string, organisation: string): Promise<Readonly<Record<string, string>>> {
  const load = files[`../locales/${code.toLowerCase()}.json`];
  return (await load?.())?.[organisation] ?? {};
}
