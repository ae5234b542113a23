/** One style sheet for every page of the replica. */
export const STYLE = `
:root { color-scheme: dark; --ink: #f6efe6; --quiet: #c9bcd0; --night: #100f22; --panel: #1b1833; --line: #3a3358; --lamp: #ffb454; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--night); color: var(--ink); font: 16px/1.6 'Avenir Next', 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
a { color: var(--lamp); text-underline-offset: 3px; }
h1, h2 { font-weight: 300; letter-spacing: .02em; line-height: 1.2; margin: 0 0 .6em; }
h2 { font-size: 1.5rem; }
.hero { position: relative; min-height: 600px; display: flex; flex-direction: column; overflow: hidden; }
.harbour { position: absolute; inset: 0; width: 100%; height: 100%; }
.hero > :not(.harbour) { position: relative; }
.bar { display: flex; gap: 28px; align-items: center; padding: 22px 5vw; font-size: .8rem; letter-spacing: .16em; text-transform: uppercase; }
.bar a { color: var(--ink); text-decoration: none; } .bar .label { margin-right: auto; color: var(--quiet); }
.title { margin: auto; text-align: center; padding: 110px 20px 120px; text-shadow: 0 2px 30px #0d0b1ecc; }
.title h1 { font: 200 clamp(2.4rem, 6.4vw, 5.4rem)/1.1 'Avenir Next', 'Segoe UI', 'DejaVu Sans', sans-serif; letter-spacing: .2em; margin: 0 0 .25em .2em; text-transform: uppercase; }
.title .button { margin: 4px; } .title p { margin: 0 0 1.6em; font-size: 1.1rem; letter-spacing: .04em; }
.button, button { display: inline-block; border: 1px solid var(--lamp); border-radius: 999px; padding: .65em 1.6em; background: var(--lamp); color: #2b1608; font: 600 .95rem/1.2 inherit; font-family: inherit; text-decoration: none; cursor: pointer; }
.button.quiet { background: #100f2280; color: var(--ink); }
main { max-width: 1120px; margin: 0 auto; padding: 56px 24px; display: grid; gap: 56px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 32px; align-items: start; }
.sleeves { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 20px; }
.sleeve { width: 100%; border-radius: 10px; display: block; box-shadow: 0 12px 30px #0008; } .sleeves p { margin: .6em 0 0; font-size: .95rem; } .sleeves small { color: var(--quiet); display: block; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 16px; padding: 28px; }
form { display: grid; gap: 14px; max-width: 520px; } label { display: grid; gap: 4px; font-size: .92rem; color: var(--quiet); } label.box { display: flex; gap: 10px; align-items: center; }
input, select, textarea { font: inherit; color: var(--ink); background: #0d0c1c; border: 1px solid var(--line); border-radius: 8px; padding: .55em .8em; } input[type=checkbox] { width: 18px; height: 18px; }
form button { justify-self: start; }
.dates { list-style: none; margin: 0; padding: 0; } .dates li { display: grid; grid-template-columns: 84px 1fr auto; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--line); } .dates time { color: var(--lamp); }
iframe { border: 0; border-radius: 12px; width: 100%; background: #0d0c1c; } .clip { aspect-ratio: 16 / 9; }
footer { border-top: 1px solid var(--line); padding: 32px 5vw 48px; color: var(--quiet); font-size: .85rem; } footer nav { display: flex; flex-wrap: wrap; gap: 22px; margin-bottom: 12px; } footer a { color: var(--quiet); } footer p { margin: .3em 0; }
.plain { max-width: 760px; margin: 0 auto; padding: 64px 24px; display: block; } .plain p, .plain li { color: var(--quiet); } .plain pre { white-space: pre-wrap; }
.day { color-scheme: light; --ink: #1d2433; --quiet: #4b566b; --night: #fbfaf6; --panel: #fff; --line: #d9d6cb; --lamp: #8a4b00; } .day input, .day textarea, .day select { background: #fff; } .day button, .day .button { color: #fff; }
.banner { position: fixed; inset: auto 16px 16px; margin: 0 auto; max-width: 760px; background: #fff; color: #1d2433; padding: 18px 22px; border-radius: 12px; display: flex; gap: 16px; align-items: center; box-shadow: 0 10px 40px #000a; z-index: 9; } .banner p { margin: 0; flex: 1; font-size: .92rem; }
`;
