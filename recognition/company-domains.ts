/** The domains in the companies' texts of an index (company-index.ts), as a table. */
import { SEPARATOR } from './length-table.ts';

/** Gives a function: domain → number of its company. The table is made when it is first asked: the domains are the last part of each text. */
export function numbersIn(texts: readonly string[]): (domain: string) => number | undefined {
  let numbers: Map<string, number> | undefined;
  return (domain) => (numbers ??= readDomains(texts)).get(domain);
}

function readDomains(texts: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, text] of texts.entries()) {
    const domains = text.slice(text.lastIndexOf(SEPARATOR) + 1);
    if (domains !== '') for (const domain of domains.split(' ')) numbers.set(domain, number);
  }
  return numbers;
}
