import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../../../electron/tables/open-table'
import { readWholeTable } from '../../../support/read-whole-table'
import { writtenFiles } from '../../../support/written-files'

const { folder, file } = writtenFiles()

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
const text = 'Größe;Preis\nweiß – „klein“;9,99 €\n😀;1\n'

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', 'utf-8', Buffer.from(text)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', 'utf-16le', utf16(`\ufeff${text}`)],
    ['UTF-16 the other way round', 'utf-16be', utf16(`\ufeff${text}`, true)],
    ['UTF-16 without a mark', 'utf-16le', utf16(text)],
    ['UTF-16 the other way round without a mark', 'utf-16be', utf16(text, true)],
  ])('is found: %s', async (_name, encoding, bytes) => {
    expect(await readWholeTable(file(bytes))).toMatchObject({
      encoding,
      columns: ['Größe', 'Preis'],
      cells: [
        ['weiß – „klein“', '9,99 €'],
        ['😀', '1'],
      ],
    })
  })

  it('is guessed from what is not plain, and can be chosen by hand', async () => {
    const source = file(Buffer.from('Größe;Preis\nweiß;9,99 \x80\n', 'latin1'))
    expect(await readWholeTable(source)).toMatchObject({ encoding: 'windows-1252', cells: [['weiß', '9,99 €']] })
    const { encoding, columns } = await openTable(source, { encoding: 'windows-1251' })
    expect({ encoding, columns }).toEqual({ encoding: 'windows-1251', columns: ['GrцЯe', 'Preis'] })
  })

  it('is not taken for UTF-8 because of a long plain beginning', async () => {
    const source = file(
      Buffer.concat([Buffer.from(`a,b\n${'x,y\n'.repeat(100_000)}`), Buffer.from('Tür,ß\n', 'latin1')]),
    )
    const { encoding, cells } = await readWholeTable(source)
    expect([encoding, cells.at(-1)]).toEqual(['windows-1252', ['Tür', 'ß']])
  })

  it.each([1, 2, 3])('keeps letters whole that are cut between two pieces: shifted by %i', async (shift) => {
    const name = '€'.repeat(100_000)
    const { cells, encoding } = await readWholeTable(file(`${'x'.repeat(shift)},b\n${name},1\n`))
    expect([encoding, cells]).toEqual(['utf-8', [[name, '1']]])
  })
})

describe('a file', () => {
  it('that is not there, or a folder, is said in a sentence', async () => {
    await expect(openTable({ path: join(folder(), 'gone.csv') })).rejects.toMatchObject({
      code: 'not-found',
      message: 'The file is no longer there. Put it back or choose it again.',
    })
    await expect(openTable({ path: folder() })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'This is a folder or a device, not a file with a table in it. Nothing was changed. Choose a file.',
    })
  })

  it('that is changed between two readings is not read on as the same', async () => {
    const source = file('a,b\n1,2\n')
    const table = await openTable(source)
    writeFileSync(source.path, 'a,b\n1,2\n3,4\n')
    await expect(table.portions().next()).rejects.toMatchObject({
      message:
        'Another program wrote to the file while it was being read. Nothing was changed. Choose it again once it is saved and closed.',
    })
  })

  it('that is too large is refused before it is read', async () => {
    const { path } = file('a,b\n')
    truncateSync(path, 1024 ** 3 + 1)
    await expect(openTable({ path })).rejects.toMatchObject({
      message:
        'This file is larger than 1 GB. Nothing was changed. Split it into smaller files, and import them one after the other.',
    })
    rmSync(path)
  })
})
