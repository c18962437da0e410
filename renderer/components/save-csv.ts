import { asFileName } from '../../electron/shared/file-name'

/** Hands a table to the system's dialog for downloads. `title`: its name. */
export function saveCsvFile(title: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = asFileName(`${title}.csv`)
  link.click()
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
