/** The files that the page's origin keeps (OPFS): their paths and sizes. What stands in them is never read. */

/** Something that is kept under a name; its size where the browser tells it. */
export interface Kept {
  readonly name: string;
  /** Bytes; null where it is not known. */
  readonly size: number | null;
}

/** Most files and directories of an origin that are named, and how deep directories are followed. */
const MAX_FILES = 1001;
const MAX_DEPTH = 8;
/** A file that is being written stands beside itself under this name until it is closed (Chromium). */
const IN_WRITING = '.crswap';

/** As `FileSystemDirectoryHandle` is: its type lacks the asynchronous iteration in some libraries. */
interface Directory {
  readonly values: () => AsyncIterator<FileSystemHandle>;
}

async function sizeOf(file: FileSystemFileHandle): Promise<number | null> {
  try {
    return (await file.getFile()).size;
  } catch {
    // A page that writes has it locked; that it is there is known.
    return null;
  }
}

async function gather(directory: Directory, path: string, depth: number, found: Kept[]): Promise<void> {
  // Step by step: Firefox does not let a content script iterate over what the page's browser gives.
  const entries = directory.values();
  let isEmpty = true;
  for (let next = await entries.next(); next.done !== true; next = await entries.next()) {
    const handle = next.value;
    if (found.length >= MAX_FILES) return;
    if (handle.name.endsWith(IN_WRITING)) continue;
    isEmpty = false;
    const name = path + handle.name;
    if (handle.kind === 'file') found.push({ name, size: await sizeOf(handle as FileSystemFileHandle) });
    else if (depth >= MAX_DEPTH) found.push({ name: `${name}/`, size: null });
    else await gather(handle as unknown as Directory, `${name}/`, depth + 1, found);
  }
  // An empty directory is kept, too.
  if (isEmpty && path !== '') found.push({ name: path, size: null });
}

/** All files below a directory, 'saves/fan-id.txt'. */
export async function filesBelow(directory: FileSystemDirectoryHandle): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  await gather(directory, '', 0, found);
  return found;
}
