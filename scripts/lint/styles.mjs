// What the linter does not read: style sheets are no longer than other files, and no text is smaller than 12 px.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const maxLines = 400
const minPixels = 12
// In sheets, in styles, of what is drawn on a canvas, the smallest of a theme, and of a component.
const before = [
  'font-size:\\s*',
  'fontSize:\\s*[\'"]?',
  'FontSize:\\s*[\'"]',
  'FontStyle:\\s*[\'"](?:\\w+ )*',
  'fontSizes:\\s*\\{\\s*xs:\\s*[\'"]',
  '\\bfz=\\{?[\'"]?',
]
const sizes = new RegExp(`(?:${before.join('|')})(\\d+(?:\\.\\d+)?)(px|r?em|%)?`, 'g')

/** What is wrong with a file, one line each. */
export function faultsOfStyles(name, text) {
  const lines = text.split('\n')
  const long = name.endsWith('.css') && lines.length > maxLines + 1 ? [`${name}: more than ${maxLines} lines`] : []
  const small = lines.flatMap((line, at) =>
    [...line.matchAll(sizes)]
      .filter(([, size, unit]) => pixels(Number(size), unit) < minPixels)
      .map(([found]) => `${name}:${at + 1}: text smaller than ${minPixels} px (${found})`),
  )
  return [...long, ...small]
}

/** Parts of another size are taken of the smallest that there may be: less than one is too small. */
function pixels(size, unit) {
  if (unit === 'rem') return size * 16
  if (unit === 'em') return size * minPixels
  return unit === '%' ? (size / 100) * minPixels : size
}

/** Of all that the window is drawn with. */
export function faultsOfWindow(root) {
  return readdirSync(join(root, 'renderer'), { recursive: true })
    .map((name) => join('renderer', name).replaceAll('\\', '/'))
    .filter((name) => /\.(css|tsx?)$/.test(name))
    .flatMap((name) => faultsOfStyles(name, readFileSync(join(root, name), 'utf8')))
}
