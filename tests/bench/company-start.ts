/** How long a new process takes until the data answers. The worker pays the first when it wakes, the popup the second when it opens. */

/** Milliseconds from the first byte of the companies to the first answer. */
export async function measureCompanyStart(): Promise<number> {
  const startedAt = performance.now();
  const { shippedCompanies } = await import('../../shipped/companies.ts');
  shippedCompanies().find('www.google-analytics.com', 'www.columbiarecords.com');
  return performance.now() - startedAt;
}

/** Milliseconds from the first byte of everything that the popup knows to an answer of each part. */
export async function measureKnowledgeStart(): Promise<number> {
  const startedAt = performance.now();
  const { shippedKnowledge } = await import('../../shipped/knowledge.ts');
  const [{ companies, organisation, sites, storedItems }] = shippedKnowledge();
  companies.find('www.google-analytics.com', 'www.columbiarecords.com');
  storedItems.candidates('cookie', '_ga', 'www.columbiarecords.com', null);
  organisation.clauses.forPractice('web-analytics');
  sites.recognise('www.columbiarecords.com', []);
  organisation.routes.replacementsOf('nai-2011');
  return performance.now() - startedAt;
}
