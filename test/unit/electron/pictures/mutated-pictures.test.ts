import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bytesSource } from '../../../../electron/pictures/byte-source'
import { checkPicture } from '../../../../electron/pictures/check-picture'
import { maxSourceBytes } from '../../../../electron/shared/picture-intake'
import { fixture } from '../../../support/fixture'
import * as files from '../../../support/picture-files'

// Whatever a picture's header says, it gets a verdict: no reader of it ends in another error.

const whole = [
  ...readdirSync('test/fixtures/pictures').map(fixture),
  ...[files.pngBytes(), files.jpegBytes(), files.gifBytes(), files.bmpBytes(), files.webpTurned(), files.webpMoving()],
  ...[files.webpLossy, files.webpLossless, files.webpAlpha, files.avif, files.avifAlpha],
]
const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
const names = ['meta', 'iprp', 'ipco', 'ipma', 'iloc', 'mdat', 'IHDR', 'IDAT', 'IEND', 'VP8X', 'II*\0', 'MM\0*', 'BM']
const marks = names
  .map((name) => Buffer.from(name, 'latin1'))
  .concat(Buffer.from('ffd8', 'hex'), Buffer.from('ffda', 'hex'))

/** Mostly in the header, which says how the rest is read. */
const at = fc.oneof({ weight: 3, arbitrary: fc.nat(600) }, { weight: 1, arbitrary: fc.nat(60_000) })
const change = fc.oneof(
  fc.record({ at, put: fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)) }),
  fc.record({
    at,
    put: fc.constantFrom(...numbers).map((number) => Buffer.from(number.toString(16).padStart(8, '0'), 'hex')),
  }),
  fc.record({ at, put: fc.constantFrom(...marks) }),
  fc.record({ at, cut: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ at, end: fc.constant(true as const) }),
)
type Change = typeof change extends fc.Arbitrary<infer Each> ? Each : never

function changed(bytes: Buffer, change: Change): Buffer {
  const from = change.at % (bytes.length + 1)
  if ('end' in change) return bytes.subarray(0, from)
  if ('cut' in change) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + change.cut)])
  const made = Buffer.from(bytes)
  change.put.copy(made, from)
  return made
}

it('gives a verdict on every picture, however its bytes were changed', async () => {
  const picture = fc.constantFrom(...whole)
  await fc.assert(
    fc.asyncProperty(picture, fc.array(change, { minLength: 1, maxLength: 8 }), async (bytes, changes) => {
      const made = changes.reduce(changed, bytes)
      const verdict = await checkPicture(bytesSource(made), { maxBytes: maxSourceBytes })
      expect(typeof verdict.ok).toBe('boolean')
    }),
    { numRuns: 1500 },
  )
})
