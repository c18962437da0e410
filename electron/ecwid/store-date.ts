/** Ecwid's "2026-01-05 00:00:00 +0400" as UNIX ms; null when it is none. */
export function parseStoreDate(text: string | undefined): number | null {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text?.trim() ?? '')
  if (!parts) return null
  const [, day, time, zone = 'Z'] = parts
  const ms = Date.parse(`${day}T${time}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(ms) ? null : ms
}
