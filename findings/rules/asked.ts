/** What forms ask for, and where that goes: one rule for each practice of the group "asked". */
import type { FieldMeaning, FormPurpose } from '../../ledger/observation.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { Evidence, FieldEvidence, FormEvidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';

type Form = Visit['forms'][number];

const CARD: readonly FieldMeaning[] = ['card-number', 'card-detail'];
/** Facts about a person; a birth date first, which some forms ask for alone. */
const ABOUT: readonly FieldMeaning[] = ['birth-date', 'age', 'gender', 'country', 'zip-code'];
/** What says whose a password is. */
const WHO: readonly FieldMeaning[] = ['email', 'user-name', 'tel', 'mobile', 'name'];

const hostOf = (form: Form): string => form.target?.host ?? form.host;
const isFor = ({ purposes }: Form, ...wanted: readonly FormPurpose[]): boolean =>
  wanted.some((purpose) => purposes.includes(purpose));
const asksFor = ({ fields }: Form, meanings: readonly FieldMeaning[]): boolean =>
  fields.some(({ meaning }) => meanings.includes(meaning));

/** Whether it sends what is filled in by plain http. Where a script sends it is not known. */
export function isUnencrypted({ target }: Form): boolean {
  return target?.scheme === 'http';
}

/** Whether it asks for details of a bank card. */
export function isCardForm(form: Form): boolean {
  return asksFor(form, CARD);
}

/** The fields of one form that ask for one of these; [] where none does. */
function fieldsIn(form: Form, meanings: readonly FieldMeaning[], situation?: string | null): FieldEvidence[] {
  const names = form.fields.filter(({ meaning }) => meanings.includes(meaning)).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      kind: 'field',
      names,
      target: form.target,
      host: hostOf(form),
      at: form.at,
      count: names.length,
      ...(situation == null ? {} : { situation }),
    },
  ];
}

function formItself(form: Form, calledBy: FormEvidence['calledBy'] = 'words'): FormEvidence {
  return { kind: 'form', words: form.words, target: form.target, calledBy, host: hostOf(form), at: form.at, count: 1 };
}

const eachForm =
  (evidenceOf: (form: Form) => readonly Evidence[]): PracticeRule =>
  ({ visit }) =>
    visit.forms.flatMap(evidenceOf);

const formsFor = (purpose: FormPurpose): PracticeRule =>
  eachForm((form) => (isFor(form, purpose) ? [formItself(form)] : []));

/** Forms of these purposes ask for an e-mail address as well, and have practices of their own. */
const OTHER_PRACTICES: readonly FormPurpose[] = ['account', 'payment', 'job', 'sweepstakes', 'tell-a-friend'];

/** Whether one signs up by it: for news or text messages, or with an e-mail address for nothing that it says. */
export function isSignUp(form: Form): boolean {
  if (isFor(form, 'newsletter', 'text-messages')) return true;
  return asksFor(form, ['email']) && !isFor(form, ...OTHER_PRACTICES, 'contact', 'search');
}

/** The rules, by the practice's id. */
export const askedRules = {
  'newsletter-email': eachForm((form) => {
    if (isFor(form, 'newsletter')) return fieldsIn(form, ['email']);
    return isFor(form, ...OTHER_PRACTICES) ? [] : fieldsIn(form, ['email'], 'asked');
  }),
  'mobile-number': eachForm((form) =>
    isFor(form, 'text-messages') ? fieldsIn(form, ['tel', 'mobile']) : fieldsIn(form, ['mobile'], 'asked'),
  ),
  'name-and-address': eachForm((form) => {
    const phone: readonly FieldMeaning[] = isFor(form, 'text-messages') ? [] : ['tel'];
    return [...fieldsIn(form, ['name', 'postal-address']), ...fieldsIn(form, phone, 'phone')];
  }),
  demographics: eachForm((form) => {
    const isMore = asksFor(form, ABOUT.slice(1));
    return fieldsIn(form, ABOUT, isMore ? null : 'birth-date');
  }),
  account: eachForm((form) => {
    if (asksFor(form, ['password'])) return fieldsIn(form, ['password'], asksFor(form, WHO) ? null : 'password-alone');
    // Beside a newsletter the words may be those of a link to the log-in.
    return isFor(form, 'account') && !isFor(form, 'newsletter')
      ? fieldsIn(form, ['email', 'user-name'], 'no-password')
      : [];
  }),
  payment: eachForm((form) => fieldsIn(form, CARD, isUnencrypted(form) ? 'unencrypted' : null)),
  'tell-a-friend': eachForm((form) => {
    if (asksFor(form, ['friend-email'])) return fieldsIn(form, ['friend-email']);
    return isFor(form, 'tell-a-friend') ? fieldsIn(form, ['email'], 'by-words') : [];
  }),
  sweepstakes: formsFor('sweepstakes'),
  'job-application': formsFor('job'),
  'form-to-another-company': ({ visit, companyOf }) =>
    visit.forms
      .filter(({ target }) => target !== null && companyOf(target.host).relation === 'other')
      .map((form) => formItself(form, 'target')),
  'hidden-fields': eachForm((form) => fieldsIn(form, ['hidden'])),
} satisfies Readonly<Record<string, PracticeRule>>;
