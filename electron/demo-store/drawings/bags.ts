import type { Palette } from './palettes'

export function tote({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M214 210c0-150 172-150 172 0" fill="none" stroke="${shade}" stroke-width="18"/>
    <path d="M150 196h300l26 256c2 14-6 24-22 24H146c-16 0-24-10-22-24z" fill="${body}"/>
    <path d="M404 196h46l26 256c2 14-6 24-22 24h-60c20-70 22-180 10-280z" fill="${shade}" opacity=".4"/>
    <path d="M150 196h300l3 24H147z" fill="${light}"/>
    <path d="M230 400c20-70 46-104 70-104s50 34 70 104z" fill="${accent}"/>
    <path d="M206 404h188l-18 30H224z" fill="${accent}" opacity=".7"/>
    <path d="M198 226c0-150 204-150 204 0" fill="none" stroke="${light}" stroke-width="18" stroke-linecap="round"/>`
}

export function backpack({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M250 110c0-50 100-50 100 0" fill="none" stroke="${shade}" stroke-width="18"/>
    <path d="M170 220c0-80 50-120 130-120s130 40 130 120v210c0 26-16 44-44 44H214c-28 0-44-18-44-44z" fill="${body}"/>
    <path d="M360 112c46 18 70 54 70 108v210c0 26-16 44-44 44h-46c20-100 36-240 20-362z" fill="${shade}" opacity=".4"/>
    <path d="M170 210h260v70c-80 40-180 40-260 0z" fill="${light}"/>
    <rect x="204" y="330" width="192" height="112" rx="18" fill="${shade}" opacity=".6"/>
    <rect x="282" y="264" width="36" height="86" rx="8" fill="${accent}"/><rect x="288" y="318" width="24" height="16" rx="3" fill="#e9d8a6"/>
    <path d="M226 362h148" stroke="${light}" stroke-width="6" stroke-dasharray="12 8"/>`
}

export function apron({ body, shade, light, accent }: Palette): string {
  return `
    <path d="M232 110c0-70 136-70 136 0" fill="none" stroke="${accent}" stroke-width="13"/>
    <path d="M226 110h148c6 60 24 96 66 120v220c0 16-8 26-26 26H186c-18 0-26-10-26-26V230c42-24 60-60 66-120z" fill="${body}"/>
    <path d="M374 110c6 60 24 96 66 120v220c0 16-8 26-26 26h-70c30-100 40-250 30-366z" fill="${shade}" opacity=".4"/>
    <path d="M212 300h176v84c0 22-14 34-36 34H248c-22 0-36-12-36-34z" fill="${light}"/>
    <path d="M212 318h176" stroke="${accent}" stroke-width="7" stroke-dasharray="12 9"/>
    <path d="M160 246l-62 36M440 246l62 36" stroke="${accent}" stroke-width="11" stroke-linecap="round"/>`
}
