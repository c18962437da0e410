/** What a cell's format makes of its number: a date, zeros in front, or nothing of note. */
export type NumberFormat = { kind: 'number' } | { kind: 'date' } | { kind: 'padded'; digits: number }

const plain: NumberFormat = { kind: 'number' }

/** Of a format that every workbook has. Those of dates, in East Asian versions too. */
export function builtInFormat(id: number): NumberFormat {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return isDate ? { kind: 'date' } : plain
}

/** `00000` shows 123 as 00123: how people keep the zeros of SKUs. A time that counts on, `[h]:mm`, is a number. */
export function formatOf(code: string): NumberFormat {
  const zeros = /^(?:\[[^\]]*\])?(0{2,20})$/.exec(code)?.[1]
  if (zeros) return { kind: 'padded', digits: zeros.length }
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')
  if (/\[(?:h+|m+|s+)\]/i.test(first) || /general/i.test(first)) return plain
  return /[dmyhs]/i.test(first.replace(/\[[^\]]*\]/g, '')) ? { kind: 'date' } : plain
}
