/** Players and tour dates of other companies, drawn in our own way. */
import { html, type Answer } from '../answer.ts';

/** Fills the place that the page keeps for tour dates, from an address of the company's. */
export const tourWidget = `fetch('https://rest.bandsintown.com/artists/lanterns.json').then((answer) => answer.json()).then(() => {
  for (const place of document.querySelectorAll('.bit-widget-initializer')) {
    place.innerHTML = '<section class="panel"><h2>Near you</h2><ul class="dates"><li><time>20 Mar</time><span>Salt House, Marrow Bay</span><b>Few left</b></li><li><time>21 Mar</time><span>Pier Nine, Eastport</span><b>New</b></li></ul></section>';
  }
});`;

const BACK =
  'margin:0;background:#16142b;color:#f6efe6;font:15px sans-serif;height:100vh;display:grid;place-items:center';

/** A frame that looks like a player, keeps an id of its own and calls a company of its own. */
export function playerFrame(kind: 'video' | 'audio'): Answer {
  const face =
    kind === 'video'
      ? '<svg width="76" height="54" viewBox="0 0 76 54"><rect width="76" height="54" rx="12" fill="#e58a63"/><path d="M30 16v22l20-11z" fill="#16142b"/></svg>'
      : '<div style="display:flex;gap:18px;align-items:center;width:88%"><svg width="44" height="44" viewBox="0 0 44 44"><circle cx="22" cy="22" r="22" fill="#ffb454"/><path d="M17 13v18l15-9z" fill="#16142b"/></svg><span style="flex:1"><b>Harbour of Small Lights</b><br><small>Paper Lanterns · 3:42</small><svg width="100%" height="6"><rect width="100%" height="6" rx="3" fill="#3a3358"/><rect width="22%" height="6" rx="3" fill="#ffb454"/></svg></span></div>';
  return html(
    `<!doctype html><title>Player</title><body style="${BACK}">${face}
<script>try { localStorage.setItem('player-id', crypto.randomUUID()); } catch { /* A browser may keep frames from storing. */ } new Image().src = 'https://static.doubleclick.net/instream/ad_status.gif';</script>`,
    { 'set-cookie': 'VISITOR_INFO1_LIVE=lantern; Max-Age=15552000; Path=/; Secure; HttpOnly; SameSite=None' },
  );
}
