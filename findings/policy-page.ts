/** Is the page the site's own policy of today? */
import type { Report } from './report.ts';

/** 'https://www.a.example/privacy/?x#y' → 'a.example/privacy' */
function placeOf(host: string, path: string): string {
  return `${host.replace(/^www\./, '')}${path.replace(/\/+$/, '')}`.toLowerCase();
}

/** Parts of paths that name a privacy policy; a short list, since the popup's first screen asks it. What is no policy is told by the reading. */
const POLICY_PATH =
  /privac|datenschutz|data-?protection|data-?policy|confidentialit|proteccion-de-datos|gegevensbescherming|persoonsgegevens|personoplysning|personvern|integritet|tietosuoja|prywatno/i;

/** Whether the address of the page calls it a privacy policy, whoever's. */
export function looksLikePolicyPath(path: string): boolean {
  return POLICY_PATH.test(path);
}

/** Whether the page is the site's own policy of today. */
export function readsPolicy({ visit, recognition }: Pick<Report, 'visit' | 'recognition'>): boolean {
  const { policyUrl } = recognition;
  const { host, path } = visit.address;
  if (policyUrl === null || !URL.canParse(policyUrl)) return false;
  const policy = new URL(policyUrl);
  return placeOf(policy.hostname, policy.pathname) === placeOf(host, path);
}
