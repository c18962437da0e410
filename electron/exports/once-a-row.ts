/** What several columns read of a row, made once for all of them: they are asked one after the other. */
export function onceARow<Row, Beside, Value>(
  make: (row: Row, beside: Beside) => Value,
): (row: Row, beside: Beside) => Value {
  let last: { row: Row; value: Value } | null = null
  return (row, beside) => {
    if (last?.row !== row) last = { row, value: make(row, beside) }
    return last.value
  }
}
