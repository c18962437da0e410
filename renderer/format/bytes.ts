import { formatDecimal } from '../../electron/shared/numbers/numbers'

const units = ['bytes', 'KB', 'MB', 'GB']

/** A size for reading: `640 bytes`, `12 KB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte'
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${formatDecimal(value, { fewest: 0, most: power < 2 || value >= 100 ? 0 : 1 })} ${units[power]}`
}
