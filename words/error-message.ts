/** The message of whatever was thrown. It is the browser's own text, in the browser's language. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
