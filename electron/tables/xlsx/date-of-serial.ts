const dayMs = 86_400_000
/** The last day a workbook knows: 31 December 9999. */
const lastDay = 2_958_465

/** The date that a number stands for, as text; null where it stands for none. */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  if (serial < 0 || serial >= lastDay + 1) return null
  const ms = Math.round((serial % 1) * 86_400) * 1000
  const day = Math.floor(serial)
  if (day === 0 && !is1904) return timeOf(ms)
  // Excel has a 29 February 1900, which never was: the days before it count from one day later.
  const first = is1904 ? Date.UTC(1904, 0, 1) : day > 60 ? Date.UTC(1899, 11, 30) : Date.UTC(1899, 11, 31)
  const text = new Date(first + day * dayMs + ms).toISOString()
  return ms === 0 ? text.slice(0, 10) : text.slice(0, 19)
}

const timeOf = (ms: number): string => new Date(ms).toISOString().slice(11, 19)
