/**
 * When has the person sent what stands in a field? What goes out from then on is what they asked for. In doubt they have: a
 * press on any button near the field counts for some seconds, since a page may send by it whatever it is called.
 */
import { clock } from '../clock.ts';
import { BUTTONS, CONTAINERS, type Field } from '../page/field-groups.ts';
import { attribute, parentOf } from '../page/page-elements.ts';
import { closest, contains, tagOf } from '../page/safe-document.ts';

/**
 * Reports that the person submits all fields for which `fits` is true. Requests from `at` until `until` (milliseconds since 1970, or
 * Infinity) count as sent by that.
 */
export type ReportSubmission = (fits: (field: Field) => boolean, at: number, until: number) => void;

/** How long a press on a button that is not known to send the form counts as one that did, in milliseconds. */
export const PRESS_COUNTS = 5000;
/** Elements between a press and the button around it. */
const MAX_DEPTH = 8;

/** Where an event came from, inside of open shadow trees too. */
export function originOf(event: Event): Element | null {
  const [origin] = event.composedPath();
  return origin instanceof Element ? origin : null;
}

function buttonAround(element: Element | null): Element | null {
  let one = element;
  for (let depth = 0; one !== null && depth < MAX_DEPTH; depth += 1, one = parentOf(one)) {
    const localName = tagOf(one);
    const isButton =
      localName === 'button' ||
      localName === 'a' ||
      /^(?:button|link|menuitem)$/.test(attribute(one, 'role')) ||
      (one instanceof HTMLInputElement && BUTTONS.test(one.type));
    if (isButton) return one;
  }
  return null;
}

function formOf(button: Element): HTMLFormElement | null {
  return button instanceof HTMLButtonElement || button instanceof HTMLInputElement ? button.form : null;
}

/** Whether a press on the button sends its form, as the browser has it. */
function isSubmit(button: Element): boolean {
  if (formOf(button) === null) return false;
  if (button instanceof HTMLButtonElement) return button.type === 'submit';
  return button instanceof HTMLInputElement && (button.type === 'submit' || button.type === 'image');
}

/** Whether a button stands where a person takes it to belong to the field: in its form, or in the same part of the page. */
function isNear(button: Element, field: Field): boolean {
  const form = formOf(button);
  if (form !== null && field.form !== null) return form === field.form;
  const part = closest(field.form ?? field, CONTAINERS);
  return part === null || contains(part, button);
}

/** Watches for submitted forms, presses on buttons and the Enter key, until `signal` aborts. */
export function watchSubmissions(report: ReportSubmission, signal: AbortSignal): void {
  const events = { capture: true, passive: true, signal };

  function onPress(event: Event): void {
    if (!event.isTrusted) return;
    const button = buttonAround(originOf(event));
    if (button === null) return;
    const at = clock.now();
    if (isSubmit(button)) {
      const form = formOf(button);
      report((field) => field.form === form, at, Infinity);
    } else report((field) => isNear(button, field), at, at + PRESS_COUNTS);
  }

  // The field loses the focus before the click: what a page sends then counts as sent by the press as well.
  addEventListener('pointerdown', onPress, events);
  addEventListener('click', onPress, events);
  addEventListener(
    'submit',
    (event) => {
      if (!event.isTrusted) return;
      const form = originOf(event);
      report((field) => field.form === form, clock.now(), Infinity);
    },
    events,
  );
  addEventListener(
    'keydown',
    (event) => {
      // While a word is composed, Enter only takes it over.
      if (!event.isTrusted || event.key !== 'Enter' || event.isComposing) return;
      const origin = originOf(event);
      report(
        (field) => field === origin || (origin !== null && field.form !== null && contains(field.form, origin)),
        clock.now(),
        Infinity,
      );
    },
    events,
  );
}
