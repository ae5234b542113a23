/** The permissions of the manifest in words. */
import type { Language } from './language.ts';

/** Every permission that the manifest asks for at installation, in any browser. */
const GRANTED_PERMISSIONS = [
  'storage',
  'activeTab',
  'scripting',
  'cookies',
  'webRequest',
  'declarativeNetRequestWithHostAccess',
] as const;
/** The same in Chromium, whose side panel needs one. */
export const CHROMIUM_PERMISSIONS = [...GRANTED_PERMISSIONS, 'sidePanel'] as const;
/** The same in Firefox, which alone has a name service to ask. */
export const FIREFOX_PERMISSIONS = [...GRANTED_PERMISSIONS, 'dns'] as const;

export type GrantedPermission = (typeof CHROMIUM_PERMISSIONS | typeof FIREFOX_PERMISSIONS)[number];

/** What a permission is, and why it is asked for. */
export function permissionWords(
  language: Language,
  permission: GrantedPermission,
): { readonly name: string; readonly why: string } {
  return { name: language.t(`permissions.${permission}.name`), why: language.t(`permissions.${permission}.why`) };
}
