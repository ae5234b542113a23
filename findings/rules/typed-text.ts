/** Text that was found in a request to another company before the person sent it. */
import type { PracticeRule } from '../recognised.ts';

/** Forms from which the text itself cannot be read back. */
const HASHED = /^(?:md5|sha\d+)$/;

/**
 * One piece of evidence for each field, form and host of another company. What goes to the site itself or to its owner (its own
 * server checks an address, or completes what is searched) is no evidence.
 */
export const typedTextSentEarly: PracticeRule = ({ visit, companyOf }) =>
  visit.typedTexts
    .filter(({ address }) => companyOf(address.host).relation === 'other')
    .map(({ name, field, form, address, at }) => ({
      kind: 'typed-text',
      field: name === '' ? field : name,
      form,
      host: address.host,
      at,
      count: 1,
      ...(HASHED.test(form) ? { situation: 'hashed' } : {}),
    }));
