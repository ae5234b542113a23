/** Which columns of a table lists show: those by which a row is known. All others stand in its detail, and in the files. */
import type { Column, Table } from './table.ts';

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  pages: ['page', 'address', 'opened', 'left', 'recognised', 'operator', 'other_companies'],
  findings: ['page', 'practice', 'label', 'label_read', 'companies', 'evidence', 'first'],
  evidence: ['page', 'practice', 'kind', 'host', 'first', 'count', 'details'],
  quotes: ['page', 'practice', 'text', 'date', 'section', 'quote'],
  texts: ['read', 'address', 'title', 'date', 'sha256'],
  companies: ['page', 'company', 'services', 'hosts', 'requests', 'failed', 'first', 'country'],
  hosts: ['page', 'host', 'company', 'category', 'requests', 'failed', 'pixels', 'first'],
  requests: ['no', 'time', 'page', 'address', 'company', 'type', 'outcome', 'seen_by', 'count'],
  redirects: ['page', 'time', 'from', 'to'],
  frames: ['page', 'time', 'address', 'company', 'title'],
  'stored-items': ['page', 'store', 'host', 'name', 'set_by', 'purpose', 'shape', 'identifier', 'expires', 'first'],
  writes: ['page', 'store', 'name', 'api', 'writer', 'writer_path', 'calls', 'first'],
  'flash-objects': ['page', 'time', 'form', 'address', 'parameters'],
  'flash-cookies': ['page', 'host', 'key', 'size', 'entries'],
  consent: ['page', 'seen', 'platform', 'host', 'choice', 'made_by'],
  'form-fields': ['page', 'form', 'field', 'asks_for', 'required', 'preset', 'target', 'policy'],
  links: ['page', 'role', 'words', 'address', 'scopes'],
  'read-outs': ['page', 'time', 'what', 'script', 'path', 'measures'],
  'typed-texts': ['page', 'time', 'field', 'asks_for', 'sent_to', 'form'],
  disguises: ['page', 'address', 'collector', 'known_by', 'detail'],
  limits: ['page', 'time', 'observer', 'reason', 'count'],
};

/** The columns that a list shows, in the order of the table. */
export function shownColumns<Row>({ name, columns }: Table<Row>): readonly Column<Row>[] {
  const names = SHOWN[name];
  return names === undefined ? columns : columns.filter((column) => names.includes(column.name));
}
