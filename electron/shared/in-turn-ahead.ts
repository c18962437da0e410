/** What is made of each, in their order, some of them at the same time and no more ahead of whoever asks. */
export async function* inTurnAhead<From, To>(
  all: AsyncIterable<From>,
  make: (one: From) => Promise<To>,
  ahead: number,
): AsyncGenerator<To> {
  const begun: Promise<To>[] = []
  for await (const one of all) {
    const made = make(one)
    // Whoever comes to it hears of it; until then it is nobody's.
    made.catch(() => {})
    begun.push(made)
    if (begun.length >= ahead) yield await (begun.shift() as Promise<To>)
  }
  for (const made of begun) yield await made
}
