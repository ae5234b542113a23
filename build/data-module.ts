/** Writes data as a module that a browser reads soon: what is long as texts that JSON.parse takes in. */

/**
 * From how many characters on JSON.parse is quicker than code. V8's makers advise 10,000 (https://v8.dev/blog/cost-of-javascript-2019); a page's
 * new process reads our scripts cold, and `page-details.js` in 8.3 ms with its data as texts against 11.8 without (Node 24, medians of 25).
 */
const LONG = 1000;

/**
 * A module that exports each member by its name, so that what nobody imports can be left out. With `whole`, also all of them as the default:
 * of that one a long member is read when it is first asked for, since a page that has a file at hand may need little of it.
 */
export function moduleOf(members: object, whole: boolean): string {
  const parts = Object.entries(members).map(([name, value], at) => {
    const text = JSON.stringify(value);
    const isLong = text.length >= LONG;
    const key = JSON.stringify(name);
    const made = isLong
      ? `let v${at};\nconst p${at} = () => (v${at} ??= JSON.parse(${JSON.stringify(text)}));\nconst m${at} = /* @__PURE__ */ p${at}();`
      : `const m${at} = ${text};`;
    return {
      code: `${made}\nexport { m${at} as ${key} };`,
      member: isLong ? `get ${key}() { return p${at}(); }` : `${key}: m${at}`,
    };
  });
  const all = whole ? [`export default { ${parts.map(({ member }) => member).join(', ')} };`] : [];
  return [...parts.map(({ code }) => code), ...all].join('\n');
}
