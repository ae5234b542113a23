/** The words of the toolbar button, as they stand where the product's name stands already. */

/** A title tells of a page by "Liner Notes: …", with the colon of its language. */
const OF_A_PAGE = /^Liner Notes\s*[:：]\s*/;

/** 'Liner Notes: no other company contacted on this page' → 'no other company contacted on this page'; null for a title that tells of no page. */
export function buttonWords(title: string): string | null {
  return OF_A_PAGE.test(title) ? title.replace(OF_A_PAGE, '') : null;
}
