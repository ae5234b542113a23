/** Sony Music and the invented Kelpwick Records, both known at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AllKnowledge } from '../../../findings/knowledge.ts';
import type { Organisation } from '../../../schemas/policy-data.ts';
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

/** The id of either. */
export type CompanyId = 'kelpwick' | 'sony-music';

/** The company's organisation.json. */
export function organisationOf(id: CompanyId): Organisation {
  const folder = id === 'kelpwick' ? KELPWICK : SONY_MUSIC;
  return JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as Organisation;
}
