/** The permissions of the manifest in words. */
import { t } from './messages';

/** Every permission that the manifest asks for at installation. */
export const GRANTED_PERMISSIONS = [
  'storage',
  'activeTab',
  'scripting',
  'cookies',
  'declarativeNetRequestWithHostAccess',
] as const;

export type GrantedPermission = (typeof GRANTED_PERMISSIONS)[number];

/** What a permission is, and why it is asked for. */
export function permissionWords(permission: GrantedPermission): { readonly name: string; readonly why: string } {
  return { name: t(`permissions.${permission}.name`), why: t(`permissions.${permission}.why`) };
}
