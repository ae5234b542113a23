/** Writes the first words into index.html, in places that stand there before any code does. */
import { hostParts, isLongHost } from '../../components/parts/host-parts.ts';

/** Shows the host; `null` takes away the one that stands there. */
export function showHost(host: string | null): void {
  const place = document.getElementById('host');
  // What stands there already is not laid out a second time.
  if (place === null || place.textContent === (host ?? '')) return;
  place.classList.toggle('long', host !== null && isLongHost(host));
  const parts = host === null ? [] : hostParts(host);
  place.replaceChildren(...parts.flatMap((part) => [part, document.createElement('wbr')]));
}

/** Shows the words of the button, which say the number that the record comes to; `null` takes them away. */
export function showNumber(words: string | null): void {
  const place = document.getElementById('number');
  if (place === null) return;
  place.textContent = words;
  place.hidden = words === null;
}
