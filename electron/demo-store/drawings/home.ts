import type { Palette } from './palettes'

export function lamp({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M150 250L60 470h480L450 250z" fill="#fff3c9" opacity=".45"/>
    <rect x="291" y="240" width="18" height="210" fill="${accent}"/>
    <path d="M214 452c0-16 38-26 86-26s86 10 86 26v18H214z" fill="${accent}"/>
    <path d="M214 92h172l76 168H138z" fill="${body}"/>
    <path d="M330 92h56l76 168H360z" fill="${shade}" opacity=".5"/>
    <path d="M226 112l-52 128" stroke="${light}" stroke-width="12" stroke-linecap="round" opacity=".8"/>
    <ellipse cx="300" cy="260" rx="162" ry="15" fill="#ffe9a8"/>
    <path d="M378 262v62" stroke="${shade}" stroke-width="4"/><circle cx="378" cy="332" r="9" fill="${shade}"/>`
}

export function candle({ body, shade, light, accent }: Palette): string {
  return `
    <circle cx="300" cy="150" r="120" fill="#ffdf91" opacity=".35"/>
    <path d="M300 84c30 40 40 62 40 84a40 40 0 0 1-80 0c0-22 10-44 40-84z" fill="#f6a63b"/>
    <path d="M300 128c14 20 18 30 18 42a18 18 0 0 1-36 0c0-12 4-22 18-42z" fill="#fff0b8"/>
    <rect x="296" y="200" width="8" height="40" rx="4" fill="#4b3b33"/>
    <path d="M190 240h220v190c0 26-14 42-40 42H230c-26 0-40-16-40-42z" fill="${body}"/>
    <path d="M350 240h60v190c0 26-14 42-40 42h-50c20-8 30-20 30-42z" fill="${shade}" opacity=".5"/>
    <ellipse cx="300" cy="240" rx="110" ry="24" fill="${light}"/>
    <rect x="232" y="306" width="136" height="104" rx="8" fill="#fffaf2"/>
    <path d="M300 324c22 16 26 44 0 66-26-22-22-50 0-66z" fill="${accent}"/>
    <path d="M212 270v150" stroke="${light}" stroke-width="11" stroke-linecap="round" opacity=".8"/>`
}

export function towel({ body, shade, light, accent }: Palette): string {
  const fold = (y: number, fill: string, dark: string) => `
    <rect x="120" y="${y}" width="360" height="84" rx="36" fill="${fill}"/>
    <path d="M156 ${y + 62}h288c20 0 32-10 36-24v10c0 20-16 36-36 36H156c-20 0-36-16-36-36v-10c4 14 16 24 36 24z" fill="${dark}" opacity=".5"/>
    <path d="M400 ${y}h24v84h-24z" fill="${accent}" opacity=".8"/>`
  return fold(386, body, shade) + fold(298, light, body) + fold(210, body, shade)
}

export function cushion({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M120 160c60 24 300 24 360 0 22 40 20 240 0 300-60-20-300-20-360 0-20-60-22-260 0-300z" fill="${body}"/>
    <path d="M420 172c30-4 50-8 60-12 22 40 20 240 0 300-20-6-56-12-100-14 40-60 52-180 40-274z" fill="${shade}" opacity=".4"/>
    <g fill="none" stroke="${accent}" stroke-width="9" opacity=".85"><path d="M160 220c80 20 200 20 280 0M156 270c90 18 200 18 288 0M156 350c90-18 200-18 288 0M160 400c80-18 200-18 280 0"/></g>
    <path d="M170 310h260" stroke="${light}" stroke-width="12" stroke-linecap="round" stroke-dasharray="1 26"/>`
}

export function pot({ body, shade, light, accent }: Palette): string {
  return `
    <g fill="#6f8f63"><path d="M300 300c-20-90-80-130-150-140 6 80 60 130 150 140z"/><path d="M300 300c10-100 70-150 150-160 0 90-60 140-150 160z"/></g>
    <g fill="#88a878"><path d="M296 300c-40-80-36-160 4-220 44 64 40 140-4 220z"/><path d="M300 304c-60-20-110-16-156 14 50 34 110 28 156-14zM300 304c60-24 116-20 160 8-50 36-110 32-160-8z"/></g>
    <path d="M300 296c0-80 0-140 0-190" stroke="#4e6a48" stroke-width="6" fill="none"/>
    <path d="M186 300h228l-26 150c-4 14-14 22-30 22H242c-16 0-26-8-30-22z" fill="${body}"/>
    <path d="M352 300h62l-26 150c-4 14-14 22-30 22h-46c24-30 36-90 40-172z" fill="${shade}" opacity=".5"/>
    <rect x="170" y="276" width="260" height="52" rx="16" fill="${light}"/>
    <path d="M214 386h160" stroke="${accent}" stroke-width="10" stroke-linecap="round" stroke-dasharray="1 24"/>`
}

export function clock({ body, shade, light, accent }: Palette): string {
  const marks = Array.from(
    { length: 12 },
    (_, hour) =>
      `<rect x="295" y="128" width="10" height="${hour % 3 ? 18 : 34}" rx="5" fill="${shade}" transform="rotate(${hour * 30} 300 290)"/>`,
  )
  return `
    <circle cx="300" cy="290" r="192" fill="${shade}"/><circle cx="300" cy="290" r="180" fill="${body}"/>
    <circle cx="300" cy="290" r="164" fill="${light}"/>${marks.join('')}
    <path d="M300 290L230 232" stroke="${accent}" stroke-width="15" stroke-linecap="round"/>
    <path d="M300 290l66-110" stroke="${accent}" stroke-width="10" stroke-linecap="round"/>
    <circle cx="300" cy="290" r="14" fill="${accent}"/>`
}
