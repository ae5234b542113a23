/** The archived text of each organisation's policy, word for word: what a text of today is compared with. For pages that show it, and no other. */
import policies from 'virtual:organisations/policy.json';
import texts from 'virtual:organisations/policy.md';
import practicesFile from '../policy-data/practices.json' with { type: 'json' };
import { readPlainText } from '../reading/plain-text.ts';
import type { PolicyText } from '../reading/policy-text.ts';
import { readDocument } from '../reading/read-document.ts';
import type { Policy, Practice, PracticesFile } from '../schemas/policy-data.ts';
import { fileOf } from './file-of.ts';

/** An archived text with its structure. */
export interface ShippedText {
  readonly organisation: string;
  readonly policy: Policy;
  readonly document: PolicyText;
}

/** The archived texts, the project's own organisation first. */
export function shippedTexts(): ShippedText[] {
  return policies.map(({ id, file: policy }) => {
    const { originalUrl: address, title, language: declaredLanguage } = policy;
    const raw = readPlainText(fileOf(texts, id), { address, title, declaredLanguage });
    return { organisation: id, policy, document: readDocument(raw) };
  });
}

/** All practices, in the order of telling. */
export const SHIPPED_PRACTICES: readonly Practice[] = (practicesFile as PracticesFile).practices;
