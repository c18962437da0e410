import { useEffect } from 'react'
import { readHtmlTable } from '../../format/html-table'
import { writeTsv } from '../../format/tsv'
import { lookAtCells, lookAtTable } from '../../stores/imports-store'

/** Cells copied out of a program for tables, or a table out of a web page, are read as a file is; a copied file too. */
export function usePastedCells(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event
      if (!clipboardData) return
      const [file] = clipboardData.files
      const text = cellsIn(clipboardData)
      if (text === '' && !file) return
      event.preventDefault()
      void (text === '' && file ? lookAtTable(file) : lookAtCells(text))
    }
    // Before whoever answers what nothing takes.
    window.addEventListener('paste', paste, { capture: true })
    return () => window.removeEventListener('paste', paste, { capture: true })
  }, [])
}

/** HTML says for certain where a cell ends; text does not where a line breaks within one. */
function cellsIn(data: DataTransfer): string {
  const rows = readHtmlTable(data.getData('text/html'))
  return rows ? writeTsv(rows) : data.getData('text/plain').trimEnd()
}
