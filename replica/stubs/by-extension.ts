/** What any other company's host answers, by the end of the path: small, empty, and of the right type. */
import { html, json, pixel, script, type Answer, type SiteRequest } from '../answer.ts';
import { sleeve } from '../artwork.ts';

export function byExtension({ path }: SiteRequest): Answer {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  switch (extension) {
    case 'js':
    case 'mjs':
      return script('');
    case 'gif':
    case 'png':
    case 'jpg':
      return pixel();
    case 'css':
      return { type: 'text/css; charset=utf-8', body: '' };
    case 'json':
      return json({});
    case 'svg':
      return { type: 'image/svg+xml', body: sleeve(2).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"') };
    case 'html':
    case 'php':
      return html('<!doctype html><title>A frame</title>');
    default:
      return path.includes('/embed') || path.includes('/plugins/')
        ? html('<!doctype html><title>A frame</title>')
        : { status: 200, type: 'text/plain; charset=utf-8', body: '' };
  }
}
