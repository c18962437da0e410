import type { Palette } from './palettes'

export function notebook({ body, shade, light, accent }: Palette): string {
  return `
    <g transform="rotate(-6 300 300)">
      <rect x="172" y="112" width="276" height="366" rx="14" fill="${shade}"/>
      <rect x="166" y="104" width="270" height="364" rx="8" fill="#fbf7ee"/>
      <rect x="156" y="98" width="276" height="366" rx="14" fill="${body}"/>
      <rect x="156" y="98" width="48" height="366" rx="14" fill="${shade}" opacity=".55"/>
      <rect x="240" y="170" width="150" height="84" rx="8" fill="${light}"/>
      <path d="M262 200h106M262 226h66" stroke="${shade}" stroke-width="9" stroke-linecap="round"/>
      <rect x="392" y="98" width="16" height="366" fill="${accent}"/>
      <path d="M300 464v52l12-14 12 14v-52z" fill="${accent}"/>
    </g>`
}

export function poster({ body, shade, light, accent, wall }: Palette): string {
  return `
    <rect x="146" y="66" width="320" height="420" fill="#000" opacity=".1" transform="translate(8 10)"/>
    <rect x="140" y="60" width="320" height="420" fill="#6b5443"/>
    <rect x="154" y="74" width="292" height="392" fill="#fffdf8"/>
    <rect x="178" y="98" width="244" height="344" fill="${wall}"/>
    <circle cx="338" cy="184" r="46" fill="${accent}"/>
    <path d="M178 330c50-70 90-70 130-20 40-60 76-50 114 0v132H178z" fill="${light}"/>
    <path d="M178 372c60-50 100-40 140-4 36-36 70-30 104-6v80H178z" fill="${body}"/>
    <path d="M178 410c80-30 160-26 244-2v34H178z" fill="${shade}"/>`
}

export function pencils({ body, shade, light, accent }: Palette): string {
  const pencil = (x: number, angle: number, fill: string) => `
    <g transform="rotate(${angle} ${x} 460)">
      <path d="M${x - 20} 180l20-66 20 66z" fill="#ecd5b0"/><path d="M${x - 7} 138l7-24 7 24z" fill="#3b3b3b"/>
      <rect x="${x - 20}" y="180" width="40" height="230" fill="${fill}"/><rect x="${x + 4}" y="180" width="16" height="230" fill="#000" opacity=".12"/>
    </g>`
  return `${pencil(230, -14, accent)}${pencil(300, -2, light)}${pencil(366, 12, body)}
    <path d="M196 300h208l-14 152c-2 12-10 20-24 20H234c-14 0-22-8-24-20z" fill="${body}"/>
    <path d="M344 300h60l-14 152c-2 12-10 20-24 20h-50c18-30 26-90 28-172z" fill="${shade}" opacity=".5"/>
    <ellipse cx="300" cy="300" rx="104" ry="16" fill="${shade}"/>`
}

export function cards({ body, shade, light, accent }: Palette): string {
  return `
    <g transform="rotate(9 300 300)"><rect x="160" y="150" width="300" height="220" rx="8" fill="${shade}"/></g>
    <g transform="rotate(-7 300 320)">
      <rect x="140" y="180" width="320" height="236" rx="8" fill="${body}"/>
      <path d="M140 188l160 130 160-130" fill="none" stroke="${shade}" stroke-width="8"/>
      <circle cx="300" cy="312" r="34" fill="${accent}"/>
      <path d="M286 312l10 12 20-24" fill="none" stroke="${light}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
    </g>`
}
