/** Views in the order a shop shows them; the first few are a main picture. */
export const views = [
  ...[
    'main',
    'hero',
    'cover',
    'primary',
    'title',
    'haupt',
    'hauptbild',
    'titel',
    'front',
    'vorne',
    'vorderseite',
    '正面',
  ],
  ...['side', 'seite', 'left', 'links', 'right', 'rechts', 'back', 'rear', 'hinten', 'rueckseite', 'rückseite', '背面'],
  ...['top', 'oben', 'bottom', 'unten', 'inside', 'innen', 'outside', 'open', 'closed', 'angle', 'detail', 'details'],
  ...['closeup', 'zoom', 'macro', 'label', 'box', 'packaging', 'pack'],
  ...['lifestyle', 'model', 'scene', 'context', 'ambient'],
]
export const lastMainView = views.indexOf('正面')
export const view = `(${views.join('|')})`
export const gap = '[\\s_\\-.#]'

/** A part of a name that says nothing about the product, and what it says about the picture. */
export type Strip = { pattern: RegExp; takes: 'position' | 'view' | 'nothing' | 'letter'; at: 'start' | 'end' }

const copy = 'copy|kopie|copie|copia|копия|のコピー|コピー'
const sizes = '\\d{2,5}x\\d{2,5}|\\d{2,4}x|x\\d{2,4}|\\d{3,4}px|\\d{2,3}dpi|scaled|hi-?res|high-?res|lo-?res|low-?res'
/** What was done to a picture. */
export const work = 'edit|edited|retouched|rotated|final|packshot|thumb|thumbnail|rgb|cmyk|web|white[\\s_-]?bg'
/** What WordPress, Amazon and Shopify append. */
const marks = 'e\\d{13}|_?sl\\d{3,4}_?|swch|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const day = '(?:19|20)\\d\\d([-_.]?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])'
const time = '(?:[-_ t.]\\d{4,6})?'
export const picture = 'img|image|pic|picture|photo|foto|bild'
const code = 'isbn(?:-?1[03])?|ean(?:-?13)?|upc|gtin|asin|sku'

const ending = (pattern: string, takes: Strip['takes']): Strip => ({
  pattern: new RegExp(`${pattern}$`, 'i'),
  takes,
  at: 'end',
})
const beginning = (pattern: string, takes: Strip['takes']): Strip => ({
  pattern: new RegExp(`^${pattern}(?=.*[\\p{L}\\p{N}])`, 'iu'),
  takes,
  at: 'start',
})

const endings: Strip[] = [
  ending(`${gap}*[([]\\s*(?:${copy})?\\s*(\\d{1,3})\\s*[)\\]]`, 'position'),
  ending(`${gap}+(?:${copy})(?:${gap}*\\d{1,3})?`, 'nothing'),
  ending(`${gap}+(?:${sizes}|${work}|${marks})`, 'nothing'),
  ending(`${gap}+\\((?:large|medium|small)\\)`, 'nothing'),
  ending(`${gap}+${day}${time}`, 'nothing'),
  ending('@[23]x', 'nothing'),
  ending(`${gap}+(?:${picture}|view|gallery|galerie|pos|alt|360${gap})${gap}*(\\d{1,3})`, 'position'),
  ending(`${gap}+(?:${picture})`, 'nothing'),
  ending(`${gap}+(\\d{1,2})of\\d{1,2}`, 'position'),
  ending(`${gap}+pt(\\d\\d)`, 'position'),
  ending(`${gap}+[([]?${view}(?:${gap}*(?:view|ansicht))?[)\\]]?(?:${gap}*(\\d{1,2}))?`, 'view'),
  ending(`${gap}+(\\d{1,3})`, 'position'),
  ending(`${gap}([a-h])`, 'letter'),
]

const beginnings: Strip[] = [
  beginning('(?:copy of|kopie von|copia de|copia di|copie de)\\s+', 'nothing'),
  beginning(`(?:${code})[\\s_\\-.:#]+`, 'nothing'),
  beginning(`${day}${time}[\\s_-]+`, 'nothing'),
  // 3-seater is no position: only 03-, 3_, "3. " and "3 - " are.
  beginning('(0\\d{1,2}(?=[\\s_-])|\\d{1,3}(?=_|\\. | - ))[\\s_.-]+(?=.*\\p{L})', 'position'),
  beginning('web_+', 'nothing'),
]

export const strips: Strip[] = [...endings, ...beginnings]
