import { setImmediate } from 'node:timers/promises'

/** What is answered at each turn that work leaves for others, until it is done. */
export async function meanwhile<T>(work: Promise<unknown>, ask: () => T): Promise<T[]> {
  const answers: T[] = []
  let isDone = false
  const ended = work.finally(() => (isDone = true))
  while (!isDone) {
    answers.push(ask())
    await setImmediate()
  }
  await ended
  return answers
}
