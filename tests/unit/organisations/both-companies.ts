/** Sony Music and the invented Kelpwick Records, both known at once. */
import { join } from 'node:path';
import type { AllKnowledge } from '../../../findings/knowledge.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';

export const ROOT = join(import.meta.dirname, '../../..');
/** Folders of the two. */
export const SONY_MUSIC = join(ROOT, 'policy-data/organisations/sony-music');
export const KELPWICK = join(ROOT, 'tests/fixtures/organisations/kelpwick');

let known: AllKnowledge | undefined;

/** What is known of both; read once, since the lists of companies are long. */
export function bothCompanies(): AllKnowledge {
  known ??= readKnowledge(ROOT, KELPWICK);
  return known;
}
