/** On which day was a text read? */

/** The day of a moment where the person is: '2026-11-26'. */
export function dayRead(readAt: number): string {
  const at = new Date(readAt);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
