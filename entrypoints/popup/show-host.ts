/** Writes a host into the band of index.html, which stands there before any code does. */
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
