const comma = 44
const zero = 48

/**
 * Long lists of numbers leave SQLite as one text (group_concat, cast to a blob): a hundred thousand ids take 10 ms that
 * way and 100 ms as rows. Null is the empty list.
 */
export function forEachNumber(list: Uint8Array | null | undefined, visit: (value: number) => void): void {
  if (!list || list.length === 0) return
  let value = 0
  for (let i = 0; i < list.length; i++) {
    const code = list[i] as number
    if (code === comma) {
      visit(value)
      value = 0
    } else {
      value = value * 10 + code - zero
    }
  }
  visit(value)
}

export function toNumbers(list: Uint8Array | null | undefined): number[] {
  const numbers: number[] = []
  forEachNumber(list, (value) => numbers.push(value))
  return numbers
}

export const toIds = (list: Uint8Array | null | undefined): Int32Array => Int32Array.from(toNumbers(list))
