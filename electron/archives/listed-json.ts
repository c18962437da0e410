import { DamagedZip, HugeZip } from './zip-entries'

/** Ten times a product with all the texts and variations that Ecwid takes. */
const longestLine = 32 * 1024 * 1024
const maxDepth = 100

/** What stands in a list with one entry in each line, as archives have them. Throws `DamagedZip` for anything else. */
export async function* listedJson(pieces: AsyncIterable<Buffer>): AsyncGenerator<Record<string, unknown>> {
  let standing: 'before' | 'inside' | 'after' = 'before'
  for await (const line of linesOf(pieces)) {
    if (standing === 'before' && line === '[') standing = 'inside'
    else if (standing === 'inside' && line === ']') standing = 'after'
    else if (standing === 'inside') yield entryIn(line)
    else if (line !== '') throw new DamagedZip('A list is written otherwise')
  }
  if (standing !== 'after') throw new DamagedZip('A list has no end')
}

function entryIn(line: string): Record<string, unknown> {
  let entry: unknown
  try {
    entry = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line)
  } catch (error) {
    throw new DamagedZip('No JSON', { cause: error })
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry) || isTooDeep(entry)) {
    throw new DamagedZip('No thing of a store')
  }
  return entry as Record<string, unknown>
}

function isTooDeep(value: unknown, left = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1))
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let parts: string[] = []
  let letters = 0
  for await (const piece of pieces) {
    const [first = '', ...more] = decoder.decode(piece, { stream: true }).split('\n')
    parts.push(first)
    letters += first.length
    if (letters > longestLine) throw new HugeZip('A line without an end')
    for (const next of more) {
      yield parts.join('')
      parts = [next]
      letters = next.length
    }
  }
  parts.push(decoder.decode())
  yield parts.join('')
}
