/**
 * Writes templates into which nothing is put as plain strings. The minifier makes templates of all strings, and V8 takes longer to read
 * those over: `page-details.js` 11.7 ms against 9.5, in a process that has read nothing before (Node 24, medians of 25). For the scripts of a
 * page, which each new process reads; of an extension's own pages Chromium keeps the compiled code.
 */
import { parseSync, Visitor, type Plugin } from 'vite';

const QUOTES = ['"', "'"] as const;

/** The code between a template's ticks as a string's code, in the quotes of which it holds fewer. What is escaped there may be escaped here. */
function stringOf(inside: string): string {
  const [quote] = QUOTES.toSorted((a, b) => inside.split(a).length - inside.split(b).length);
  const escaped = inside.replace(/\\(?:\r\n|[^])|\r\n?|["'\n]/g, (found) => {
    if (found === quote) return `\\${quote}`;
    return /^[\r\n]/.test(found) ? '\\n' : found;
  });
  return `${quote}${escaped}${quote}`;
}

/** The same script with strings in the place of such templates. One with a tag is a call of that tag, and stays. */
export function withPlainStrings(code: string, file: string): string {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} could not be read: ${errors[0]?.message ?? ''}`);
  const templates: { readonly start: number; readonly end: number }[] = [];
  const tagged = new Set<number>();
  new Visitor({
    TaggedTemplateExpression: ({ quasi }) => {
      tagged.add(quasi.start);
    },
    TemplateLiteral: ({ start, end, expressions }) => {
      if (expressions.length === 0 && !tagged.has(start)) templates.push({ start, end });
    },
  }).visit(program);
  let plain = '';
  let at = 0;
  for (const { start, end } of templates.toSorted((a, b) => a.start - b.start)) {
    plain += code.slice(at, start) + stringOf(code.slice(start + 1, end - 1));
    at = end;
  }
  return plain + code.slice(at);
}

/** A Vite plugin: all scripts of a build, after the minifier. */
export function plainStrings(): Plugin {
  return {
    name: 'liner-notes:plain-strings',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk') file.code = withPlainStrings(file.code, file.fileName);
      },
    },
  };
}
