import { StringDecoder } from 'node:string_decoder'
import type { TableChoices, TableRow, TableSheet } from '../../shared/table'
import type { RowPortions } from '../row-portions'
import type { TableFile } from '../table-file'
import { mostSharedTextBytes, mostSheetBytes } from '../table-limits'
import { damagedWorkbook, noSuchSheet } from '../table-problem'
import { tableRow } from '../table-rows'
import { sharedTexts } from './shared-texts'
import { sheetReader } from './sheet-rows'
import { unpackEntry } from './unpack-entry'
import { readWorkbook } from './workbook'
import type { ZipEntry } from './zip-directory'

type XlsxTable = { sheets: TableSheet[]; sheet: string; portions: RowPortions }

/** A sheet of a workbook; the first that is not hidden, where none was chosen. */
export async function readXlsx(
  file: TableFile,
  entries: ReadonlyMap<string, ZipEntry>,
  { sheet: chosen }: Pick<TableChoices, 'sheet'>,
): Promise<XlsxTable> {
  const workbook = await readWorkbook(file, entries)
  const { sheets } = workbook
  const sheet = chosen === undefined ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]) : named(chosen)
  if (!sheet) throw chosen === undefined ? damagedWorkbook() : noSuchSheet(chosen)
  const { entry, name } = sheet
  let texts: Promise<string[]> | null = null

  function named(wanted: string) {
    return sheets.find((one) => one.name === wanted)
  }

  async function* portions(width: number | null): ReturnType<RowPortions> {
    texts ??= workbook.texts ? sharedTexts(textOf(file, workbook.texts, mostSharedTextBytes)) : Promise.resolve([])
    const reader = sheetReader(workbook, await texts)
    let read = 0
    for await (const piece of textOf(file, entry, mostSheetBytes)) {
      reader.add(piece)
      read += piece.length
      const rows: TableRow[] = []
      for (const { row: number, cells } of reader.take()) {
        const row = tableRow(number, cells, width)
        if (row) rows.push(row)
      }
      yield { rows, read: Math.min(1, read / entry.unpacked) }
    }
  }

  return { sheets: sheets.map(({ name: called, isHidden }) => ({ name: called, isHidden })), sheet: name, portions }
}

async function* textOf(file: TableFile, entry: ZipEntry, most: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const piece of unpackEntry(file, entry, most)) yield decoder.write(piece)
  yield decoder.end()
}
