import dayjs from 'dayjs'

/** A day as the date fields write it: 2026-05-03. */
export type Day = string

/** Which of `3/5/2026` is the month is a matter of the computer's language; points are written between days first. */
const isMonthFirst = new Intl.DateTimeFormat().formatToParts(0).find(({ type }) => type === 'day' || type === 'month')

/** A day as people type it, `31.12.2025`, `12/31/2025`, `2025-12-31` or `31 Dec 2025`; null where it is none. */
export function readDay(text: string, monthFirst = isMonthFirst?.type === 'month'): Day | null {
  const typed = text.trim()
  const [, first = '', sign, second = '', year = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(typed) ?? []
  if (year) return sign === '/' && monthFirst ? written(year, first, second) : written(year, second, first)
  const [, isoYear = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  if (isoYear) return written(isoYear, month, day)
  const [, dayBefore = '', name = '', yearAfter = ''] = /^(\d{1,2})\.?\s+([A-Za-z]+)\.?\s+(\d{4})$/.exec(typed) ?? []
  const at = months.indexOf(name.slice(0, 3).toLowerCase())
  return at < 0 ? null : written(yearAfter, String(at + 1), dayBefore)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Null for a day that no month has. */
function written(year: string, month: string, day: string): Day | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return dayjs(iso).format('YYYY-MM-DD') === iso ? iso : null
}
