/** Sums what the tests noted, one line of JSON each. */
export function readCounts(text) {
  const sums = new Map()
  for (const line of text.split('\n').filter(Boolean)) {
    const { what, count } = JSON.parse(line)
    sums.set(what, (sums.get(what) ?? 0) + count)
  }
  return sums
}
