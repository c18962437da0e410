/** One way to understand a file's name: what names the product, and what says which of its pictures it is. */
export type Reading = {
  key: string
  /** 1 is the first picture. */
  position: number | null
  /** `front`, `back` and the like, lower case. */
  view: string | null
  /** The whole name, nothing taken off. */
  isWhole: boolean
  /** Possible rather than likely: enough for a suggestion. */
  isFaint: boolean
  /** The position stood in brackets, as a copy's number does. */
  brackets?: boolean
}

/** Views in the order a shop shows them; the first few are a main picture. */
const views = [
  ...['main', 'hero', 'cover', 'primary', 'title', 'haupt', 'hauptbild', 'titel', 'front', 'vorne', 'vorderseite'],
  ...['side', 'seite', 'left', 'links', 'right', 'rechts', 'back', 'rear', 'hinten', 'rueckseite', 'rückseite'],
  ...['top', 'oben', 'bottom', 'unten', 'inside', 'innen', 'outside', 'open', 'closed', 'angle', 'detail', 'details'],
  ...[
    'closeup',
    'zoom',
    'macro',
    'label',
    'box',
    'packaging',
    'pack',
    'lifestyle',
    'model',
    'scene',
    'context',
    'ambient',
  ],
]
const lastMainView = views.indexOf('vorderseite')
const view = `(${views.join('|')})`
const gap = '[\\s_\\-.#]'

type Strip = { pattern: RegExp; takes: 'position' | 'view' | 'nothing' | 'letter'; word?: string }

const strips: Strip[] = [
  {
    pattern: new RegExp(`${gap}*[([]\\s*(?:copy|kopie|copie|copia)?\\s*(\\d{1,3})\\s*[)\\]]$`, 'i'),
    takes: 'position',
  },
  { pattern: new RegExp(`${gap}+(?:copy|kopie|copie|copia)(?:${gap}*\\d{1,3})?$`, 'i'), takes: 'nothing' },
  {
    pattern: new RegExp(
      `${gap}+(?:\\d{2,5}x\\d{2,5}|\\d{3,4}px|scaled|hi-?res|high-?res|lo-?res|low-?res|edited|retouched|rgb|cmyk|web)$`,
      'i',
    ),
    takes: 'nothing',
  },
  { pattern: /@[23]x$/i, takes: 'nothing' },
  {
    pattern: new RegExp(
      `${gap}+(?:img|image|pic|picture|photo|foto|bild|view|gallery|galerie|pos)${gap}*(\\d{1,3})$`,
      'i',
    ),
    takes: 'position',
  },
  { pattern: new RegExp(`${gap}+(?:img|image|pic|picture|photo|foto|bild)$`, 'i'), takes: 'nothing' },
  { pattern: new RegExp(`${gap}+${view}(?:${gap}*(\\d{1,2}))?$`, 'i'), takes: 'view' },
  { pattern: new RegExp(`${gap}+(\\d{1,3})$`), takes: 'position' },
  { pattern: new RegExp(`${gap}([a-h])$`, 'i'), takes: 'letter' },
]

/** Every way to read a name without its ending, the whole name first. */
export function readingsOf(stem: string): Reading[] {
  const whole: Reading = { key: stem, position: null, view: null, isWhole: true, isFaint: false }
  const found = [whole]
  const seen = new Set([stem])
  for (let at = 0; at < found.length && at < 6; at++) {
    const from = found[at] as Reading
    for (const strip of strips) {
      const next = stripped(from, strip)
      if (!next || seen.has(next.key)) continue
      seen.add(next.key)
      found.push(next)
    }
  }
  return found
}

function stripped(from: Reading, { pattern, takes }: Strip): Reading | undefined {
  const found = pattern.exec(from.key)
  if (!found || found.index === 0) return undefined
  const rest = { ...from, key: from.key.slice(0, found.index).trim(), isWhole: false }
  if (!/[\p{L}\p{N}]/u.test(rest.key)) return undefined
  if (takes === 'nothing') return rest
  if (takes === 'letter') {
    const position = (found[1] as string).toLowerCase().charCodeAt(0) - 96
    return { ...rest, position: from.position ?? position, isFaint: true }
  }
  if (takes === 'view') {
    const number = found[2] === undefined ? null : Number(found[2])
    return { ...rest, view: (found[1] as string).toLowerCase(), position: from.position ?? number }
  }
  const isSecond = from.position !== null && from.view === null
  // A second number is rarely a position too, except before the number in brackets that a copy gets.
  const isFaint = from.isFaint || (isSecond && from.brackets !== true)
  return { ...rest, position: Number(found[1]), isFaint, brackets: /[)\]]$/.test(found[0]) }
}

/** `front`, `7`, `img 3`: says which picture, and of no product. */
export function isOnlyPlace(stem: string): boolean {
  return new RegExp(`^(?:${view}|(?:img|image|pic|picture|photo|foto|bild)?${gap}*\\d{1,3})$`, 'i').test(stem)
}

/** Names that cameras, telephones and programs give: they say nothing about the product. */
export function isCameraName(stem: string): boolean {
  return cameraNames.some((pattern) => pattern.test(stem))
}

const cameraNames = [
  /^(?:_?(?:img|dsc[nf]?|dscf|pict?|p|gopr|mvimg|pxl|imag|cimg|sam|hpim|kif|stb|photo|image|foto|bild|scan|capture|dji|_mg|_dsc))[\s_\-.]?\d{3,}(?:[\s_\-.]\w{1,12})*(?:\s?\(\d+\))?$/i,
  /^(?:whatsapp|screenshot|bildschirmfoto|screen shot|signal|telegram|facetune|snapseed|untitled|unbenannt|photo|image|download|picture|foto|bild)\b.{0,60}$/i,
  /^(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?:[-_ .T]?\d{2,9})*(?:\s?\(\d+\))?$/,
  /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
]

export type Place = { rank: number; number: number; name: string }

/** Where a picture goes among those of its product: `main` and `front`, the bare name, numbers, other views. */
export function placeOf({ position, view: seen, isWhole }: Omit<Reading, 'key' | 'isFaint'>, name: string): Place {
  const at = seen === null ? -1 : views.indexOf(seen)
  if (seen !== null && at <= lastMainView) return { rank: 0, number: position ?? 0, name }
  if (seen !== null) return { rank: 3, number: at * 1000 + (position ?? 0), name }
  if (position !== null) return { rank: 2, number: position, name }
  return { rank: isWhole ? 1 : 2, number: 0, name }
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function comparePlaces(a: Place, b: Place): number {
  return a.rank - b.rank || a.number - b.number || byName.compare(a.name, b.name)
}
