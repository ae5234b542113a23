/** The frame of every page: head, style, body. Words from outside go through `escapeHtml`. */
/** escapeHtml('<a "b">') → '&lt;a &quot;b&quot;&gt;' */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** A whole document. `head` is markup that goes before everything of the body; `day` gives light colours. */
export function page(title: string, body: string, { head = '', day = false, language = 'en' } = {}): string {
  return `<!doctype html>
<html lang="${language}"${day ? ' class="day"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
${body}
</body>
</html>`;
}

/** A plain page with a heading and a few lines, for what a test needs and little else. */
export function plainPage(
  title: string,
  body: string,
  options: { head?: string; day?: boolean; language?: string } = {},
): string {
  return page(title, `<main class="plain"><h1>${escapeHtml(title)}</h1>\n${body}</main>`, options);
}
