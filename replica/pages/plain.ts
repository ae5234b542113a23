/** Pages that keep to themselves: the control of every test, and a page whose links all lead home. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

/** `/plain`: nothing but first party, nothing kept, nothing asked. */
export function plain(): Answer {
  return html(
    plainPage('Liner notes of a quiet page', '<p>Four songs, recorded in one evening by the harbour wall.</p>'),
  );
}

/** `/thanks`: where the forms of the replica arrive. */
export function thanks(): Answer {
  return html(plainPage('Thank you', '<p>It went nowhere, and was read by nobody.</p>'));
}
