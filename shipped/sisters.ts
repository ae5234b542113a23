/** The pages of sister companies of the organisations that ship. */
import lookalikes from 'virtual:organisations/lookalikes.json';

/** Their domains. */
export const SISTER_DOMAINS: readonly string[] = lookalikes.flatMap(({ file }) =>
  file.lookalikes.filter(({ relation }) => relation === 'sister').map(({ domain }) => domain),
);
