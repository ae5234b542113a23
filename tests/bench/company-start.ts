/** How long a new process takes until the company finder answers. The worker pays this when it wakes. */

/** Milliseconds from the first byte of the data to the first answer. */
export async function measureCompanyStart(): Promise<number> {
  const startedAt = performance.now();
  const { shippedCompanies } = await import('../../recognition/shipped-companies');
  shippedCompanies().find('www.google-analytics.com', 'www.columbiarecords.com');
  return performance.now() - startedAt;
}
