/** What is written to disk: a file by its path in a folder, as text or as bytes. Pure. */

/** A file. */
export interface ExportFile {
  /** With '/' between folders; of letters, digits, '-', '_' and '.' alone, so that it is the same on every system. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/** The bytes of a file; text is UTF-8. */
export function bytesOf({ content }: Pick<ExportFile, 'content'>): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? encoder.encode(content) : content;
}

/** A part of a file's name that any system takes: 'www.a.example'; '' where nothing is left. */
export function fileNamePart(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
}

/** Files of which no two have one path, on a system either that takes 'A' and 'a' for the same: 'a.txt', 'A-2.txt'. */
export function withDistinctPaths(files: readonly ExportFile[]): readonly ExportFile[] {
  const taken = new Set<string>();
  return files.map(({ path, content }) => {
    const dot = path.lastIndexOf('.');
    let free = path;
    for (let no = 2; taken.has(free.toLowerCase()); no += 1) free = `${path.slice(0, dot)}-${no}${path.slice(dot)}`;
    taken.add(free.toLowerCase());
    return { path: free, content };
  });
}
