import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, safeName } from '../../../../electron/exports/safe-name'

describe('a name for a file', () => {
  it.each([
    ['M-1', 'M-1'],
    ['AB/12 x', 'AB-12 x'],
    ['  ..hidden. ', 'hidden'],
    ['CON', '_CON'],
    ['com1.5', '_com1.5'],
    ['Console', 'Console'],
    ['a\tb', 'a-b'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['half \ud83d a sign', 'half a sign'],
    ['Кружка № 7', 'Кружка № 7'],
    ['...', ''],
  ])('of %j is %j', (text, name) => {
    expect(safeName(text)).toBe(name)
  })

  it('is taken by every disk, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeName(text)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181)
        // oxlint-disable-next-line no-control-regex -- no disk of Windows takes them
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[.\s]|[.\s]$/)
        expect(Buffer.from(name).toString()).toBe(name)
      }),
    )
  })

  it('is another one only where every disk tells them apart', () => {
    expect(nameKey('STRASSE')).toBe(nameKey('straße'))
    expect(nameKey('Cafe\u0301')).toBe(nameKey('CAFÉ'))
    expect(nameKey('M-1')).not.toBe(nameKey('M-2'))
  })
})
