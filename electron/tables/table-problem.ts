import { AppError } from '../shared/errors'
import { formatNumber } from '../shared/numbers/numbers'
import { columnLetters } from './column-letters'
import { longestCell, longestRow, mostColumns, mostRows, mostTextBytes } from './table-limits'

/** Reading a table changes nothing, and says so: whoever sees this had an import in mind. */
export function tableProblem(what: string, todo: string, cause?: unknown): AppError {
  return new AppError('invalid-input', `${what} Nothing was changed. ${todo}`, { cause })
}

/** What its quotes may be the reason of: read as other signs, it may be a table. */
function quoteProblem(what: string, todo: string): AppError {
  const { message } = tableProblem(what, todo)
  return new AppError('invalid-input', message, { fields: { quotes: message } })
}

const gigabyte = 1024 ** 3

export const tooManyBytes = () =>
  tableProblem(
    `This file is larger than ${mostTextBytes / gigabyte} GB.`,
    'Split it into smaller files, and import them one after the other.',
  )

export const tooManyRows = () =>
  tableProblem(
    `This table has more than ${formatNumber(mostRows)} rows.`,
    'Split it into smaller ones, and import them one after the other.',
  )

export const tooManyColumns = (row: number) =>
  tableProblem(
    `Row ${formatNumber(row)} has more than ${formatNumber(mostColumns)} columns, which is all that Excel has.`,
    'Look whether the separator is the right one, or take out columns you do not need.',
  )

export const cellTooLong = (row: number, column: number) =>
  quoteProblem(
    `The cell in row ${formatNumber(row)}, column ${columnLetters(column)}, has more than ${formatNumber(longestCell)} characters.`,
    'Look whether a quote is missing there, or make the text shorter.',
  )

export const rowTooLong = (row: number) =>
  quoteProblem(
    `Row ${formatNumber(row)} does not end within ${formatNumber(longestRow)} characters.`,
    'Look whether a quote is missing there, or whether this is a table at all.',
  )

export const quoteNotClosed = (line: number) =>
  quoteProblem(
    `A quote in line ${formatNumber(line)} is not closed, so that all below it would be one cell.`,
    'Close the quote in the file or take it out, and choose the file again.',
  )

export const unpacksTooLarge = () =>
  tableProblem(
    'This Excel file is far larger inside than it looks, more than any list of products.',
    'Copy the sheet you need into a new file, or save it as CSV.',
  )

export const damagedWorkbook = (cause?: unknown) =>
  tableProblem(
    'This Excel file is damaged: a part of it cannot be read.',
    'Open it in Excel or LibreOffice and save it anew, or ask for it again.',
    cause,
  )

export const noSuchSheet = (name: string) =>
  tableProblem(`There is no sheet “${name}” in this file.`, 'Choose another sheet.')

export const changedMeanwhile = () =>
  tableProblem(
    'Another program wrote to the file while it was being read.',
    'Choose it again once it is saved and closed.',
  )

export const notAFile = (cause: unknown) =>
  tableProblem('This is a folder or a device, not a file with a table in it.', 'Choose a file.', cause)

export const noTable = () => tableProblem('There is nothing in this table.', 'Choose a file with at least one row.')

export const headerAlone = () =>
  tableProblem('This table has a header and no rows below it.', 'Choose a file with at least one row below its header.')
