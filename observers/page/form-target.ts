/** Where is a form sent, and how? */
import { toAddress, type Address, type FormObservation } from '../../ledger/observation.ts';
import type { Group } from './field-groups.ts';
import { attribute, hasAttribute, resolved } from './page-elements.ts';

type Method = FormObservation['method'];

/** An address that a form can be sent to; `null` for what only script knows ('', '#', 'javascript:…'). */
function targetOf(written: string): Address | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  return toAddress(resolved(trimmed));
}

/** Where a group is sent: another company's address counts before the page's own, whether form or button names it. */
export function destinationOf({ form, buttons }: Group, host: string): Address | null {
  if (form === null) return null;
  const targets = [form, ...buttons]
    .map((element) => targetOf(attribute(element, element === form ? 'action' : 'formaction')))
    .filter((target) => target !== null);
  return targets.find((target) => target.host !== host) ?? targets[0] ?? null;
}

/** How a group is sent to its target; 'none' where only script sends it. */
export function methodOf({ form, buttons }: Group, target: Address | null): Method {
  if (form === null) return 'none';
  const button = buttons.find((element) => hasAttribute(element, 'formmethod'));
  const written = (attribute(form, 'method') || (button ? attribute(button, 'formmethod') : '')).toLowerCase();
  if (written === 'post' || written === 'dialog') return written;
  return target === null ? 'none' : 'get';
}
