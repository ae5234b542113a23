/** Practices of scripts: what they read out, and what they write again. */

/** Bodies by practice id, or by the name of a variant. */
export const READ_OUTS: Readonly<Record<string, string>> = {
  fingerprinting: '<script src="https://fpnpmcdn.net/v3/lantern/agent.js"></script>',
  'session-recording/unlisted': `<p>A long page.</p><p id="clock">0</p><label>Your verse <textarea name="verse"></textarea></label>
<script src="https://cdn.lantern-replay.example/recorder.js"></script>
<script>setInterval(() => { document.getElementById('clock').textContent++; }, 500);</script>`,
  'identifier-restored': `<p>We know you, whatever you delete.</p>
<script>
const visitor = localStorage.getItem('harbour:visitor') ?? crypto.randomUUID();
localStorage.setItem('harbour:visitor', visitor);
if (!document.cookie.includes('harbour_visitor=')) document.cookie = 'harbour_visitor=' + visitor + '; max-age=31536000; path=/; secure; samesite=lax';
</script>`,
};
