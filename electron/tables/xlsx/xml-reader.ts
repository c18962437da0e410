/** What a piece of XML is made of, by names without their prefix. `attributes` is the text behind the name. */
export type XmlEvents = {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/**
 * Reads XML that comes in pieces and tells of it at once. Only what tables need: no documents types, no checks. hucre's own reader
 * holds a whole part as a tree: texts of a large workbook took a gigabyte and stood in everybody's way for seconds.
 */
export function xmlReader(events: XmlEvents): { add(piece: string): void } {
  let rest = ''

  function add(piece: string): void {
    const xml = rest === '' ? piece : rest + piece
    let at = 0
    for (;;) {
      const tag = xml.indexOf('<', at)
      if (tag < 0) break
      const end = endOfTag(xml, tag)
      if (end < 0) break
      if (tag > at) events.text(unescaped(xml.slice(at, tag)))
      if (!isTold(xml, tag, end)) tellTag(xml, tag, end)
      at = end
    }
    rest = xml.slice(at)
  }

  /** Data without escapes, and what says nothing of the content. */
  function isTold(xml: string, tag: number, end: number): boolean {
    const sign = xml.charCodeAt(tag + 1)
    if (sign !== exclamation && sign !== question) return false
    if (xml.startsWith(cdata, tag)) events.text(xml.slice(tag + cdata.length, end - 3))
    return true
  }

  function tellTag(xml: string, tag: number, end: number): void {
    const isClosing = xml.charCodeAt(tag + 1) === slash
    const isEmpty = xml.charCodeAt(end - 2) === slash
    const last = isEmpty ? end - 2 : end - 1
    let from = isClosing ? tag + 2 : tag + 1
    let to = from
    for (; to < last; to++) {
      const sign = xml.charCodeAt(to)
      if (sign <= space) break
      if (sign === colon) from = to + 1
    }
    const name = xml.slice(from, to)
    if (!isClosing) events.open(name, xml.slice(to, last))
    if (isClosing || isEmpty) events.close(name)
  }

  return { add }
}

const [space, exclamation, quote, apostrophe, slash, colon, question] = [0x20, 0x21, 0x22, 0x27, 0x2f, 0x3a, 0x3f]
const cdata = '<![CDATA['

/** Behind the tag that begins at `tag`; below zero while it is not all there. */
function endOfTag(xml: string, tag: number): number {
  const sign = xml.charCodeAt(tag + 1)
  if (sign === exclamation) {
    if (xml.length < tag + cdata.length) return -1
    if (xml.startsWith(cdata, tag)) return behind(xml, ']]>', tag)
    return xml.startsWith('<!--', tag) ? behind(xml, '-->', tag + 4) : behind(xml, '>', tag)
  }
  if (sign === question) return behind(xml, '?>', tag)
  for (let end = xml.indexOf('>', tag); end >= 0; end = xml.indexOf('>', end + 1)) {
    if (sign === slash || isOutsideOfQuotes(xml, tag, end)) return end + 1
  }
  return -1
}

/** A `>` within quotes ends no tag. */
function isOutsideOfQuotes(xml: string, tag: number, end: number): boolean {
  let last = end - 1
  while (xml.charCodeAt(last) === slash || xml.charCodeAt(last) <= space) last--
  const sign = xml.charCodeAt(last)
  return sign === quote || sign === apostrophe || !/["']/.test(xml.slice(tag, end))
}

const behind = (xml: string, what: string, from: number): number => {
  const at = xml.indexOf(what, from)
  return at < 0 ? -1 : at + what.length
}

/** The value of an attribute, whatever its prefix; null where there is none. */
export function attributeOf(attributes: string, name: string): string | null {
  const from = attributes.indexOf(`${name}="`)
  const before = attributes.charCodeAt(from - 1)
  if (from > 0 && (before <= space || before === colon)) {
    const start = from + name.length + 2
    return unescaped(attributes.slice(start, attributes.indexOf('"', start)))
  }
  // Seldom written so, and slow to look for.
  if (from < 0 && !/'|\s=|=\s/.test(attributes)) return null
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? unescaped(found[1] ?? found[2] ?? '') : null
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, digits?: string, name = '') => {
    const code = hex !== undefined ? parseInt(hex, 16) : digits !== undefined ? Number(digits) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : all
    return named[name] ?? all
  })
}
