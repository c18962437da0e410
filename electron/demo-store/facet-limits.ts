import { wrongParameter } from './api-error'

const usualLimit = 50

/** Names between commas; a backslash keeps a comma or a backslash in a name. */
export function splitNames(text: string): string[] {
  const names = ['']
  for (const [sign] of text.matchAll(/\\[\\,]|[^]/g)) {
    if (sign === ',') names.push('')
    else names[names.length - 1] += sign.length === 2 ? sign.slice(1) : sign
  }
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** `filterFacetLimit`: a number, `all`, or a list such as `onsale:all,option_Color:10`; what it does not name has 50 values. */
export function facetLimits(text: string | undefined): (name: string) => number {
  const asked = (text ?? '').trim()
  if (asked === '') return () => usualLimit
  if (!asked.includes(':')) {
    const limit = readLimit(asked)
    return () => limit
  }
  const named = new Map(
    splitNames(asked).map((entry) => {
      const at = entry.lastIndexOf(':')
      return [entry.slice(0, at).trim(), readLimit(entry.slice(at + 1).trim())]
    }),
  )
  return (name) => named.get(name) ?? usualLimit
}

function readLimit(text: string): number {
  if (text === 'all') return Infinity
  if (/^\d+$/.test(text)) return Number(text)
  throw wrongParameter(`Wrong parameter 'filterFacetLimit' value: expected a number or 'all'`)
}
