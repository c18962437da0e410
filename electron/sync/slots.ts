/** Lets so many pieces of work run side by side; the others wait in the order they came. */
export function createSlots(count: number) {
  const waiting: (() => void)[] = []
  let free = count

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
export type Slots = ReturnType<typeof createSlots>
