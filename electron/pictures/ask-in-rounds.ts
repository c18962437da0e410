import { afterMs } from '../shared/after-ms'
import { eachOf } from '../shared/each-of'
import { AppError } from '../shared/errors'
import { inTurnAhead } from '../shared/in-turn-ahead'

type Parts<Item, Found> = {
  ask: (item: Item) => Promise<Found>
  hostOf: (item: Item) => string
  atOnce: number
  signal: AbortSignal
  after?: typeof afterMs
}
type InVain<Item> = { item: Item; problem: AppError }
type Ended<Item, Found> = { item: Item; found: Found } | InVain<Item>

/** Before the next round, by how many in a row had brought nothing. */
const restsMs = [5_000, 20_000, 60_000]
/** However long the other side asks for. */
const longestRestMs = 600_000
/** So many in a row that a host cannot give now: it has its rest until the next round. */
const inVainInARow = 8

/**
 * Asks for each of them, and for what cannot be had now again in further rounds, until it is there or a few of them brought nothing.
 * A host that asks to wait is left alone until the next round. What cannot be had ends with its problem; what is thrown that is no
 * AppError ends all.
 */
export async function* askInRounds<Item, Found>(
  items: AsyncIterable<Item>,
  parts: Parts<Item, Found>,
): AsyncGenerator<Ended<Item, Found>> {
  const { atOnce, signal, after = afterMs } = parts
  let round = items
  for (let inVain = 0; ;) {
    const [skipped, failed]: [InVain<Item>[], InVain<Item>[]] = [[], []]
    let brought = 0
    for await (const { wasAsked, ended } of inTurnAhead(round, askedOnce(parts), atOnce)) {
      if ('problem' in ended && isForNow(ended.problem)) {
        ;(wasAsked ? failed : skipped).push(ended)
        continue
      }
      brought += 1
      yield ended
    }
    // Whose turn has not come is first: a few that fail must not keep their host from the others for good.
    const left = [...skipped, ...failed]
    if (left.length === 0) return
    inVain = brought > 0 ? 0 : inVain + 1
    const rest = restsMs[inVain]
    if (rest === undefined) return yield* left
    await resting(Math.max(rest, untilAsked(left)), signal, after)
    const again = left.map(({ item }) => item)
    round = eachOf(again, signal)
  }
}

/** Asks for what has its turn, but of a host that has to rest. */
function askedOnce<Item, Found>({ ask, hostOf, signal }: Parts<Item, Found>) {
  const inVain = new Map<string, { times: number; problem: AppError }>()
  return async (item: Item): Promise<{ ended: Ended<Item, Found>; wasAsked: boolean }> => {
    const host = hostOf(item)
    const before = inVain.get(host)
    if (before && before.times >= inVainInARow) {
      return { ended: { item, problem: before.problem }, wasAsked: false }
    }
    try {
      const found = await ask(item)
      inVain.delete(host)
      return { ended: { item, found }, wasAsked: true }
    } catch (problem) {
      signal.throwIfAborted()
      if (!(problem instanceof AppError)) throw problem
      const times = problem.info.retryAt === undefined ? (inVain.get(host)?.times ?? 0) + 1 : inVainInARow
      if (isForNow(problem)) inVain.set(host, { times, problem })
      else inVain.delete(host)
      return { ended: { item, problem }, wasAsked: true }
    }
  }
}

/** Who has what is at an address; none where it is no address. */
export const hostIn = (address: string): string => /^\w+:\/\/([^/]+)/.exec(address)?.[1] ?? ''

const forNow: readonly string[] = ['offline', 'rate-limited', 'store-fault'] satisfies AppError['code'][]
const isForNow = ({ code }: AppError): boolean => forNow.includes(code)

function untilAsked(left: readonly InVain<unknown>[]): number {
  const latest = left.reduce((at, { problem }) => Math.max(at, problem.info.retryAt ?? 0), 0)
  return Math.min(latest - Date.now(), longestRestMs)
}

function resting(ms: number, signal: AbortSignal, after: typeof afterMs): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = () => {
      cancel()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
    const cancel = after(ms, () => {
      signal.removeEventListener('abort', stop)
      resolve()
    })
  })
}
