/** Is the page the site's own policy of today? */
import type { Report } from './report.ts';

/** 'https://www.a.example/privacy/?x#y' → 'a.example/privacy' */
function placeOf(host: string, path: string): string {
  return `${host.replace(/^www\./, '')}${path.replace(/\/+$/, '')}`.toLowerCase();
}

/** Whether the page is the site's own policy of today. */
export function readsPolicy({ visit, recognition }: Pick<Report, 'visit' | 'recognition'>): boolean {
  const { policyUrl } = recognition;
  const { host, path } = visit.address;
  if (policyUrl === null || !URL.canParse(policyUrl)) return false;
  const policy = new URL(policyUrl);
  return placeOf(policy.hostname, policy.pathname) === placeOf(host, path);
}
