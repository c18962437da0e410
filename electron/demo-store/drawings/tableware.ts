import type { Palette } from './palettes'

export function mug({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M392 262h46c44 0 62 34 62 66s-20 70-66 70h-44" fill="none" stroke="${shade}" stroke-width="28" stroke-linecap="round"/>
    <path d="M170 210h230v190c0 44-28 70-72 70h-86c-44 0-72-26-72-70z" fill="${body}"/>
    <path d="M340 210h60v190c0 44-28 70-72 70h-30c30-8 42-34 42-70z" fill="${shade}" opacity=".55"/>
    <path d="M170 330h230v34H170z" fill="${accent}" opacity=".85"/>
    <path d="M196 236v170" stroke="${light}" stroke-width="14" stroke-linecap="round" opacity=".7"/>
    <ellipse cx="285" cy="210" rx="115" ry="26" fill="${light}"/>
    <ellipse cx="285" cy="214" rx="96" ry="18" fill="#4a3226"/>
    <path d="M250 160c-14-22 16-32 2-56M300 160c-14-22 16-32 2-56" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".65"/>`
}

export function bowl({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M110 270c0 120 78 200 190 200s190-80 190-200z" fill="${body}"/>
    <path d="M380 270h110c0 120-78 200-190 200-16 0-20-2-30-4 74-16 110-86 110-196z" fill="${shade}" opacity=".5"/>
    <path d="M122 320c8 26 16 44 30 66M150 404c8 10 14 16 24 24" stroke="${light}" stroke-width="12" stroke-linecap="round" opacity=".75"/>
    <ellipse cx="300" cy="270" rx="190" ry="44" fill="${light}"/>
    <ellipse cx="300" cy="276" rx="164" ry="32" fill="${shade}"/>
    <circle cx="250" cy="262" r="34" fill="${accent}"/><circle cx="318" cy="256" r="38" fill="#d8843e"/>
    <circle cx="372" cy="268" r="28" fill="#b9c46a"/>
    <path d="M318 222c4-14 14-20 26-22" stroke="#5c7a45" stroke-width="7" stroke-linecap="round" fill="none"/>
    <path d="M240 462h120v14H240z" fill="${shade}"/>`
}

export function plate({ body, shade, light, accent }: Palette): string {
  return `
    <circle cx="300" cy="296" r="196" fill="${shade}" opacity=".6"/>
    <circle cx="300" cy="286" r="196" fill="${body}"/>
    <circle cx="300" cy="286" r="150" fill="${light}"/>
    <circle cx="300" cy="286" r="138" fill="${body}" opacity=".55"/>
    <circle cx="300" cy="286" r="174" fill="none" stroke="${accent}" stroke-width="5" stroke-dasharray="2 20" stroke-linecap="round"/>
    <path d="M236 300c24-70 70-96 128-90-6 62-46 100-128 90z" fill="${accent}" opacity=".8"/>
    <path d="M222 322c50-40 88-70 130-100" stroke="${light}" stroke-width="5" stroke-linecap="round"/>`
}

export function teapot({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M176 330c-60-4-78-40-112-86 46-4 84 10 118 44z" fill="${shade}"/>
    <path d="M430 262c58-10 94 16 92 62s-40 72-98 62" fill="none" stroke="${accent}" stroke-width="22" stroke-linecap="round"/>
    <path d="M300 210c96 0 150 60 150 140 0 76-54 120-150 120s-150-44-150-120c0-80 54-140 150-140z" fill="${body}"/>
    <path d="M352 218c62 18 98 68 98 132 0 76-54 120-150 120-14 0-24-1-36-3 92-12 128-62 128-127 0-50-14-90-40-122z" fill="${shade}" opacity=".5"/>
    <path d="M196 300c8-24 20-40 42-54" stroke="${light}" stroke-width="14" stroke-linecap="round" fill="none"/>
    <path d="M216 222c10-30 42-46 84-46s74 16 84 46c-50 16-118 16-168 0z" fill="${light}"/>
    <circle cx="300" cy="164" r="20" fill="${accent}"/>`
}

export function vase({ body, shade, light, accent }: Palette): string {
  return `
    <g fill="none" stroke="#6f8a5c" stroke-width="7" stroke-linecap="round">
      <path d="M300 260c-6-70-30-120-66-164M304 260c0-80 14-130 50-176M300 250c-2-70 0-110 4-170"/>
    </g>
    <g fill="${accent}"><circle cx="232" cy="96" r="26"/><circle cx="356" cy="84" r="30"/><circle cx="304" cy="72" r="24"/></g>
    <g fill="#8fa877"><path d="M268 168c-40-2-58-22-64-46 34 0 56 14 64 46z"/><path d="M326 150c32-6 50-24 54-50-32 4-52 20-54 50z"/></g>
    <path d="M258 236h84v40c64 24 96 70 96 120 0 50-40 76-138 76s-138-26-138-76c0-50 32-96 96-120z" fill="${body}"/>
    <path d="M342 276c64 24 96 70 96 120 0 50-40 76-138 76-10 0-18 0-26-1 72-6 106-30 106-75 0-46-14-84-56-116z" fill="${shade}" opacity=".5"/>
    <path d="M200 380c4-26 18-46 40-62" stroke="${light}" stroke-width="13" stroke-linecap="round" fill="none"/>
    <ellipse cx="300" cy="238" rx="42" ry="11" fill="${light}"/>`
}

export function carafe({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M252 130h96v110c56 30 76 80 76 136 0 66-34 94-124 94s-124-28-124-94c0-56 20-106 76-136z" fill="${light}" opacity=".85"/>
    <path d="M188 350c36-18 76 16 116 0s84-12 110 4c4 84-20 116-114 116s-118-30-112-120z" fill="${body}" opacity=".8"/>
    <path d="M348 240c56 30 76 80 76 136 0 66-34 94-124 94 70-10 84-44 84-98 0-56-12-100-36-132z" fill="${shade}" opacity=".35"/>
    <path d="M252 168h96v44h-96z" fill="${accent}"/>
    <rect x="262" y="92" width="76" height="46" rx="14" fill="${shade}"/>
    <path d="M208 372c2-36 12-64 32-88" stroke="#fff" stroke-width="11" stroke-linecap="round" fill="none" opacity=".8"/>`
}
