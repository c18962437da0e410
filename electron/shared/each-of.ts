/** Each of them, until it is stopped. */
export async function* eachOf<One>(all: Iterable<One>, signal: AbortSignal): AsyncGenerator<One> {
  for (const one of all) {
    signal.throwIfAborted()
    yield one
  }
}
