/** The attributes by which an element of the page tells something: a change of another one is none. */

/**
 * Attributes of fields and buttons by which they change what they ask for, on what terms, and where that is sent. Not `checked`: a page
 * that sets it later may be following a person's press.
 */
export const FIELD_ATTRIBUTES = [
  'name',
  'id',
  'type',
  'inputmode',
  'autocomplete',
  'placeholder',
  'title',
  'aria-label',
  'aria-labelledby',
  'required',
  'aria-required',
  'formaction',
  'formmethod',
] as const;

/** Attributes by which an element changes what it loads, where it leads, what it is called or asks for. None that moves or colours it. */
export const TELLING_ATTRIBUTES: readonly string[] = [
  'src',
  'srcdoc',
  'href',
  'rel',
  'data',
  'alt',
  'for',
  'action',
  'method',
  ...FIELD_ATTRIBUTES,
];
