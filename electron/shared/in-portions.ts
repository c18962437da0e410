/** The same in lists of so many, the last one perhaps shorter. */
export async function* inPortions<One>(all: AsyncIterable<One>, most: number): AsyncGenerator<One[]> {
  let some: One[] = []
  for await (const one of all) {
    some.push(one)
    if (some.length < most) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
