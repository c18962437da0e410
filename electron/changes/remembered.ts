/** Reads each product once. */
export function remembered<T>(read: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>()
  return (id) => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id) as T
  }
}
