/** A host name as it is set in type, by the components and by the popup's first script, which has none of them. */

/** Longer ones do not fit into one line of the larger type; characters. */
const LONGEST_IN_ONE_LINE = 22;

/** Whether a host name is set in the smaller type. */
export const isLongHost = (host: string): boolean => host.length > LONGEST_IN_ONE_LINE;

/** A host name in the parts between which a line may break: 'www.a.example' → 'www.', 'a.', 'example'. */
export function hostParts(host: string): string[] {
  const labels = host.split('.');
  return labels.map((label, at) => (at < labels.length - 1 ? `${label}.` : label));
}
