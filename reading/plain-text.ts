/**
 * Reads a policy from a text file: plain, or in the Markdown in which archives of policies keep them (headings, lists, bold lines,
 * links, line breaks). What is no Markdown is text.
 */
import type { RawBlock, RawDocument, RawLink } from './raw-document.ts';

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^(\s*)(?:[-*+]|\d{1,2}[.)])\s+(.*)$/;
const RULE = /^\s*(?:[-*_]\s*){3,}$/;
/** What an archive writes above the text that it keeps. */
const ARCHIVE_NOTE = /^(?:> |# SOURCE:)/;
const LINK = /!?\[([^\]\n]{0,500})\]\((\S{0,500}?)(?:\s+"[^"\n]*")?\)/g;
const BARE_LINK = /<((?:https?:\/\/|mailto:)[^>\s]{1,500})>/g;
/** `_words_` and `__words__`; the sign inside or before a name (`_fbp`, `user_id`) is part of it. */
const EMPHASIS = /(?<![\p{L}\p{N}_\\])(_{1,3})(?![\s_])([^_\n]{1,500}?)(?<![\s\\])\1(?![\p{L}\p{N}_])/gu;
const BOLD_LINE = /^(?:\*\*|__?)(?!\s)(.+?)(?:\*\*|__?)$/s;

/** Spaces that nest an item one deeper. */
const INDENT = 2;

/** The words of a line of Markdown, and the links in it. */
function inline(markdown: string): { text: string; links: RawLink[] } {
  const links: RawLink[] = [];
  const text = markdown
    .replace(LINK, (whole: string, words: string, address: string) => {
      if (whole.startsWith('!')) return '';
      if (words.trim() !== '') links.push({ text: words, address });
      return words;
    })
    .replace(BARE_LINK, (_, address: string) => {
      links.push({ text: address, address });
      return address;
    })
    .replace(/\*\*/g, '')
    .replace(EMPHASIS, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1');
  return { text, links };
}

/** A block that is being gathered, line by line. */
interface Open {
  readonly kind: 'paragraph' | 'item';
  readonly level: number;
  lines: string[];
}

/** Two spaces at the end of a line break it; otherwise a paragraph's lines are one. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, at) => (at === lines.length - 1 ? line.trim() : line.trim() + (/ {2}$/.test(line) ? '\n' : ' ')))
    .join('');
}

function blockOf({ kind, level, lines }: Open): RawBlock[] {
  const joined = joinLines(lines);
  const bold = kind === 'paragraph' ? BOLD_LINE.exec(joined)?.[1] : undefined;
  const { text, links } = inline(bold ?? joined);
  return text.trim() === '' ? [] : [{ kind, level, text, links, isBold: bold !== undefined }];
}

/** What is known of a file beside its text. */
export type FileFacts = Partial<Pick<RawDocument, 'address' | 'title' | 'declaredLanguage' | 'publisher'>>;

/** The blocks of a text file. */
export function readPlainText(file: string, facts: FileFacts = {}): RawDocument {
  const blocks: RawBlock[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(...blockOf(open));
    open = null;
  };
  for (const line of file.split(/\r\n?|\n/)) {
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    if (line.trim() === '' || RULE.test(line) || ARCHIVE_NOTE.test(line)) {
      close();
    } else if (heading !== null) {
      close();
      const { text, links } = inline(heading[2] ?? '');
      if (text.trim() !== '') blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text, links });
    } else if (item !== null && !BOLD_LINE.test(line.trim())) {
      close();
      const indent = item[1]?.replace(/\t/g, '    ').length ?? 0;
      open = { kind: 'item', level: Math.max(1, Math.trunc(indent / INDENT)), lines: [item[2] ?? ''] };
    } else {
      const last: Open | null = open;
      if (last === null) open = { kind: 'paragraph', level: 0, lines: [line] };
      else last.lines.push(line);
    }
  }
  close();
  const title = facts.title ?? blocks.find(({ kind }) => kind === 'heading')?.text ?? '';
  return {
    ...{ address: '', declaredLanguage: '', publisher: '', ...facts, title, blocks },
    ...{ cutBy: null, unreadFrames: 0 },
  };
}
