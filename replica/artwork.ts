/** The band's pictures, drawn here as SVG: a harbour at dusk, lanterns, and record sleeves. */

interface Lantern {
  readonly x: number;
  readonly y: number;
  /** 1 is a lantern 74 units high. */
  readonly scale: number;
  readonly glow: 'amber' | 'rose' | 'pearl';
}

/** Lanterns that hang on two strings over the water, and three that have let go. */
const LANTERNS: readonly Lantern[] = [
  { x: 90, y: 122, scale: 0.8, glow: 'amber' },
  { x: 240, y: 150, scale: 1, glow: 'rose' },
  { x: 400, y: 146, scale: 0.8, glow: 'pearl' },
  { x: 1190, y: 150, scale: 0.85, glow: 'amber' },
  { x: 1345, y: 154, scale: 1.1, glow: 'rose' },
  { x: 1510, y: 116, scale: 0.85, glow: 'amber' },
  { x: 640, y: 96, scale: 0.45, glow: 'amber' },
  { x: 1010, y: 84, scale: 0.36, glow: 'pearl' },
  { x: 820, y: 132, scale: 0.28, glow: 'amber' },
];

const GLOWS = { amber: '#ffb454', rose: '#ff8a7a', pearl: '#ffe2a8' } as const;

function lantern({ x, y, scale, glow }: Lantern): string {
  const colour = GLOWS[glow];
  const ribs = [-22, -11, 0, 11, 22]
    .map((rib) => {
      const half = Math.sqrt(Math.max(0, 1 - (rib / 38) ** 2)) * 30;
      return `<path d="M${-half} ${rib}Q0 ${rib + 5} ${half} ${rib}" stroke="#8a3b1c" stroke-opacity=".35" fill="none"/>`;
    })
    .join('');
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <circle r="120" fill="url(#glow-${glow})"/>
    <path d="M-16-34C-42-22-42 22-16 34H16C42 22 42-22 16-34Z" fill="${colour}"/>
    <path d="M-8-33C-20-18-20 18-8 33H8C20 18 20-18 8-33Z" fill="#fff4d6" fill-opacity=".55"/>
    ${ribs}
    <path d="M-15-38h30v6h-30zM-15 32h30v6h-30z" fill="#3a1d2b"/>
    <path d="M0 38v20M-4 58l4 12 4-12z" stroke="#3a1d2b" fill="#3a1d2b"/>
  </g>`;
}

function reflection({ x, scale, glow }: Lantern): string {
  const strokes = [0, 1, 2, 3, 4].map((step) => {
    const half = (26 - step * 4) * scale;
    return `M${x - half} ${470 + step * 20}h${half * 2}`;
  });
  return `<path d="${strokes.join('')}" stroke="${GLOWS[glow]}" stroke-opacity=".4" stroke-width="5" stroke-linecap="round"/>`;
}

/** Fixed "random" stars: a picture must not change from one run to the next. */
function stars(): string {
  return Array.from({ length: 46 }, (_, index) => {
    const x = (index * 379) % 1600;
    const y = (index * 157) % 250;
    return `<circle cx="${x}" cy="${y}" r="${index % 5 === 0 ? 1.8 : 1}" fill="#fff" fill-opacity="${0.25 + (index % 4) * 0.15}"/>`;
  }).join('');
}

/** The harbour that fills the head of the artist's page. */
export function harbour(): string {
  const glows = Object.entries(GLOWS).map(
    ([name, colour]) =>
      `<radialGradient id="glow-${name}"><stop offset="0" stop-color="${colour}" stop-opacity=".55"/><stop offset=".45" stop-color="${colour}" stop-opacity=".16"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
  );
  return `<svg class="harbour" viewBox="0 0 1600 620" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#11142e"/><stop offset=".5" stop-color="#33255a"/><stop offset=".82" stop-color="#8c4468"/><stop offset="1" stop-color="#e58a63"/></linearGradient>
    <linearGradient id="water" x2="0" y2="1"><stop offset="0" stop-color="#6b3a62"/><stop offset=".35" stop-color="#2c2148"/><stop offset="1" stop-color="#0e1024"/></linearGradient>
    ${glows.join('')}
  </defs>
  <path d="M0 0h1600v450H0z" fill="url(#sky)"/>${stars()}
  <path d="M880 52a30 30 0 1 0 22 50 34 34 0 0 1-22-50z" fill="#fff1d8" fill-opacity=".9"/>
  <path d="M0 450V372l150-52 130 46 190-84 210 92 160-50 180 62 190-104 210 86 180-44v126z" fill="#2a1c44" fill-opacity=".75"/>
  <path d="M0 456v-42l210-22 180 26 260-34 240 36 250-30 230 26 230-22v62z" fill="#1a1331"/>
  <path d="M0 450h1600v170H0z" fill="url(#water)"/>
  ${LANTERNS.slice(0, 6).map(reflection).join('')}
  <path d="M-20 40Q230 150 560 84M1040 90Q1360 156 1620 40" stroke="#140f26" stroke-width="3" fill="none"/>
  ${LANTERNS.map(lantern).join('')}
  </svg>`;
}

/** A record sleeve: `seed` turns its colours and the height of its lantern. */
export function sleeve(seed: number): string {
  const hue = [262, 344, 222, 20][seed % 4] ?? 262;
  const rings = [70, 52, 34]
    .map(
      (radius) =>
        `<circle cx="100" cy="92" r="${radius}" fill="none" stroke="hsl(${hue} 80% 85%)" stroke-opacity=".35" stroke-width="2"/>`,
    )
    .join('');
  return `<svg class="sleeve" viewBox="0 0 200 200" aria-hidden="true">
  <path d="M0 0h200v200H0z" fill="hsl(${hue} 46% 28%)"/><path d="M0 128q50-26 100 0t100 0v72H0z" fill="hsl(${(hue + 24) % 360} 52% 20%)"/>
  ${rings}<path d="M84 ${58 + seed * 3}c-26 12-26 56 0 68h32c26-12 26-56 0-68z" fill="${[GLOWS.amber, GLOWS.pearl, GLOWS.rose, GLOWS.pearl][seed % 4] ?? GLOWS.amber}"/>
  <path d="M92 ${60 + seed * 3}c-11 14-11 50 0 64h16c11-14 11-50 0-64z" fill="#fff" fill-opacity=".45"/></svg>`;
}
