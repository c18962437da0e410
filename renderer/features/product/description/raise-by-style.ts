const inLine = 'span, font, a, b, i, u, em, strong'
const ofLetter: Readonly<Record<string, number>> = { em: 1, rem: 1, ex: 0.5, '%': 0.01, px: 1 / 16, pt: 1 / 12 }
/** Less is how a page sets a word into its line. */
const least = 0.15
const lifted = /(?:^|[;\s])(?:vertical-align|mso-text-raise)\s*:\s*([-+]?[\d.]+)\s*(em|rem|ex|px|pt|%)/i
const relativelySmall = /(?:^|[;\s])font-size\s*:\s*(?:smaller\b|0*\.\d+r?em|\d{1,2}(?:\.\d+)?%)/i

/** Programs raise and lower letters by style alone: Google Docs by a word, Word by points, web pages by a length or a small top. */
export function raiseByStyle(page: DocumentFragment): void {
  for (const part of page.querySelectorAll(inLine)) {
    const how = liftOf(part)
    if (how === 0 || part.closest('sup, sub')) continue
    const mark = document.createElement(how > 0 ? 'sup' : 'sub')
    mark.append(...part.childNodes)
    part.append(mark)
  }
}

/** In letters, above zero when it is raised. */
function liftOf(part: Element): number {
  const style = part.getAttribute('style') ?? ''
  const named = /vertical-align\s*:\s*(super|sub|text-top|top)\b/i.exec(style)?.[1]?.toLowerCase()
  if (named === 'super') return 1
  if (named === 'sub') return -1
  if (named !== undefined) return relativelySmall.test(style) || isSmallerThanAround(part) ? 1 : 0
  const [, length, unit = ''] = lifted.exec(style) ?? []
  const lift = Number(length ?? 0) * (ofLetter[unit.toLowerCase()] ?? 0)
  return Math.abs(lift) < least ? 0 : lift
}

/** A price with small cents at its top, as browsers write what they copy. */
function isSmallerThanAround(part: Element): boolean {
  const own = sizeOf(part)
  for (let around = part.parentElement; own !== null && around; around = around.parentElement) {
    const size = sizeOf(around)
    if (size !== null) return own < size
  }
  return false
}

function sizeOf(part: Element): number | null {
  const [, size, unit] = /(?:^|[;\s])font-size\s*:\s*([\d.]+)(px|pt)/i.exec(part.getAttribute('style') ?? '') ?? []
  return size === undefined ? null : Number(size) * (unit?.toLowerCase() === 'pt' ? 4 / 3 : 1)
}
