import { isAscii } from 'node:buffer'
import type { TableEncoding } from '../../shared/table'
import { guessEncoding } from './guess-encoding'
import { utf8Check } from './utf8-check'

const marks: [encoding: TableEncoding, mark: string][] = [
  ['utf-8', 'efbbbf'],
  ['utf-16le', 'fffe'],
  ['utf-16be', 'feff'],
]
/** Lines that are not plain, for the guess: enough to tell languages apart, few enough to take some milliseconds. */
const mostSample = 24 * 1024

/** By the mark at the beginning, by how it looks as UTF-16, by being UTF-8 to the last byte; otherwise it is a guess. */
export async function findEncoding(head: Buffer, pieces: AsyncIterable<Buffer>): Promise<TableEncoding> {
  const marked = encodingOfMark(head) ?? encodingOfZeros(head)
  if (marked) return marked
  const check = utf8Check()
  const sample: string[] = []
  let sampled = 0
  for await (const piece of pieces) {
    check.add(piece)
    // Most pieces of most files end here.
    if (sampled >= mostSample || isAscii(piece)) continue
    const lines = oddLines(piece).slice(0, mostSample - sampled)
    sample.push(lines)
    sampled += lines.length
  }
  return check.isUtf8() ? 'utf-8' : guessEncoding(Buffer.from(sample.join('\n'), 'latin1'))
}

/** With a mark or without one. */
export const looksLikeUtf16 = (head: Buffer): boolean =>
  (encodingOfMark(head) ?? encodingOfZeros(head) ?? '').startsWith('utf-16')

function encodingOfMark(head: Buffer): TableEncoding | null {
  const start = head.toString('hex', 0, 3)
  return marks.find(([, mark]) => start.startsWith(mark))?.[0] ?? null
}

/** UTF-16 without a mark: what is plain in it has a zero at every other byte. */
function encodingOfZeros(head: Buffer): TableEncoding | null {
  const pairs = Math.floor(head.length / 2)
  let [even, odd] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 2) {
    const [one = 0, other = 0] = [head[at], head[at + 1]]
    if (one === 0 && isPlain(other)) even++
    if (other === 0 && isPlain(one)) odd++
  }
  const isMost = (zeros: number, others: number) => zeros > pairs * 0.3 && others < pairs * 0.05
  if (isMost(odd, even)) return 'utf-16le'
  return isMost(even, odd) ? 'utf-16be' : null
}

const isPlain = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d

const notPlain = /[\x80-\xff]/

function oddLines(piece: Buffer): string {
  const lines = piece.toString('latin1').split('\n')
  // The first and the last may be cut inside of a letter.
  const whole = lines.length > 2 ? lines.slice(1, -1) : lines
  const odd = whole.filter((line) => notPlain.test(line))
  return odd.length > 0 ? odd.join('\n') : lines.filter((line) => notPlain.test(line)).join('\n')
}
