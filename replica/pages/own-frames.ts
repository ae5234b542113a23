/** Frames of the page's own making, each with a form and a picture of a company; and one that another company's frame makes. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

/** The kinds of frames without an address, by the host that each loads from. */
export const OWN_FRAMES = ['written', 'built', 'srcdoc', 'javascript', 'void', 'blob', 'sandboxed'] as const;

/** What stands in such a frame: `kind` tells it from the others. */
function inside(kind: string): string {
  return `<!doctype html><title>Fan club</title><form action="https://lantern.us1.list-manage.com/subscribe/post-${kind}" method="post"><label>Email <input type="email" name="EMAIL_${kind}"></label><button>Sign up for news</button></form><img alt="" src="https://${kind}.lantern-ads.example/a.png">`;
}

const quoted = (kind: string): string => JSON.stringify(inside(kind)).replaceAll('</', '<\\/');

/** `/own-frames`: one of each kind, two that stay empty, and a company's frame with a frame of its own making in it. */
export function ownFrames(): Answer {
  return html(
    plainPage(
      'Frames of our own',
      `<iframe id="w" title="Fan club"></iframe><iframe title="Fan club" srcdoc='${inside('srcdoc').replaceAll("'", '&#39;')}'></iframe>
<iframe id="j" title="Fan club" src="javascript:false"></iframe><iframe id="v" title="Fan club" src="javascript:void(0)"></iframe><iframe id="n" title="Fan club" src="about:blank"></iframe><iframe id="b" title="Fan club"></iframe>
<iframe title="Fan club" sandbox="" srcdoc='${inside('sandboxed').replaceAll("'", '&#39;')}'></iframe>
<iframe hidden name="__tcfapiLocator"></iframe><iframe hidden name="empty"></iframe>
<iframe title="The film" src="https://www.youtube.com/embed/with-a-frame"></iframe>
<script>
const written = document.getElementById('w').contentDocument;
written.write(${quoted('written')});
document.getElementById('w').contentWindow.localStorage.setItem('from-a-frame', 'yes');
const j = document.getElementById('j').contentDocument;
j.open(); j.write(${quoted('javascript')}); j.close();
setTimeout(() => {
  document.getElementById('v').contentDocument.body.innerHTML = ${quoted('void')};
  document.getElementById('n').contentDocument.body.innerHTML = ${quoted('built')};
}, 100);
document.getElementById('b').src = URL.createObjectURL(new Blob([${quoted('blob')}], { type: 'text/html' }));
</script>`,
    ),
  );
}

/** A company's frame that makes a frame itself. */
export function companyOwnFrame(): Answer {
  return html(
    `<!doctype html><title>Player</title><iframe id="w"></iframe><script>document.getElementById('w').contentDocument.write(${quoted('strangers')});</script>`,
  );
}
