/** Fields that a script reads: before the form is sent, and in the ways that are no such thing. */
const reader = (file: string): string => `<script src="https://cdn.listening-post.example/${file}"></script>`;

const NEWSLETTER = `<form action="/thanks" method="post"><p>Sign up for the newsletter.</p>
<label>E-mail address<input type="email" name="newsletter_email"></label>
<label>A line for the band<input name="band_line"></label><button>Subscribe</button></form><p id="state" role="status"></p>`;

/** By what follows `/practice/`. */
export const TYPED_TEXT: Readonly<Record<string, string>> = {
  'typed-text-sent-early': NEWSLETTER + reader('listen.js'),
  'typed-text-sent-early/base64': NEWSLETTER + reader('pixel.js'),
  'typed-text-sent-early/on-submit': NEWSLETTER + reader('on-submit.js'),
  // The site's own server, and another name of its owner.
  'typed-text-sent-early/own-server': `${NEWSLETTER}<script>document.addEventListener('input', async ({ target }) => {
  for (const server of ['https://api.columbiarecords.com', 'https://forms.sonymusicfans.com'])
    await fetch(server + '/validate', { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ email: target.value }) });
  document.getElementById('state').textContent = 'Checked ' + target.value.length;
});</script>`,
  'typed-text-sent-early/chat': `<section><h2>Chat with us</h2><label>Your words<textarea name="chat_words"></textarea></label><p id="state" role="status"></p></section>${reader('chat.js')}`,
};
