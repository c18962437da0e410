const altParts = ['name', 'option', 'position', 'sku', 'file'] as const
type AltPart = (typeof altParts)[number]
export type AltPattern =
  { ok: false; problem: string } | { ok: true; write: (values: Record<AltPart, string>) => string }

const isPart = (name: string): name is AltPart => (altParts as readonly string[]).includes(name)

/** An alt text with parts, such as `{name}, {option}, {position}`. A part that is empty takes the separator before it along. */
export function parseAltPattern(text: string): AltPattern {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => (name ?? '').trim().toLowerCase())
    .find((name) => !isPart(name))
  if (unknown !== undefined) {
    return {
      ok: false,
      problem: `There is no part {${unknown}}. Use ${altParts.map((part) => `{${part}}`).join(', ')}.`,
    }
  }
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    return { ok: false, problem: 'A bracket is open. Parts are written like {name}.' }
  }
  const pieces = text.split(/(\{[^{}]*\})/).filter((piece) => piece !== '')
  return { ok: true, write: (values) => written(pieces, values) }
}

function written(pieces: readonly string[], values: Record<AltPart, string>): string {
  let result = ''
  let separator = ''
  // A bracket that was left out with its part takes the closing one along.
  let opened = false
  for (const piece of pieces) {
    if (!piece.startsWith('{')) {
      separator += opened ? piece.replace(/^\s*[)\]]/, '') : piece
      opened = false
      continue
    }
    const value = values[piece.slice(1, -1).trim().toLowerCase() as AltPart]
    if (value === '') {
      opened ||= /[([]\s*$/.test(separator)
      separator = result === '' ? separator : ''
    } else {
      result += separator + value
      separator = ''
    }
  }
  return (result + separator).replace(/\s+/g, ' ').trim().slice(0, 1000)
}
