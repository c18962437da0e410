import type { Palette } from './palettes'

export function knife({ body, shade, accent }: Palette): string {
  return `
    <g transform="rotate(-38 300 300)">
      <path d="M70 268h270v72H180c-56 0-92-26-110-72z" fill="#dfe5e8"/>
      <path d="M70 268h270v18H78z" fill="#b9c4ca"/>
      <path d="M120 318c18 10 40 16 66 16h150" stroke="#fff" stroke-width="6" fill="none" opacity=".9"/>
      <rect x="336" y="260" width="26" height="86" rx="6" fill="#9fabb2"/>
      <path d="M360 266h148c24 0 34 14 34 36s-10 38-34 38H360z" fill="${body}"/>
      <path d="M360 316h182c-3 14-14 24-34 24H360z" fill="${shade}"/>
      <g fill="${accent}"><circle cx="402" cy="302" r="9"/><circle cx="452" cy="302" r="9"/><circle cx="502" cy="302" r="9"/></g>
    </g>`
}

export function board({ body, shade, light }: Palette): string {
  return `
    <g transform="rotate(8 300 300)">
      <path d="M180 170c0-26 16-40 40-40h40c4-30 10-66 40-66s36 36 40 66h40c24 0 40 14 40 40v260c0 30-16 46-44 46H224c-28 0-44-16-44-46z" fill="${shade}" transform="translate(8 10)"/>
      <path d="M180 170c0-26 16-40 40-40h40c4-30 10-66 40-66s36 36 40 66h40c24 0 40 14 40 40v260c0 30-16 46-44 46H224c-28 0-44-16-44-46z" fill="${body}"/>
      <circle cx="300" cy="108" r="16" fill="${shade}"/>
      <g fill="none" stroke="${light}" stroke-width="6" stroke-linecap="round" opacity=".8">
        <path d="M216 190c6 90-8 160 4 250M256 170c-6 110 10 190 0 290M300 160c8 100-6 200 2 300M346 170c-8 110 8 190 0 280M386 190c6 90-6 170 0 240"/>
      </g>
    </g>`
}

export function spoons({ body, shade, light, accent }: Palette): string {
  const spoon = (x: number, angle: number, fill: string, dark: string) => `
    <g transform="rotate(${angle} ${x} 470)">
      <rect x="${x - 11}" y="230" width="22" height="246" rx="11" fill="${fill}"/>
      <ellipse cx="${x}" cy="180" rx="46" ry="68" fill="${fill}"/>
      <ellipse cx="${x}" cy="176" rx="31" ry="50" fill="${dark}" opacity=".55"/>
    </g>`
  return spoon(230, -14, body, shade) + spoon(300, 0, accent, shade) + spoon(370, 14, light, body)
}

export function jar({ body, shade, light, accent }: Palette): string {
  return `
    <rect x="176" y="186" width="248" height="286" rx="44" fill="${light}" opacity=".9"/>
    <path d="M176 300c50 14 82-16 126-4s80 10 122-6v138c0 26-18 44-44 44H220c-26 0-44-18-44-44z" fill="${body}"/>
    <path d="M376 186h4c26 0 44 18 44 44v198c0 26-18 44-44 44h-40c26-6 36-20 36-44z" fill="${shade}" opacity=".4"/>
    <rect x="186" y="126" width="228" height="66" rx="18" fill="${accent}"/>
    <rect x="186" y="168" width="228" height="14" fill="#000" opacity=".12"/>
    <rect x="232" y="322" width="136" height="90" rx="10" fill="#fffaf2"/>
    <path d="M256 352h88M256 378h56" stroke="${shade}" stroke-width="9" stroke-linecap="round"/>
    <path d="M200 232v170" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity=".6"/>`
}
