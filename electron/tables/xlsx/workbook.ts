import type { TableFile } from '../table-file'
import { damagedWorkbook } from '../table-problem'
import { builtInFormat, formatOf, type NumberFormat } from './number-format'
import { unpackEntry } from './unpack-entry'
import { attributeOf, xmlReader } from './xml-reader'
import type { ZipEntry } from './zip-directory'

export type Workbook = {
  sheets: { name: string; isHidden: boolean; entry: ZipEntry }[]
  is1904: boolean
  /** What cells say they are, by the number they say it with. */
  formats: NumberFormat[]
  texts: ZipEntry | null
}

type Entries = ReadonlyMap<string, ZipEntry>
type Tag = { name: string; of: string; attribute(name: string): string | null }

const mostBytes = 64 * 1024 * 1024

export async function readWorkbook(file: TableFile, entries: Entries): Promise<Workbook> {
  const part = partsOf(file, entries)
  const [main] = (await part.relations('')).filter(({ type }) => type === 'officeDocument')
  if (!main) throw damagedWorkbook()
  const tags = await part.tags(main.target)
  const relations = await part.relations(main.target)
  const targets = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]))
  const sheets = tags
    .filter(({ name, of }) => name === 'sheet' && of === 'sheets')
    .flatMap((tag) => {
      const entry = entries.get(targets.get(tag.attribute('id') ?? '') ?? '')
      const isHidden = /hidden/i.test(tag.attribute('state') ?? '')
      return entry ? [{ name: tag.attribute('name') ?? '', isHidden, entry }] : []
    })
  const one = (type: string) => relations.find((relation) => relation.type === type)?.target
  const styles = one('styles')
  const properties = tags.find(({ name }) => name === 'workbookPr')
  return {
    sheets,
    is1904: /^(1|true)$/i.test(properties?.attribute('date1904') ?? ''),
    formats: styles && entries.has(styles) ? formatsOf(await part.tags(styles)) : [],
    texts: entries.get(one('sharedStrings') ?? '') ?? null,
  }
}

function formatsOf(tags: readonly Tag[]): NumberFormat[] {
  const codes = new Map(
    tags
      .filter(({ name }) => name === 'numFmt')
      .map((tag) => [tag.attribute('numFmtId'), tag.attribute('formatCode') ?? '']),
  )
  return tags
    .filter(({ name, of }) => name === 'xf' && of === 'cellXfs')
    .map((tag) => {
      const id = tag.attribute('numFmtId')
      const code = codes.get(id)
      return code === undefined ? builtInFormat(Number(id)) : formatOf(code)
    })
}

function partsOf(file: TableFile, entries: Entries) {
  async function tags(path: string): Promise<Tag[]> {
    const entry = entries.get(path)
    if (!entry) throw damagedWorkbook()
    const found: Tag[] = []
    const open: string[] = []
    const reader = xmlReader({
      open(name, attributes) {
        found.push({ name, of: open.at(-1) ?? '', attribute: (wanted) => attributeOf(attributes, wanted) })
        open.push(name)
      },
      close: () => void open.pop(),
      text: () => {},
    })
    const decoder = new TextDecoder()
    for await (const piece of unpackEntry(file, entry, mostBytes)) reader.add(decoder.decode(piece, { stream: true }))
    return found
  }

  /** What a part names, by where it lies; of the whole archive: `''`. */
  async function relations(path: string) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const list = `${folder}_rels/${path.slice(folder.length)}.rels`
    const named = entries.has(list) ? await tags(list) : []
    return named.flatMap((tag) => {
      const [id, target, type] = ['Id', 'Target', 'Type'].map((name) => tag.attribute(name))
      if (!id || !target) return []
      return [{ id, type: type?.slice(type.lastIndexOf('/') + 1) ?? '', target: resolved(folder, target) }]
    })
  }

  return { tags, relations }
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
