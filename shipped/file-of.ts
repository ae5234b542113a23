/** Finds one organisation's file in a list of all (build/organisations.ts). */

/** The file of the organisation of that id. @throws Error where it has none; the build has checked that each has all its files */
export function fileOf<File>(list: readonly { readonly id: string; readonly file: File }[], id: string): File {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The organisation ${id} lacks a file`);
  return found.file;
}
