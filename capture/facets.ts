/** By what rows are found. */

/** By what rows are found and narrowed down. Absent where a row has none. */
export interface Facets {
  /** The companies behind it, by their owners' names. */
  readonly companies?: readonly string[];
  /** What the company's service is for: a category of `companies.json`, or of `stored-items.json`. */
  readonly purpose?: string;
  /** `none`: no other company is known behind it. */
  readonly party?: 'own-host' | 'same-owner' | 'other' | 'none';
  /** Ids of the practices that it is evidence of. */
  readonly practices?: readonly string[];
  /** The labels of these. */
  readonly labels?: readonly string[];
}
