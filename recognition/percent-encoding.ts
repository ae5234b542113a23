/** Undoing percent-encoding, in the three ways in which what is read is encoded. None of them ever throws. */

/** As forms are encoded: 'a%20b+c' → 'a b c'; what is no valid encoding stays as it is. */
export function decodeFormText(text: string): string {
  // Most names and values need neither.
  if (!/[+%]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** All of it, and once more where it was encoded twice; a text that is not encoded, or was cut inside a code, stays as it is. */
export function decodeTwice(text: string): string {
  let decoded = text;
  try {
    for (let round = 0; round < 2 && decoded.includes('%'); round += 1) decoded = decodeURIComponent(decoded);
  } catch {
    // A percent sign of its own, or a value cut in the middle of one.
  }
  return decoded;
}

/** Only the codes of ASCII characters, twice: cookies often carry an encoded query string, and may be cut anywhere. */
export function decodeAsciiTwice(text: string): string {
  let decoded = text;
  for (let round = 0; round < 2 && decoded.includes('%'); round += 1) {
    decoded = decoded.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
  return decoded;
}
